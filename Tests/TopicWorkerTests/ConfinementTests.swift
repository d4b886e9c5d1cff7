import Foundation
import Synchronization
import Testing
import TopicKit
import TopicWorker

#if canImport(Glibc)
    import Glibc
#endif

/// What a worker gets of the computer: little, and nothing of the conversation beyond its question.
@Suite("A worker is shut in", .enabled(if: hasPython, "Debian's python3 is not here"))
struct ConfinementTests {
    @Test("A worker that opens a socket fails, unless it asks for the network and the town allows it")
    func network() async throws {
        let listener = try #require(Listener())
        defer { listener.close() }
        let isBlocked = await host.confinement().isNetworkBlocked
        let expected = isBlocked ? "Le réseau est fermé." : "worker.unavailable"
        for (permissions, allowed) in [([], []), ([], [.network]), ([.network], [])]
            as [([Permission], Set<Permission>)]
        {
            let worker = faulty(
                "socket", [String(listener.port)], permissions: permissions, policy: WorkerPolicy(allowed: allowed))
            #expect(await worker.ask().first == expected)
            await worker.stop()
        }
    }

    @Test("A worker that the network is granted reaches it")
    func granted() async throws {
        let listener = try #require(Listener())
        defer { listener.close() }
        let worker = faulty(
            "socket", [String(listener.port)], permissions: [.network],
            policy: WorkerPolicy(allowed: [.network]))
        #expect(await worker.ask().first == "Le réseau est ouvert.")
        await worker.stop()
    }

    @Test("A worker that takes four gigabytes is refused them")
    func memory() async throws {
        let worker = faulty("memory")
        #expect(await worker.ask().first == "La mémoire manque.")
        await worker.stop()
    }

    @Test("No variable, descriptor or word of Parvis's own comes to a worker")
    func environment() async throws {
        let worker = faulty("environment")
        let slots = ["what": FilledSlot(.number(12), text: "douze")]
        let text = await worker.ask("faulty.ask", slots, memory: ["step": "2"]).first
        let found = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        // Python adds LC_CTYPE by itself where the language is C.
        #expect(Set(found["names"] as? [String] ?? []).subtracting(["LC_CTYPE"]) == ["HOME", "LANG", "PATH"])
        #expect(found["descriptors"] as? [Int] == [0, 1, 2])
        #expect(found["home"] as? [String] == [])
        if await host.confinement() == .whole { #expect(found["processes"] as? Int == 0) }
        let request = try #require(found["request"] as? [String: Any])
        #expect(
            Set(request.keys) == [
                "type", "id", "intent", "slots", "said", "skipped", "now", "locale", "memory", "deadline",
            ])
        #expect((request["slots"] as? [String: [String: Any]])?["what"]?["value"] as? Int == 12)
        #expect(request["memory"] as? [String: String] == ["step": "2"])
        #expect(request["now"] as? String == "2026-11-20T12:00")
        await worker.stop()
    }

    @Test("Nothing that a worker started outlives it")
    func daemons() async throws {
        try #require(await host.confinement() == .whole)
        let mark = UUID().uuidString
        let worker = faulty("daemon", [mark])
        #expect(await worker.ask().first == "worker.failed")
        await worker.stop()
        #expect(await noProcess(with: mark))
    }

    @Test("A worker's standard error is read only before its first question, and only where the town wants it")
    func errors() async throws {
        for isWanted in [false, true] {
            let notices = Notices()
            let worker = faulty("tells-errors", policy: WorkerPolicy(logsOutput: isWanted), log: notices.add)
            _ = await worker.ask("faulty.ask", ["what": FilledSlot(.number(12), text: "douze secrets")])
            _ = await worker.ask("faulty.fine")
            await worker.stop()
            #expect(notices.lines == (isWanted ? ["starting with 2 arguments"] : []))
        }
    }

    /// Whether, in a moment, no process is left whose command line has a mark.
    private func noProcess(with mark: String) async -> Bool {
        for _ in 0..<200 {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            let isThere = names.contains { name in
                FileManager.default.contents(atPath: "/proc/" + name + "/cmdline")
                    .map { String(decoding: $0, as: UTF8.self).contains(mark) } ?? false
            }
            if !isThere { return true }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return false
    }
}

/// Something to connect to: a socket that listens on this computer alone.
private struct Listener {
    let descriptor: Int32
    let port: UInt16

    init?() {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = descriptor
        let isReady = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && listen(socket, 8) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        guard descriptor >= 0, isReady else { return nil }
    }

    func close() { _ = Glibc.close(descriptor) }
}
