internal import Foundation
internal import Subprocess
internal import SystemPackage

/// How well a computer can shut a worker in.
public enum Confinement: String, Sendable, Hashable, CaseIterable {
    /// No network, and a world of processes of its own, which ends with it; it sees no other process.
    case whole
    /// No network, and a world of processes of its own.
    case processes
    /// No network, without rights of its own to get one.
    case network
    /// Nothing that keeps it from the network.
    case none

    /// Whether a worker cannot reach the network.
    public var isNetworkBlocked: Bool { self != .none }
}

/// The computer that workers run on.
///
/// Whether it can shut a worker in depends on its kernel and its administrator; it is tried once, with the very command
/// that a worker is started with.
public actor WorkerHost {
    /// Programs of Debian's packages `util-linux` and `coreutils`, which every Debian has.
    private static let (unshare, setpriv, prlimit, nice) = (
        "/usr/bin/unshare", "/usr/bin/setpriv", "/usr/bin/prlimit", "/usr/bin/nice"
    )

    private struct Way {
        let confinement: Confinement
        let arguments: [String]
    }

    /// The ways to shut a worker in, the best first; the last two are for a root whose kernel has no user namespaces.
    private static let ways: [Way] = [
        Way(
            confinement: .whole,
            arguments: ["--user", "--map-current-user", "--pid", "--fork", "--kill-child", "--mount-proc"]),
        Way(
            confinement: .processes,
            arguments: ["--user", "--map-current-user", "--pid", "--fork", "--kill-child"]),
        Way(confinement: .network, arguments: ["--user", "--map-current-user"]),
        Way(confinement: .whole, arguments: ["--pid", "--fork", "--kill-child", "--mount-proc"]),
        Way(confinement: .network, arguments: []),
    ]

    private var found: Task<Way?, Never>?

    /// A computer that is not yet known.
    public init() {}

    /// How well it can shut a worker in.
    public func confinement() async -> Confinement { await way()?.confinement ?? .none }

    /// The command that starts a worker here, shut in as far as it goes.
    ///
    /// - Parameters:
    ///   - settings: the worker.
    ///   - hasNetwork: whether it may reach the network.
    ///   - allowsUnconfined: whether it may run where nothing keeps it from the network.
    /// - Returns: the program and its arguments; nil where the worker must be kept from the network and cannot be.
    func command(for settings: WorkerSettings, hasNetwork: Bool, allowsUnconfined: Bool) async -> [String]? {
        let way = await way()
        guard way != nil || hasNetwork || allowsUnconfined else { return nil }
        return Self.limits(megabytes: settings.megabytes) + (way.map { Self.shut($0, hasNetwork: hasNetwork) } ?? [])
            + [settings.command] + settings.arguments
    }

    private func way() async -> Way? {
        let task =
            found
            ?? Task {
                for way in Self.ways where await Self.works(way) { return way }
                return nil
            }
        found = task
        return await task.value
    }

    /// How well this computer can shut a worker in, tried now and waited for: some milliseconds of the calling thread.
    ///
    /// For a report that is not asynchronous; a worker's start asks ``confinement()``.
    public static func triedNow() -> Confinement {
        let way = ways.first { way in
            let command = trial(way)
            let process = Process()
            process.executableURL = URL(filePath: command[0])
            process.arguments = Array(command.dropFirst())
            process.environment = [:]
            (process.standardInput, process.standardOutput) = (FileHandle.nullDevice, FileHandle.nullDevice)
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationReason == .exit && process.terminationStatus == 0
        }
        return way?.confinement ?? .none
    }

    private static func trial(_ way: Way) -> [String] {
        limits(megabytes: 512) + shut(way, hasNetwork: false) + ["/bin/true"]
    }

    private static func works(_ way: Way) async -> Bool {
        let command = trial(way)
        let result = try? await run(
            .path(FilePath(command[0])), arguments: Arguments(Array(command.dropFirst())),
            environment: .custom([:]), output: .discarded, error: .discarded)
        return result?.terminationStatus.isSuccess ?? false
    }

    /// Less of the processor than the conversation itself, no more memory than it may have, no dump of its memory; no new
    /// rights; and dead as soon as Parvis is, however that ended.
    private static func limits(megabytes: Int) -> [String] {
        [nice, "-n", "5", prlimit, "--as=\(megabytes << 20)", "--core=0"]
            + [setpriv, "--pdeathsig", "KILL", "--no-new-privs"]
    }

    private static func shut(_ way: Way, hasNetwork: Bool) -> [String] {
        // Without a user namespace root would keep the right to enter the network's namespace again.
        let rights = way.arguments.contains("--user") ? [] : [setpriv, "--bounding-set=-all", "--inh-caps=-all"]
        return [unshare] + (hasNetwork ? [] : ["--net"]) + way.arguments + ["--"] + rights
    }
}
