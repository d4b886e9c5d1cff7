import CivilTime
import Language
import Testing
import TopicKit
import Town

@testable import CivilStatusTopic

@Suite("The civil status topic")
struct CivilStatusTopicTests {
    private func keys(_ parts: [Reply.Part]) -> [String] {
        parts.map { part in
            switch part {
            case .statement(.key("civil-status.fact", let values)): text(values["text"])
            case .statement(.key(let key, _)): key
            case .statement(.text(let texts)): texts["fr"] ?? ""
            case .list(.key(let key, let values), let items): "\(key) \(count(values["count"])) \(items.count)"
            case .link(let link): link.url
            case .schedule(_, let rows): "\(rows.count) rows"
            case .contact(let contact): contact.name
            default: "?"
            }
        }
    }

    private func text(_ value: Value?) -> String { if case .text(let text)? = value { text } else { "" } }
    private func count(_ value: Value?) -> Int { if case .count(let count)? = value { count } else { 0 } }

    @Test("Every question of a procedure is a slot whose names answer it in the first sentence")
    func manifest() {
        let manifest = Samples.topic().manifest
        #expect(manifest.id == "civil-status")
        #expect(manifest.slots.map(\.name) == ["procedure", "carte.motif", "carte.personne", "carte.depuis"])
        #expect(manifest.intents.allSatisfy { $0.required == ["procedure"] && $0.optional.count == 3 })
        #expect(manifest.slot("carte.motif")?.entries.last?.names == ["perdue", "perdu ma carte"])
    }

    @Test("An answer means something only for its own procedure")
    func scope() {
        let manifest = Samples.topic().manifest
        let (card, other) = (FilledSlot(.entity("carte"), text: ""), FilledSlot(.entity("mariage"), text: ""))
        let lost = FilledSlot(.entity("perdue"), text: "perdue")
        #expect(manifest.meant(["procedure": card, "carte.motif": lost]).count == 2)
        #expect(manifest.meant(["procedure": other, "carte.motif": lost]) == ["procedure": other])
        #expect(manifest.meant(["carte.motif": lost, "asked.freely": lost]) == ["asked.freely": lost])
    }

    @Test("Says what the answer is about unless the person just did", arguments: [true, false])
    func about(isSaid: Bool) async {
        let full = Samples.request("delay")
        let request = TopicRequest(
            intent: full.intent, slots: full.slots, said: isSaid ? ["procedure"] : [], now: full.now,
            profile: full.profile)
        let reply = await Samples.topic().reply(to: request)
        #expect(keys(reply.parts).contains("civil-status.about-delay") != isSaid)
    }

    @Test("A name that would be heard in the answer to an earlier question counts only when asked")
    func ambiguousName() {
        let slot = Samples.topic().manifest.slot("carte.depuis")
        #expect(slot?.entries.map(\.names) == [["moins de 5 ans"], []])
    }

    @Test("Asks one question at a time, with its choices, and remembers the answers")
    func asks() async throws {
        let first = await Samples.topic().reply(to: Samples.request("documents"))
        #expect(first.question?.slot == "carte.motif")
        #expect(first.question?.choices.map(\.id) == ["perimee", "perdue"])
        let second = await Samples.topic().reply(to: Samples.request("documents", ["motif": "perdue"]))
        #expect(second.question?.slot == "carte.personne")
        #expect(second.memory == ["carte.motif": "perdue"])
    }

