import CivilTime
import Diagnostics
import Foundation
import Language
import TopicKit
import TopicPack

/// The folder of a pack that a test writes, removed with the value.
final class TemporaryPack {
    /// The folder; its last part is the pack's id.
    let path: String

    /// Makes a folder with these files; `topic.yaml` and `prix.csv` are correct unless they are given.
    init(_ files: [String: String] = [:], id: String = "piscine") throws {
        path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + "/" + id).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let all = ["topic.yaml": TemporaryPack.topic, "prix.csv": TemporaryPack.prices].merging(files) { $1 }
        for (name, text) in all { try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8) }
    }

    deinit { try? FileManager.default.removeItem(atPath: URL(filePath: path).deletingLastPathComponent().path) }

    /// The pack as it is read.
    func load() -> Checked<TopicPack?> { TopicPack.load(path, place: "topics/piscine") }

    /// A correct table.
    static let prices = "bassin,age,jour,prix\ngrand,0-11,,2.50\ngrand,,Sa-Su,6\ngrand,,,5\npetit,,Mo-Fr,3\n"

    /// A correct pack.
    static let topic = """
        title: la piscine
        contact: accueil
        contacts:
          accueil: {name: l'accueil de la piscine, phone: "01 99 00 12 00"}
        sources:
          tarifs: {title: les tarifs, publisher: Mairie, date: 2026-01-01, valid-until: 2027-12-31}
          reglement: {title: le règlement, publisher: Mairie, date: 2026-01-01}
        tables:
          prix: {file: prix.csv, source: tarifs, columns: {prix: money}}
        slots:
          bassin:
            kind: entity
            choices:
              - {id: grand, names: [le grand bassin]}
              - {id: petit, names: [la pataugeoire]}
            prompt: Quel bassin ?
            reason: Le prix change.
          age: {kind: age}
          date: {kind: time}
          groupe: {kind: number}
        intents:
          tarif:
            required: [bassin]
            optional: [age, date]
            look-up:
              prix: {bassin: "{bassin}", age: "{age}", jour: "{date}"}
            examples:
              - combien coûte {bassin}
              - le prix de {bassin}
              - c'est combien {bassin}
              - quel tarif pour {bassin} {date}
              - payer l'entrée de {bassin}
            answers:
              - when: {prix.prix: {at-least: 1}}
                text: "{bassin} coûte {prix.prix}."
                simple: "Payez {prix.prix}."
              - text: "Je ne connais pas le prix {de bassin}."
                source: tarifs
          cours:
            optional: [date, groupe]
            source: reglement
            examples: [des cours de natation, apprendre à nager, un cours de nage, les leçons de natation, un maître-nageur]
            answers:
              - when: {date: {weekday: Sa-Su}}
                text: "Pas de cours le week-end."
              - when: {date: {holiday: school}}
                text: "Pas de cours pendant les vacances."
              - when: {date: {from: 07-01, to: 08-31}}
                text: "Pas de cours en été."
              - when: [{groupe: {more-than: 10}}, {groupe: {less-than: 2}}]
                text: "Demandez un cours à part."
                then:
                  - contact: accueil
              - text: "Il y a un cours chaque jour."
                details:
                  - schedule:
                      title: "Voici {count} prix."
                      of: prix
                      where: {bassin: grand}
                      head: "{prix.bassin}"
                      body: "{prix.prix}"
        out:
          - la piscine est ouverte
        """
}

extension PackTopic {
    /// What the topic answers to an intent with these values, on 20 November 2026 unless a test says otherwise.
    func reply(
        _ intent: String, _ slots: [String: FilledSlot.Value] = [:], now: String = "2026-11-20T10:00",
        holidays: [DayCalendar.SchoolHoliday] = []
    ) async throws -> Reply {
        let profile = TownProfile(
            name: "Valclair", insee: "99123", postcode: "99120", contact: Contact(name: "la mairie"))
        return await reply(
            to: TopicRequest(
                intent: manifest.id + "." + intent, slots: slots.mapValues { FilledSlot($0, text: "") },
                now: Moment(iso: now) ?? Moment(Day(number: 0)), calendar: DayCalendar(schoolHolidays: holidays),
                profile: profile))
    }
}

extension FilledSlot.Value {
    /// A day as a time.
    static func day(_ iso: String) -> FilledSlot.Value {
        let day = Day(iso: iso) ?? Day(number: 0)
        return .time(TimeSpan(first: day, last: day, grain: .day, isRelative: false))
    }
}

extension Reply {
    /// The names of the phrases that it says first.
    var keys: [String] {
        parts.compactMap { if case .statement(.key(let key, _)) = $0 { key } else { nil } }
    }

    /// A value of its first phrase.
    func value(_ name: String) -> Value? {
        if case .statement(.key(_, let values))? = parts.first { values[name] } else { nil }
    }
}
