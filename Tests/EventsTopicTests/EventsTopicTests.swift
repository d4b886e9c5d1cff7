import CivilTime
import Diagnostics
import Foundation
import Language
import Rendering
import Testing
import TopicKit
import Town

@testable import EventsTopic

@Suite("The events topic, on the example town's agendas")
struct EventsTopicTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let records = TownFolder(root.appending(path: "Towns/valclair").path).events().value
    private static let renderer: Renderer = {
        let files = LocaleFiles.load(directory: root.appending(path: "Locales/fr").path).value
        return Renderer(book: PhraseBook(files: files, rules: French(words: files.words)))
    }()
    private let topic = EventsTopic(records: records.records, sources: records.sources)

    private func ask(
        _ intent: String, _ slots: [String: FilledSlot] = [:], memory: [String: String] = [:],
        at now: String = "2026-11-21T10:00"
    ) async throws -> Reply {
        await topic.reply(
            to: TopicRequest(
                intent: intent, slots: slots, now: try #require(Moment(iso: now)), memory: memory,
                profile: TownProfile(
                    name: "Valclair", insee: "99123", postcode: "99120", contact: Contact(name: "l'accueil"))))
    }

    private func days(_ first: String, _ last: String? = nil, text: String = "") -> FilledSlot {
        let start = Day(iso: first) ?? Day(number: 0)
        let end = last.flatMap { Day(iso: $0) } ?? start
        return FilledSlot(.time(TimeSpan(first: start, last: end, grain: .day, isRelative: false)), text: text)
    }

    private func entity(_ id: String, text: String = "-") -> FilledSlot { FilledSlot(.entity(id), text: text) }

    private func lines(_ reply: Reply, _ content: Renderer.Content = .answer) -> [String] {
        Self.renderer.lines(reply, content, today: Day(iso: "2026-11-21") ?? Day(number: 0))
            .filter { !$0.hasPrefix("Source") }
    }

    @Test("A day has its events; three are said and the others are details")
    func list() async throws {
        let reply = try await ask("events.list", ["date": days("2026-11-21", "2026-11-22")])
        #expect(
            lines(reply) == [
                "Du samedi 21 au dimanche 22 novembre : il y a 5 événements.",
                "1. Marché du samedi, samedi 21 novembre à 8 h, Marché couvert.",
                "2. Atelier vélo : réparer soi-même, samedi 21 novembre à 14 h, Marché couvert.",
                "3. Exposition de photos : Valclair autrefois, jusqu'au dimanche 31 janvier, Musée du Moulin.",
                "Il y a encore 2 autres événements. Dites : plus de détails.",
            ])
        #expect(reply.evidence.count == 2)
        #expect(lines(reply, .details).contains { $0.contains("Match de handball") })
    }

    @Test("What is over today is left out")
    func laterToday() async throws {
        let reply = try await ask("events.list", ["date": days("2026-11-21")], at: "2026-11-21T13:00")
        #expect(lines(reply).first == "Aujourd'hui, samedi 21 novembre : il y a 2 événements.")
    }

    @Test("A cancelled event is never listed as if it took place")
    func cancelled() async throws {
        let slots = ["date": days("2026-12-05"), "kind": entity("concert")]
        let reply = try await ask("events.list", slots)
        #expect(
            lines(reply) == [
                "Samedi 5 décembre, je ne trouve rien : pas de concert. Concert de rock des Volets Bleus, samedi 5 décembre à 20 h 30 : c'est annulé. Ensuite : Concert de Noël de la chorale, samedi 19 décembre à 17 h, Église Saint-Aubrac."
            ])
        let one = try await ask("events.detail", ["event": entity("Concert de rock des Volets Bleus")])
        #expect(lines(one) == ["Concert de rock des Volets Bleus, samedi 5 décembre à 20 h 30 : c'est annulé."])
    }

    @Test("Days that are over say so")
    func past() async throws {
        let reply = try await ask("events.list", ["date": days("2026-11-14"), "kind": entity("market")])
        #expect(
            lines(reply) == [
                "Samedi 14 novembre, c'est passé. Il y avait 1 marché.", "Marché du samedi, à 8 h, Marché couvert.",
            ])
        let none = try await ask("events.list", ["date": days("2026-11-14"), "kind": entity("concert")])
        #expect(lines(none) == ["Samedi 14 novembre, c'est passé. Je ne trouve rien à cette date."])
        let one = try await ask("events.detail", ["event": entity("Cérémonie du 11 novembre")])
        #expect(
            lines(one).first?.hasPrefix("Cérémonie du 11 novembre : c'est passé. C'était mercredi 11 novembre") == true)
    }

    @Test(
        "What no valid agenda says is unknown",
        arguments: [("2031-05-03", "2026-11-21T10:00"), ("2028-12-02", "2028-12-01T10:00")])
    func unknown(day: String, now: String) async throws {
        let reply = try await ask("events.list", ["date": days(day)], at: now)
        #expect(reply.status == .unknown)
        #expect(reply.evidence.isEmpty)
        #expect(lines(reply).contains("L'accueil peut vous aider."))
    }

    @Test("Nothing at all to read is unknown, for every intent", arguments: ["events.list", "events.detail", "other"])
    func empty(intent: String) async throws {
        let request = TopicRequest(
            intent: intent, now: try #require(Moment(iso: "2026-11-21")),
            profile: TownProfile(name: "", insee: "", postcode: "", contact: Contact(name: "")))
        #expect(await EventsTopic(records: EventRecords(), sources: [:]).reply(to: request).status == .unknown)
        #expect(await EventsTopic(records: Self.records.records, sources: [:]).reply(to: request).status == .unknown)
    }

    @Test("A word within a name is no date and no kind of its own")
    func namesWithin() async throws {
        let christmas = [
            "event": entity("Marché de Noël", text: "marché de noël"), "date": days("2026-12-25", text: "noël"),
        ]
        #expect(
            lines(try await ask("events.detail", christmas))
                == ["Marché de Noël, vendredi 11 décembre à 16 h, Marché couvert. Fin à 21 h. C'est gratuit."])
        let hall = [
            "place": entity("Salle des fêtes", text: "salle des fêtes"), "kind": entity("festival", text: "fêtes"),
            "date": days("2026-11-28"),
        ]
        #expect(lines(try await ask("events.list", hall)).last?.contains("fanfare") == true)
    }

    @Test("A day on which an event is not is said, then its own day")
    func otherDay() async throws {
        let slots = ["event": entity("Conseil municipal"), "date": days("2026-11-27")]
        #expect(
            lines(try await ask("events.detail", slots)).first
                == "Conseil municipal : ce n'est pas vendredi 27 novembre. C'est jeudi 26 novembre à 19 h, Salle du conseil. Fin à 22 h. C'est gratuit."
        )
    }

    @Test("Without an event, the one just spoken of is meant, or it is asked for")
    func whichEvent() async throws {
        let one = try await ask("events.detail", memory: ["titles": "Club de lecture"])
        #expect(lines(one).first?.hasPrefix("Club de lecture, jeudi 26 novembre à 18 h 30") == true)
        let asked = try await ask("events.detail", memory: ["titles": "Club de lecture\nMarché de Noël"])
        #expect(asked.question?.choices.map(\.id) == ["Club de lecture", "Marché de Noël"])
        #expect(try await ask("events.detail").question?.choices.count == 3)
        let listed = try await ask("events.detail", ["kind": entity("concert")])
        #expect(lines(listed).first == "Voici 3 concerts à venir.")
    }

    @Test(
        "A name has parts that people say",
        arguments: [
            (
                "Concert de rock des Volets Bleus",
                ["Concert de rock", "Concert de rock des Volets", "rock des Volets Bleus", "Volets Bleus"]
            ),
            ("Club de lecture", []), ("", []), ("Bal du 14 juillet", ["Bal du 14", "14 juillet"]),
        ])
    func parts(name: String, expected: [String]) { #expect(EventNames.parts(of: name) == expected) }

    @Test("A part that two names share names neither")
    func sharedParts() {
        let entries = EventNames.entries(["Grand concert de rock", "Grand concert de jazz", "Grand concert de jazz"])
        #expect(entries.map(\.id) == ["Grand concert de rock", "Grand concert de jazz"])
        #expect(!entries.flatMap(\.names).contains("Grand concert"))
    }
}
