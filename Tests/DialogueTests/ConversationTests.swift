import CivilTime
import Diagnostics
import Dialogue
import Language
import Testing
import TopicKit
import Understanding

@Suite struct ConversationTests {
    @Test("A missing slot is asked for, and the answer completes the question")
    func elicitation() async throws {
        var conversation = try pools()
        let asked = await conversation.say("quand ouvre la piscine")
        #expect(asked.status == .asked)
        #expect(asked.reply.question?.slot == "pool")
        let answered = await conversation.say("les Moulins")
        #expect(answered.status == .answered)
        #expect(answered.slots["pool"]?.value == .entity("mills"))
    }

    @Test("A slot that was not understood is asked for again, then a person is offered")
    func askedAgain() async throws {
        var conversation = try pools()
        _ = await conversation.say("quand ouvre la piscine")
        var said: [Reply.Part?] = []
        for _ in 1...3 {
            let turn = await conversation.say("xyzzy")
            #expect(turn.status == .asked)
            said.append(turn.reply.parts.first)
        }
        #expect(said[0] != said[2])
    }

    @Test("A question of another kind leaves the one that waited")
    func interruption() async throws {
        var conversation = try pools()
        _ = await conversation.say("quand ouvre la piscine")
        #expect(await conversation.say("combien coûte une entrée").intent == "pool.price")
    }

    @Test(
        "A detail alone changes the last question and keeps the rest",
        arguments: ["et les Sources", "les Sources ?", "et pour les sources"])
    func followUp(text: String) async throws {
        var conversation = try pools()
        _ = await conversation.say("quand ouvre la piscine des Moulins")
        let turn = await conversation.say(text)
        #expect(turn.intent == "pool.open")
        #expect(turn.slots["pool"]?.value == .entity("springs"))
    }

    @Test("What stays meant is not asked twice")
    func kept() async throws {
        var conversation = try pools()
        _ = await conversation.say("quand ouvre la piscine des Moulins")
        #expect(await conversation.say("quand est-ce que ça ouvre").status == .answered)
        #expect(await conversation.say("recommence").status == .answered)
        #expect(await conversation.say("quand est-ce que ça ouvre").status == .asked)
    }

    @Test("The last answer is said again, as it was")
    func repetition() async throws {
        var conversation = try pools()
        let first = await conversation.say("combien coûte une entrée")
        let again = await conversation.say("répète")
        #expect(again.reply == first.reply)
        #expect(again.topic == "pool")
        #expect(await conversation.say("plus simple").manner == .simple)
        #expect(await conversation.say("merci").topic == nil)
    }

    @Test("What is not understood is never answered twice in the same words, and ends with a person")
    func misses() async throws {
        var conversation = try pools()
        var said: Set<Reply> = []
        for _ in 1...3 {
            let turn = await conversation.say("zzz qqq")
            #expect(turn.status == .unclear)
            said.insert(turn.reply)
        }
        #expect(said.count == 3)
        #expect(await conversation.say("zzz qqq").status == .handover)
    }

    @Test(
        "Words of distress come first, whatever was going on",
        arguments: ["je veux en finir", "mon mari me frappe", "il y a le feu"])
    func distress(text: String) async throws {
        var conversation = try pools()
        _ = await conversation.say("quand ouvre la piscine")
        let turn = await conversation.say(text)
        #expect(turn.isUrgent)
        #expect(turn.status == .answered)
        #expect(turn.topic == nil)
    }

    @Test("A topic without words, without examples or with an unknown slot is refused, and the others stay")
    func refused() throws {
        let files = try words()
        let stray = Pool(manifest: Manifest(id: "stray", intents: [Intent("stray.ask")]))
        let twice = Pool(manifest: Pool.manifest)
        let registry = Registry.load([Pool(), stray, twice], files: files)
        #expect(registry.value.entries.map(\.manifest.id) == ["pool"])
        #expect(registry.diagnostics.map(\.code) == ["topic.no-words", "topic.duplicate"])
    }

    @Test("A topic with a pattern that cannot be read is refused, and is told where it goes wrong")
    func badPattern() throws {
        let slot = Slot("file", .pattern("[A-Z]{2}-([0-9]{4}"))
        let pool = Pool(
            manifest: Manifest(id: "pool", intents: Pool.manifest.intents, slots: Pool.manifest.slots + [slot]))
        let registry = Registry.load([pool], files: try words())
        #expect(registry.value.entries.isEmpty)
        #expect(registry.diagnostics.map(\.code) == ["topic.bad-pattern"])
        #expect(registry.diagnostics.first?.arguments["found"] == "([0-9]{4}")
    }
}

@Suite struct SessionTests {
    @Test("Two callers at once get whole turns, one after the other")
    func twoAtOnce() async throws {
        let session = Session(try pools())
        async let first = session.take(Utterance("quand ouvre la piscine"), at: noon)
        async let second = session.take(Utterance("combien coûte une entrée"), at: noon)
        #expect(Set([await first.intent, await second.intent]) == ["pool.open", "pool.price"])
    }
}

private let noon = Moment(Day(number: 20_777), hour: 12)

extension Conversation {
    fileprivate mutating func say(_ text: String) async -> Turn { await take(Utterance(text), at: noon) }
}

/// A topic small enough to see through.
private struct Pool: Topic {
    static let manifest = Manifest(
        id: "pool", intents: [Intent("pool.open", required: ["pool"]), Intent("pool.price", optional: ["pool"])],
        slots: [
            Slot(
                "pool", .entity,
                entries: [
                    Entry(id: "mills", names: ["la piscine des Moulins", "les Moulins"]),
                    Entry(id: "springs", names: ["les Sources"]),
                ],
                isKept: true)
        ])

    var manifest: Manifest = Pool.manifest

    func reply(to request: TopicRequest) async -> Reply {
        Reply(.answered, [.statement(Phrase("pool.answer", ["pool": .text(request.entity("pool") ?? "")]))])
    }
}

private struct Nobody: Desk {
    let contact = Contact(name: "l'accueil")
    func openUntil(at now: Moment) -> Moment? { nil }
    func nextOpening(after now: Moment) -> Moment? { nil }
}

/// The words of this package's French, with those of the sample topic.
private func words() throws -> LocaleFiles {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let files = LocaleFiles.load(directory: root + "/Locales/fr").value
    var pool = TopicWords()
    pool.title = "la piscine"
    pool.examples = [
        "pool.open": [
            "quand ouvre la piscine", "la piscine ouvre quand", "quand est-ce que ça ouvre", "horaires {pool}",
            "c'est ouvert quand",
        ],
        "pool.price": [
            "combien coûte une entrée", "quel est le prix", "c'est combien", "le tarif de la piscine", "c'est payant",
        ],
    ]
    pool.slots = ["pool": SlotWords(prompt: "Quelle piscine ?")]
    return LocaleFiles(
        language: files.language, topics: ["core": try #require(files.topics["core"]), "pool": pool], words: files.words
    )
}

/// A conversation at its beginning; what it works with is trained once.
private func pools() throws -> Conversation { Conversation(setting: try sample.get()) }

private let sample = Result { () throws -> Setting in
    let files = try words()
    let french = French(words: files.words)
    let registry = Registry.load([Pool()], files: files).value
    let understanding = Understanding(
        definitions: registry.definitions, knowledge: Knowledge(rules: french, words: files.words), now: noon)
    let profile = TownProfile(name: "Valclair", insee: "99123", postcode: "99120", contact: Contact(name: "l'accueil"))
    return Setting(
        registry: registry, understanding: understanding, profile: profile, calendar: DayCalendar(), desk: Nobody(),
        locale: "fr")
}