    @Test("Announces the count, numbers the documents, then says the price, the appointment and the note of the case")
    func documents() async {
        let request = Samples.request("documents", ["motif": "perdue", "personne": "enfant"])
        let reply = await Samples.topic().reply(to: request)
        #expect(reply.status == .answered)
        #expect(
            keys(reply.parts) == [
                "civil-status.unreviewed", "civil-status.documents 2 2", "Cela coûte 25 euros.",
                "Il faut un rendez-vous.", "Vous signez une déclaration.",
                "https://official.example/N358",
            ])
        #expect(
            keys(reply.details) == [
                "La carte dure 10 ans.", "Le délai dépend du lieu.",
                "https://r.example/c?motif=perdue", "https://t.example/",
            ])
        #expect(reply.evidence.map(\.url) == ["https://official.example/N358"])
    }

    @Test(
        "Says first that the town has not checked the answer, or not for a year",
        arguments: [(nil, true), (366, true), (365, false), (0, false)] as [(Int?, Bool)])
    func unreviewed(daysAgo: Int?, isSaid: Bool) async {
        let request = Samples.request("delay")
        let procedure = Samples.procedure(
            facts: Samples.card.facts, reviewed: daysAgo.map { request.now.day.adding(days: -$0) })
        let reply = await Samples.topic(procedure).reply(to: request)
        #expect((keys(reply.parts).first == "civil-status.unreviewed") == isSaid)
        #expect(keys(reply.parts + reply.details).filter { $0 == "https://official.example/N358" }.count == 1)
    }

    @Test("Answers given earlier in the conversation are used and said back")
    func recall() async {
        let memory = ["carte.motif": "perdue", "passeport.motif": "vole"]
        let reply = await Samples.topic().reply(to: Samples.request("fee", memory: memory))
        #expect(
            keys(reply.parts) == [
                "civil-status.unreviewed", "civil-status.recall",
                "Cela coûte 25 euros.", "https://official.example/N358",
            ])
        #expect(reply.memory == memory)
        let changed = await Samples.topic().reply(to: Samples.request("fee", ["motif": "perimee"], memory: memory))
        #expect(keys(changed.parts).contains("C'est gratuit."))
        #expect(!keys(changed.parts).contains("civil-status.recall"))
    }

    @Test(
        "Says where to go and whether it is open",
        arguments: [
            (0, 9 * 60, "civil-status.open-now"), (0, 7 * 60, "civil-status.open-today"),
            (0, 13 * 60, "civil-status.open-next"), (5, 9 * 60, "civil-status.open-next"),
        ])
    func whereToGo(days: Int, minute: Int, state: String) async {
        let now = Moment(Samples.written.startOfWeek.adding(days: 7 + days), second: minute * 60)
        let reply = await Samples.topic().reply(to: Samples.request("where", now: now))
        #expect(
            keys(reply.parts) == [
                "civil-status.unreviewed", "civil-status.where", state, "Il faut un rendez-vous.",
                "https://official.example/N358",
            ])
        #expect(keys(reply.details) == ["5 rows", "le service de l'état civil", "https://r.example/c"])
        #expect(reply.evidence.map(\.source) == ["procedures/carte.yaml", "places/places.yaml"])
    }

    @Test("A counter whose hours are missing is still named")
    func unknownHours() async {
        let reply = await Samples.topic(place: Samples.place(hours: nil)).reply(to: Samples.request("where"))
        #expect(keys(reply.parts).prefix(2) == ["civil-status.unreviewed", "civil-status.where"])
        #expect(keys(reply.details).first == "le service de l'état civil")
    }

    @Test("The place of a special case replaces the town's own counter")
    func elsewhere() async {
        let procedure = Samples.procedure(
            questions: [Samples.question("lieu", ["ici": [], "ailleurs": []])],
            facts: [Samples.fact(.place, "Demandez à l'autre mairie.", ["lieu": ["ailleurs"]])])
        let topic = Samples.topic(procedure)
        let asked = await topic.reply(to: Samples.request("where"))
        #expect(asked.question?.slot == "carte.lieu")
        let reply = await topic.reply(to: Samples.request("where", ["lieu": "ailleurs"]))
        #expect(keys(reply.parts)[1] == "Demandez à l'autre mairie.")
        let here = await topic.reply(to: Samples.request("where", ["lieu": "ici"]))
        #expect(keys(here.parts)[1] == "civil-status.where")
    }

    @Test("Gives the links that hold, without asking what would only fill them in")
    func online() async {
        let reply = await Samples.topic().reply(to: Samples.request("online"))
        #expect(
            keys(reply.parts) == [
                "civil-status.unreviewed", "Il faut un rendez-vous.", "civil-status.online",
                "https://r.example/c", "https://official.example/N358",
            ])
    }

    @Test("Without a source, with one that has run out, or for a procedure that nobody wrote, it does not know")
    func unknown() async {
        let request = Samples.request("delay")
        for topic in [Samples.topic(hasSource: false), Samples.topic(validUntil: request.now.day.adding(days: -1))] {
            let reply = await topic.reply(to: request)
            #expect(reply.status == .unknown)
            #expect(keys(reply.parts) == ["civil-status.expired", "la mairie"])
            #expect(reply.evidence.isEmpty)
        }
        let other = TopicRequest(intent: "civil-status.fee", now: request.now, profile: request.profile)
        #expect(await Samples.topic().reply(to: other).status == .unknown)
        let lastDay = await Samples.topic(validUntil: request.now.day).reply(to: request)
        #expect(lastDay.status == .answered)
    }
}
