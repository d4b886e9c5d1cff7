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
        Conversations(limit: limit, idle: idle, file: file.path)
    }

    /// Asks something, and tells of which topic the conversation was before.
    private func ask(
        _ conversations: Conversations, _ id: String, _ text: String = "la piscine est ouverte vendredi ?",
        at now: Moment
    ) async -> String? {
        let isKnown = conversations.language(of: id, at: now) != nil
        let topic = isKnown ? conversations.state(of: id)?.said.last?.topic : nil
        let edition = Edition(assistant)
        let outcome = await conversations.take(
            .utterance(Utterance(text)), in: id, at: now, begins: "fr", with: { _ in edition })
        if case .answered = outcome {} else { Issue.record("no answer in \(id)") }
        return topic
    }

    @Test("are told apart by their id, and go on")
    func apart() async {
        let all = conversations()
        #expect(await ask(all, "a", at: now) == nil)
        #expect(await ask(all, "b", at: now) == nil)
        #expect(await ask(all, "a", at: now) == "hours")
        #expect(all.erase("a") && !all.erase("a"))
        #expect(await ask(all, "a", at: now) == nil)
        #expect(await ask(all, "b", at: now) == "hours")
    }

    @Test("are so many at most: the one that was idle longest makes room")
    func bounded() async {
        let all = conversations()
        for id in ["a", "b", "c"] { _ = await ask(all, id, at: now) }
        _ = await ask(all, "a", at: now)
        for id in ["d", "e"] { all.begin(id, language: "fr", at: now) }
        #expect(all.count == 3)
        #expect(await ask(all, "a", at: now) == "hours")
        #expect(await ask(all, "b", at: now) == nil)
        for number in 0..<2000 { all.begin("x\(number)", language: "fr", at: now) }
        #expect(all.count == 3)
    }

    @Test("are forgotten once they have been idle for too long, by the clock that is passed in")
    func expiry() async {
        let all = conversations()
        _ = await ask(all, "a", at: now)
        #expect(await ask(all, "a", at: now.adding(minutes: 20)) == "hours")
        #expect(await ask(all, "a", at: now.adding(seconds: 2401)) == nil)
        all.expire(at: now.adding(minutes: 60))
        #expect(all.count == 1)
        all.expire(at: now.adding(minutes: 61))
        #expect(all.count == 0)
        let lasting = conversations(idle: nil)
        _ = await ask(lasting, "a", at: now)
        #expect(await ask(lasting, "a", at: now.adding(minutes: 5000)) == "hours")
    }

    @Test("are taken up by the next start, once, and those that expired meanwhile are not")
    func restart() async throws {
        defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
        let before = conversations()
        _ = await ask(before, "old", at: now.adding(minutes: -15))
        _ = await ask(before, "a", at: now)
        try before.save(at: now)
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
        let after = conversations()
        let later = now.adding(minutes: 10)
        #expect(after.restore(at: later).isEmpty)
        #expect(!FileManager.default.fileExists(atPath: file.path))
        #expect(after.count == 1)
        #expect(await ask(after, "a", at: later) == "hours")
        #expect(conversations().restore(at: later).isEmpty)
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
        try all.save(at: now)
        let text = try String(contentsOf: file, encoding: .utf8)
        let written = Set(text.split { !$0.isLetter })
        for word in [
            "kan", "poubel", "jone", "tilleul", "kestion", "piscinne", "cartte", "fisse", "habbite", "kantine",
        ] {
            #expect(!written.contains(word[...]), "\(word)")
        }
        #expect(text.contains("waste.next"))
    }

    @Test("leave out a slot that is somebody's words, and what may repeat it")
    func freeText() {
        var state = ConversationState()
        let words = FilledSlot(.text("mon voisin crie"), text: "mon voisin crie")
        state.kept = ["noise": ["about": words, "day": FilledSlot(.number(3), text: "trois")]]
        state.said = [
            .init(reply: Reply(.answered, [.statement(.text(["fr": "Vous dites : mon voisin crie"]))]), topic: nil)
        ]
        state.memory = ["noise": ["matter": "mon voisin crie"]]
        let saved = state.withoutUtterances
        #expect(saved.kept == ["noise": ["day": FilledSlot(.number(3), text: "")]])
        #expect(saved.said.isEmpty && saved.memory.isEmpty)
        state.kept = [:]
        #expect(state.withoutUtterances.said.count == 1 && state.withoutUtterances.memory == state.memory)
    }

    @Test(
        "go on without a file that is damaged, and say so",
        arguments: ["", "{", "[1]", #"[{"id":"a"}]"#, "\u{0}\u{0}"])
    func damaged(text: String) async throws {
        defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
        try PrivateFile.write(Data(text.utf8), to: file.path)
        let all = conversations()
        #expect(all.restore(at: now).map(\.code) == ["store.no-conversations"])
        #expect(!FileManager.default.fileExists(atPath: file.path))
        #expect(await ask(all, "a", at: now) == nil)
    }

    @Test("are not written where there are none, and a folder that cannot be made is an error")
    func nothingToSave() throws {
        try conversations().save(at: now)
        #expect(!FileManager.default.fileExists(atPath: file.path))
        let nowhere = Conversations(file: "/proc/nowhere/c.json")
        nowhere.begin("a", language: "fr", at: now)
        #expect(throws: StoreError.self) { try nowhere.save(at: now) }
    }

    @Test("Turns of one conversation are answered one after the other; too many that wait are refused")
    func order() async {
        let all = conversations()
        let edition = Edition(assistant)
        all.begin("a", language: "fr", at: now)
        let texts = ["la piscine est ouverte vendredi ?", "et samedi ?", "répète", "merci"]
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                for text in texts {
                    group.addTask { [now] in
                        _ = await all.take(.utterance(Utterance(text)), in: "a", at: now, with: { _ in edition })
                    }
                }
            }
        }
        #expect(all.count == 1 && all.state(of: "a")?.said.isEmpty == false)
    }

    @Test("A conversation erased while it is answered stays erased, and the turns that wait for it end")
    func erasedMeanwhile() async {
        let all = conversations()
        let edition = Edition(assistant)
        all.begin("a", language: "fr", at: now)
        let outcome = await all.take(.act(.help), in: "a", at: now) { _ in
            all.erase("a")
            return edition
        }
        if case .answered = outcome {} else { Issue.record("not answered") }
        #expect(all.count == 0 && all.state(of: "a") == nil)
        if case .unknown = await all.take(.act(.help), in: "a", at: now, with: { _ in edition }) {
        } else {
            Issue.record("still there")
        }
    }
}
