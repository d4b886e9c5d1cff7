import CivilTime
import Diagnostics
import Foundation
import HoursTopic
import Language
import OpenData
import Rendering
import TopicKit
import Town

/// A small town whose every line matters to some test, answered in the repository's French.
enum Hamlet {
    static let evidence = Evidence(
        source: "places.csv", title: "la liste des lieux", publisher: "Mairie", date: day("2026-11-01"),
        validUntil: day("2027-06-30"))

    static let records: PlaceRecords = {
        var records = PlaceRecords()
        records.places = [
            place("hall", "la mairie", "Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00; PH off", phone: "0199001200"),
            place(
                "pool", "la piscine",
                "Mo-Su 10:00-19:00; SH 09:00-20:00; 2026 Nov 30-Dec 06 off \"vidange\"; Dec 25 off"),
            place("desk", "le guichet", "Sa 09:00-12:00 unknown \"sur rendez-vous\"; Mo 09:00-12:00"),
            place("bar", "le bar", "Fr 20:00-02:00, Sa 18:00+"),
            place("gym", "le gymnase", "Mo-Fr 17:00-22:00; SH off"),
            place("park", "le parc", "24/7"),
            place("barn", "la grange", nil, phone: nil, email: nil, address: nil, url: nil),
            place("shed", "la remise", "jamais le mardi"),
            place("old", "les archives", "Mo-Fr 09:00-12:00", source: "old.csv"),
        ]
        records.matters = [
            .init(names: ["un mariage", "un PACS"], place: "hall"), .init(names: ["une fuite"], place: "nowhere"),
        ]
        return records
    }()

    static let topic = HoursTopic(
        places: records,
        sources: [
            "places.csv": evidence,
            "old.csv": Evidence(
                source: "old.csv", title: "l'ancienne liste", publisher: "Mairie", date: day("2025-01-01"),
                validUntil: day("2026-01-01")),
        ])

    static let calendar = DayCalendar(
        publicHolidays: PublicHolidays.days(in: 2026...2027, region: .metropole),
        schoolHolidays: [.init(id: "christmas", first: day("2026-12-19"), last: day("2027-01-03"))])

    /// The answer's lines to a question asked on Friday 20 November 2026 at ten, unless said otherwise; sources left out.
    static func answer(
        _ intent: String, _ slots: [String: FilledSlot], said: Set<String>? = nil, at now: String = "2026-11-20T10:00",
        _ form: Form = .text
    ) async -> (text: String, reply: Reply) {
        let reply = await topic.reply(
            to: TopicRequest(
                intent: "hours." + intent, slots: slots, said: said, now: moment(now), calendar: calendar,
                profile: TownProfile(
                    name: "Hameau", insee: "99001", postcode: "99000", contact: Contact(name: "l'accueil"))))
        var bare = reply
        bare.evidence = []
        return (renderer.lines(bare, form: form, today: moment(now).day).joined(separator: "\n"), reply)
    }

    static func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }
    static func moment(_ iso: String) -> Moment { Moment(iso: iso) ?? Moment(Day(number: 0)) }

    private static let renderer: Renderer = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let files = LocaleFiles.load(directory: root + "/Locales/fr").value
        return Renderer(book: PhraseBook(files: files, rules: French(words: files.words)))
    }()

    private static func place(
        _ id: String, _ name: String, _ hours: String?, phone: String? = "0199001201",
        email: String? = "lieu@hameau.example",
        address: String? = "1 place de la Mairie", url: String? = nil, source: String = "places.csv"
    ) -> PlaceRecords.Place {
        .init(
            id: id, name: name, aliases: [], address: address, access: ["Prenez le bus 1."],
            hours: hours.flatMap { try? OpeningHours(parsing: $0) }, phone: phone, email: email, url: url,
            source: source)
    }
}

extension FilledSlot {
    static func entity(_ id: String) -> FilledSlot { FilledSlot(.entity(id), text: id) }

    static func days(_ first: String, _ last: String? = nil) -> FilledSlot {
        let span = TimeSpan(
            first: Hamlet.day(first), last: Hamlet.day(last ?? first), grain: last == nil ? .day : .week,
            isRelative: true)
        return FilledSlot(.time(span), text: first)
    }

    static func time(_ start: String, minutes: Int, _ grain: TimeSpan.Grain) -> FilledSlot {
        let start = Hamlet.moment(start)
        let span = TimeSpan(start: start, end: start.adding(minutes: minutes), grain: grain, isRelative: true)
        return FilledSlot(.time(span), text: start.iso)
    }
}
