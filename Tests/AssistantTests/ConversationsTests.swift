import Assistant
import CivilTime
import Diagnostics
import Dialogue
import Foundation
import Language
import Testing
import TopicKit
import TownStore

private let shared = Result { try Assistant.open(place: .memory) }

@Suite("The conversations of a server")
struct ConversationsTests {
    private let now = Moment(Day(number: 20_777), hour: 10)
    private let assistant: Assistant
    private let file = FileManager.default.temporaryDirectory.appending(path: "sessions-\(UUID().uuidString)/c.json")

    init() throws { assistant = try shared.get() }

    private func conversations(limit: Int = 3, idle: Int? = 1200) -> Conversations {
        Conversations(limit: limit, idle: idle, file: file.path) { [assistant] in assistant.conversation($0) }
    }

    private func ask(_ conversations: Conversations, _ id: String, _ text: String, at now: Moment) async -> Turn {
        await conversations.session(id, at: now).take(Utterance(text), at: now)
    }

    @Test("are told apart by their id, and go on")
    func apart() async {
        let all = conversations()
        _ = await ask(all, "a", "la piscine est ouverte vendredi ?", at: now)
        _ = await ask(all, "b", "bonjour", at: now)
        #expect(await ask(all, "a", "et samedi ?", at: now).topic == "hours")
        #expect(await ask(all, "b", "et samedi ?", at: now).topic == nil)
        await all.erase("a")
        #expect(await ask(all, "a", "et samedi ?", at: now).topic == nil)
    }

    @Test("are so many at most: the one that was idle longest makes room")
    func bounded() async {
        let all = conversations()
        for id in ["a", "b", "c"] { _ = await ask(all, id, "la piscine est ouverte vendredi ?", at: now) }
        _ = await ask(all, "a", "et samedi ?", at: now)
        for id in ["d", "e"] { _ = await all.session(id, at: now) }
        #expect(await all.count == 3)
        #expect(await ask(all, "a", "et dimanche ?", at: now).topic == "hours")
        #expect(await ask(all, "b", "et dimanche ?", at: now).topic == nil)
        for number in 0..<2000 { _ = await all.session("x\(number)", at: now) }
        #expect(await all.count == 3)
    }

    @Test("are forgotten once they have been idle for too long, by the clock that is passed in")
    func expiry() async {
        let all = conversations()
        _ = await ask(all, "a", "la piscine est ouverte vendredi ?", at: now)
        #expect(await ask(all, "a", "et samedi ?", at: now.adding(minutes: 20)).topic == "hours")
        #expect(await ask(all, "a", "et samedi ?", at: now.adding(seconds: 2401)).topic == nil)
        await all.expire(at: now.adding(minutes: 60))
        #expect(await all.count == 0)
        let lasting = conversations(idle: nil)
        _ = await ask(lasting, "a", "la piscine est ouverte vendredi ?", at: now)
        #expect(await ask(lasting, "a", "et samedi ?", at: now.adding(minutes: 5000)).topic == "hours")
    }

    @Test("are taken up by the next start, once, and those that expired meanwhile are not")
    func restart() async throws {
        defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
        let before = conversations()
        _ = await ask(before, "old", "la piscine est ouverte vendredi ?", at: now.adding(minutes: -15))
        _ = await ask(before, "a", "la piscine est ouverte vendredi ?", at: now)
        try await before.save(at: now)
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
        let after = conversations()
        let later = now.adding(minutes: 10)
        #expect(await after.restore(at: later).isEmpty)
        #expect(!FileManager.default.fileExists(atPath: file.path))
        #expect(await after.count == 1)
        #expect(await ask(after, "a", "et samedi ?", at: later).topic == "hours")
        #expect(await conversations().restore(at: later).isEmpty)
    }

    @Test("leave nobody's words on the disk")
    func noUtterance() async throws {
        defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
        let all = conversations(limit: 20)
        let said = [
            "c kan les poubel jone rue des tilleul", "kestion piscinne samdi", "cartte didentitée pour mon fisse",
            "j'habbite rue des lila", "y'a koi a la kantine vendredit ?",
        ]
        for (index, text) in said.enumerated() { _ = await ask(all, "\(index)", text, at: now) }
        try await all.save(at: now)
        let text = try String(contentsOf: file, encoding: .utf8)
        for word in said.flatMap({ $0.split(separator: " ") }) where word.count > 5 && !["piscine"].contains(word) {
            #expect(!text.contains(word), "\(word)")
        }
        #expect(text.contains("\"0\""))
    }

    @Test("leave out a slot that is somebody's words, and what may repeat it")
    func freeText() {
        var state = ConversationState()
        let words = FilledSlot(.text("mon voisin crie"), text: "mon voisin crie")
        state.kept = ["noise": ["about": words, "day": FilledSlot(.number(3), text: "trois")]]
        state.lastReply = Reply(.answered, [.statement(.text(["fr": "Vous dites : mon voisin crie"]))])
        let saved = state.withoutUtterances
        #expect(saved.kept == ["noise": ["day": FilledSlot(.number(3), text: "")]])
        #expect(saved.lastReply == nil)
        state.kept = [:]
        #expect(state.withoutUtterances.lastReply == state.lastReply)
    }

    @Test(
        "go on without a file that is damaged, and say so",
        arguments: ["", "{", "[1]", #"[{"id":"a"}]"#, "\u{0}\u{0}"])
    func damaged(text: String) async throws {
        defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
        try PrivateFile.write(Data(text.utf8), to: file.path)
        let all = conversations()
        #expect(await all.restore(at: now).map(\.code) == ["store.no-conversations"])
        #expect(!FileManager.default.fileExists(atPath: file.path))
        #expect(await ask(all, "a", "bonjour", at: now).status == .answered)
    }

    @Test("are not written where there are none, and a folder that cannot be made is an error")
    func nothingToSave() async throws {
        try await conversations().save(at: now)
        #expect(!FileManager.default.fileExists(atPath: file.path))
        let nowhere = Conversations(file: "/proc/nowhere/c.json") { [assistant] in assistant.conversation($0) }
        _ = await nowhere.session("a", at: now)
        await #expect(throws: StoreError.self) { try await nowhere.save(at: now) }
    }
}
