import Diagnostics
import Dialogue
import Foundation
import Testing
import TopicKit
import TopicWorker

/// Whatever a worker does costs one apology: the conversation goes on, other topics answer, and the worker recovers.
@Suite("Faults of a worker", .enabled(if: hasPython, "Debian's python3 is not here"))
struct FaultTests {
    @Test(
        "One apology, then another topic answers, then the worker does",
        arguments: [
            ("hangs", "worker.late"), ("ignores-sigterm", "worker.late"), ("spins", "worker.late"),
            ("crashes", "worker.ended"), ("floods", "worker.long-line"), ("floods-lines", "worker.unasked"),
            ("floods-errors", "worker.flood"), ("garbage", "worker.garbage"), ("wrong-id", "worker.unasked"),
            ("daemon", "worker.ended"), ("memory-crash", "worker.ended"),
            ("no-evidence", "worker.bad-reply"), ("escape", "worker.bad-reply"), ("files", "worker.bad-reply"),
            ("missing-value", "worker.bad-reply"),
        ])
    func apology(fault: String, code: String) async throws {
        let notices = Notices()
        let worker = faulty(fault, log: notices.add)
        var conversation = try conversation(with: worker)
        let failed = await conversation.say("que dit la machine")
        #expect(failed.status == .unknown)
        #expect(failed.topic == "faulty")
        #expect(failed.reply.first == "worker.failed")
        #expect(failed.reply.parts.contains(.contact(profile.contact)))
        #expect(await conversation.say("quand ouvre la piscine").reply.first == "La piscine ouvre à 10 h.")
        #expect(await conversation.say("comment va le moulin").reply.first == "Tout va bien.")
        #expect(await notices.await(code), "\(notices.codes)")
        #expect(notices.codes.count == 1)
        await worker.stop()
    }

    @Test(
        "A worker that is not what its file says, or speaks otherwise, is refused for good",
        arguments: [
            ("other-protocol", "worker.other-protocol"), ("other-version", "worker.other-manifest"),
            ("other-intents", "worker.other-manifest"),
        ])
    func liar(fault: String, code: String) async throws {
        let notices = Notices()
        var conversation = try conversation(with: faulty(fault, log: notices.add))
        for _ in 1...2 {
            let turn = await conversation.say("que dit la machine")
            #expect(turn.status == .unknown)
            #expect(turn.reply.first == "worker.unavailable")
            #expect(await conversation.say("quand ouvre la piscine").status == .answered)
        }
        #expect(notices.codes == [code, "worker.given-up"])
    }

    @Test("A worker that exits at its start is tried again, more and more seldom, and given up after five faults")
    func exitsAtStart() async throws {
        let notices = Notices()
        let worker = faulty("exits-at-start", log: notices.add)
        var conversation = try conversation(with: worker)
        for _ in 1...400 where !notices.codes.contains("worker.given-up") {
            #expect(await conversation.say("que dit la machine").reply.first == "worker.unavailable")
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(await conversation.say("quand ouvre la piscine").status == .answered)
        #expect(notices.codes.contains("worker.given-up"))
        for _ in 1...50 where notices.codes.count < 6 { try await Task.sleep(for: .milliseconds(20)) }
        #expect(notices.codes.filter { $0 == "worker.ended" }.count == 5)
        #expect(notices.diagnostics.first { $0.code == "worker.ended" }?.arguments["status"] == "9")
    }

    @Test("A worker that never greets keeps nobody waiting")
    func neverGreets() async throws {
        let worker = faulty("never-greets", deadline: .milliseconds(200))
        var conversation = try conversation(with: worker)
        #expect(await conversation.say("que dit la machine").reply.first == "worker.unavailable")
        #expect(await conversation.say("quand ouvre la piscine").status == .answered)
        await worker.stop()
    }

    @Test("A reply that comes too late is never taken for the next one")
    func late() async throws {
        let worker = faulty("late", ["2.2"], deadline: .seconds(2))
        #expect(await worker.ask("faulty.fine").first == "Tout va bien.")
        #expect(await worker.ask().first == "worker.failed")
        for _ in 1...3 {
            #expect(await worker.ask("faulty.fine").first == "Tout va bien.")
            try await Task.sleep(for: .milliseconds(150))
        }
        await worker.stop()
    }

    @Test("A second reply to the same question costs nothing but the process")
    func twice() async throws {
        let notices = Notices()
        let worker = faulty("twice", log: notices.add)
        #expect(await worker.ask().first == "Une fois.")
        #expect(await notices.await("worker.unasked"))
        #expect(await worker.ask("faulty.fine").first == "Tout va bien.")
        await worker.stop()
    }

    @Test(
        "A worker that closes a pipe costs one apology, and Parvis lives on",
        arguments: [("closes-stdout", "worker.failed"), ("closes-stdin", "Je ne lis plus.")])
    func closedPipe(fault: String, first: String) async throws {
        let notices = Notices()
        let worker = faulty(fault, deadline: .seconds(2), log: notices.add)
        #expect(await worker.ask().first == first)
        if first != "worker.failed" { #expect(await worker.ask("faulty.fine").first == "worker.failed") }
        #expect(await worker.ask("faulty.fine").first == "Tout va bien.")
        // Where the worker has a world of processes of its own, its guardian keeps the pipes open until the deadline.
        #expect(["worker.late", "worker.ended", "worker.closed-input"].contains(notices.codes.first ?? ""))
        await worker.stop()
    }

    @Test("A turn that is cancelled ends at once, and its reply is not taken for the next one")
    func cancelled() async throws {
        let notices = Notices()
        let worker = faulty("late", ["0.5"], log: notices.add)
        #expect(await worker.ask("faulty.fine").first == "Tout va bien.")
        let turn = Task { await worker.ask() }
        try await Task.sleep(for: .milliseconds(100))
        turn.cancel()
        #expect(await turn.value.first == "worker.failed")
        #expect(await worker.ask("faulty.fine").first == "Tout va bien.")
        #expect(notices.codes.isEmpty)
        await worker.stop()
    }

    @Test("Several people who ask at once are answered one after the other")
    func together() async throws {
        let worker = faulty("none")
        let answers = await withTaskGroup(of: String.self) { group in
            for index in 0..<20 {
                group.addTask { await worker.ask(index.isMultiple(of: 2) ? "faulty.ask" : "faulty.fine").first }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(answers == ["Bien.": 10, "Tout va bien.": 10])
        await worker.stop()
    }

    @Test("What is out of date is not answered, and is no fault")
    func expired() async throws {
        let notices = Notices()
        let worker = faulty("expired", log: notices.add)
        let reply = await worker.ask()
        #expect(reply.status == .unknown)
        #expect(reply.first == "worker.expired")
        #expect(notices.codes.isEmpty)
        await worker.stop()
    }
}
