import CivilTime
import Diagnostics
import Language
import Testing
import TopicKit

@testable import TopicPack

@Suite("A pack answers") struct PackAnswerTests {
    private func topic(_ files: [String: String] = [:]) throws -> PackTopic {
        let pack = try TemporaryPack(files)
        let read = pack.load()
        #expect(read.diagnostics == [])
        let value = try #require(read.value)
        return try #require(PackTopic(value, language: "fr"))
    }

    @Test("by the first row of a table that fits what was said")
    func rows() async throws {
        let topic = try topic()
        let table: [([String: FilledSlot.Value], Int?)] = [
            (["bassin": .entity("grand")], 500),
            (["bassin": .entity("grand"), "date": .day("2026-11-21")], 600),
            (["bassin": .entity("grand"), "date": .day("2026-11-24")], 500),
            (["bassin": .entity("grand"), "age": .amount(.age(TimeAmount(months: 96)))], 250),
            (["bassin": .entity("grand"), "age": .amount(.age(TimeAmount(months: 240)))], 500),
            (["bassin": .entity("petit"), "date": .day("2026-11-24")], 300),
            (["bassin": .entity("petit"), "date": .day("2026-11-22")], nil),
            (["bassin": .entity("petit")], nil),
        ]
        for (slots, cents) in table {
            let reply = try await topic.reply("tarif", slots)
            #expect(reply.value("prix.prix") == cents.map { .money(cents: $0) }, "\(slots)")
            #expect(reply.keys == [cents == nil ? "piscine.tarif-2" : "piscine.tarif-1"])
            #expect(reply.evidence.map(\.title) == ["les tarifs"])
            #expect(reply.evidence.first?.source == "topics/piscine/prix.csv")
        }
    }

    @Test("by the first condition that holds")
    func conditions() async throws {
        let topic = try topic()
        let table: [([String: FilledSlot.Value], String)] = [
            (["date": .day("2026-11-21")], "piscine.cours-1"),
            (["date": .day("2026-12-21")], "piscine.cours-2"),
            (["date": .day("2027-07-05")], "piscine.cours-3"),
            (["groupe": .number(12)], "piscine.cours-4"),
            (["groupe": .number(1)], "piscine.cours-4"),
            (["groupe": .number(5)], "piscine.cours-5"),
            (["date": .day("2026-11-24")], "piscine.cours-5"),
            ([:], "piscine.cours-5"),
        ]
        let holiday = try DayCalendar.SchoolHoliday(
            id: "christmas", first: #require(Day(iso: "2026-12-19")), last: #require(Day(iso: "2027-01-03")))
        for (slots, key) in table {
            let reply = try await topic.reply("cours", slots, holidays: [holiday])
            #expect(reply.keys == [key], "\(slots)")
            #expect(reply.status == .answered)
        }
    }

    @Test("with a row for each fact of a table")
    func schedule() async throws {
        let reply = try await topic().reply("cours")
        guard case .schedule(.key(_, let values), let rows)? = reply.details.first else {
            Issue.record("no schedule in \(reply.details)")
            return
        }
        #expect(rows.count == 3)
        #expect(values["count"] == .count(3))
    }

    @Test("only what still holds, today and on the day that is asked about")
    func stale() async throws {
        let topic = try topic()
        let slots: [String: FilledSlot.Value] = ["bassin": .entity("grand")]
        let over = try await topic.reply("tarif", slots, now: "2028-01-01T10:00")
        #expect(over.status == .unknown)
        #expect(over.keys == ["packs.expired"])
        #expect(over.evidence == [])
        guard case .contact(let contact)? = over.parts.last else {
            Issue.record("no contact in \(over.parts)")
            return
        }
        #expect(contact.name == "l'accueil de la piscine")
        let later = try await topic.reply("tarif", slots.merging(["date": .day("2028-02-01")]) { $1 })
        #expect(later.keys == ["packs.not-yet"])
        let lasting = try await topic.reply("cours", ["groupe": .number(12)], now: "2030-01-01T10:00")
        #expect(lasting.status == .answered)
    }

    @Test("after asking for what it must know, with the choices and the reason")
    func asks() async throws {
        let question = try #require(try await topic().reply("tarif").question)
        #expect(question.slot == "bassin")
        #expect(question.choices.map(\.id) == ["grand", "petit"])
        #expect(question.reason == .key("piscine.ask-bassin-reason", [:]))
    }

    @Test("an intent that is not its own with who knows")
    func stranger() async throws {
        #expect(try await topic().reply("autre").status == .unknown)
    }

    @Test("in each of its languages, with its names and words")
    func languages() throws {
        let text = """
            title: {fr: les jardins, en: the gardens}
            sources:
              s: {title: la page, publisher: Mairie, date: 2026-01-01}
            slots:
              taille:
                kind: entity
                choices:
                  - {id: petit, names: {fr: [un petit jardin], en: [a small plot]}}
                prompt: {fr: Quelle taille ?, en: Which size?}
            intents:
              prix:
                required: [taille]
                source: s
                examples:
                  fr: [un, deux, trois, quatre, cinq]
                  en: [one, two, three, four, five]
                answers:
                  - text: {fr: "{taille} est gratuit.", en: "{taille} is free."}
                    then:
                      - list: {title: {fr: Voici, en: Here}, items: {fr: [un, deux], en: [one, two]}}
            """
        let pack = try TemporaryPack(["topic.yaml": text])
        let read = pack.load()
        #expect(read.diagnostics.map(\.code) == ["folder.unknown-file"])
        let value = try #require(read.value)
        #expect(value.languages == ["fr", "en"])
        let english = try #require(PackTopic(value, language: "en"))
        #expect(english.words.title == "the gardens")
        #expect(english.words.examples["piscine.prix"] == ["one", "two", "three", "four", "five"])
        #expect(english.words.slots["taille"]?.values == ["petit": ["a small plot"]])
        #expect(english.words.phrases["prix-1"]?.text == "{taille} is free.")
        #expect(PackTopic(value, language: "de") == nil)
    }

    @Test(
        "bounds of every year may go over its end",
        arguments: [("2026-12-24", true), ("2027-01-02", true), ("2027-02-01", false)])
    func winter(iso: String, holds: Bool) throws {
        let day = try #require(Day(iso: iso))
        #expect(PackCondition.DayBound.holds(day, .init("12-20"), .init("01-05")) == holds)
    }
}
