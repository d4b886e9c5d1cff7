internal import FoundationEssentials
internal import Subprocess
internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// One process whose bytes go in and out through pipes, from its start to its end.
///
/// It runs within one call of Subprocess's `run`; reading and writing wait on `epoll`, never on a thread. Its standard error goes
/// nowhere: what a library of speech prints there may hold what a person said.
actor PipedProcess {
    /// What it writes on its standard output, in pieces; it ends with the process.
    nonisolated let output: AsyncStream<[UInt8]>

    private let (outgoing, writing) = AsyncStream<[UInt8]>.makeStream()
    private let (endings, ending) = AsyncStream<Void>.makeStream()
    private let receiving: AsyncStream<[UInt8]>.Continuation
    private var runner: Task<String, Never>?
    private var isEnded = false

    init() { (output, receiving) = AsyncStream<[UInt8]>.makeStream() }

    /// Starts it.
    func start(_ program: EngineProgram) {
        // A process that no longer reads must be an error of the write, not the end of Parvis.
        signal(SIGPIPE, SIG_IGN)
        runner = Task { await self.run(program) }
    }

    /// Gives it bytes, after those before.
    ///
    /// - Throws: `CancellationError` once it has ended.
    func write(_ bytes: [UInt8]) throws {
        guard !isEnded else { throw CancellationError() }
        writing.yield(bytes)
    }

    /// Ends it at once, with all that it started.
    func kill() { finish() }

    /// How it ended, once it has: `exit 1`, `signal 9`.
    func reason() async -> String { await runner?.value ?? "not started" }

    private func run(_ program: EngineProgram) async -> String {
        var options = PlatformOptions()
        // A session of its own is a process group of its own, and no terminal: Ctrl-C is not for it.
        options.createSession = true
        defer { finish() }
        do {
            let result = try await Subprocess.run(
                .path(FilePath(program.path)), arguments: Arguments(program.arguments), platformOptions: options,
                input: .inputWriter, output: .sequence, error: .discarded
            ) { execution in
                await withTaskGroup(of: Void.self) { group in
                    group.addTask { await self.write(to: execution.standardInputWriter) }
                    group.addTask {
                        await self.read(execution.standardOutput)
                        await self.finish()
                    }
                    var endings = self.endings.makeAsyncIterator()
                    await endings.next()
                    try? execution.send(signal: .kill, toProcessGroup: true)
                    group.cancelAll()
                }
            }
            return switch result.terminationStatus {
            case .exited(let code): "exit \(code)"
            case .signaled(let signal): "signal \(signal)"
            }
        } catch {
            return "not startable"
        }
    }

    private func write(to writer: StandardInputWriter) async {
        for await bytes in outgoing {
            guard let count = try? await writer.write(bytes), count == bytes.count else { return finish() }
        }
        try? await writer.finish()
    }

    private nonisolated func read(_ output: SubprocessOutputSequence) async {
        do {
            for try await buffer in output { receiving.yield(buffer.withUnsafeBytes { [UInt8]($0) }) }
        } catch {}
    }

    private func finish() {
        guard !isEnded else { return }
        isEnded = true
        writing.finish()
        receiving.finish()
        ending.yield()
        ending.finish()
    }
}
