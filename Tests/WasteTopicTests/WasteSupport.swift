import CivilTime
import Diagnostics
import Foundation
import Language
import Rendering
import TopicKit
import Town
import WasteTopic

/// Questions put to the waste topic of the example commune, answered in the repository's French.
enum Valclair {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let folder = TownFolder(root + "/Towns/valclair")
    static let settings = folder.settings().value
    static let waste = folder.waste().value
    static let topic = topic(of: waste.records)
    static let renderer: Renderer = {
        let files = LocaleFiles.load(directory: root + "/Locales/fr").value
        return Renderer(book: PhraseBook(files: files, rules: French(words: files.words)))
    }()

    static func topic(of records: WasteRecords) -> WasteTopic {
        let places = folder.places().value
        return WasteTopic(
            records: records, sources: waste.sources.merging(places.sources) { own, _ in own }, places: places.records)
    }

    /// The answer to a question asked on Friday 20 November 2026 at ten, unless said otherwise.
    static func reply(
        _ intent: String, _ slots: [String: FilledSlot] = [:], said: Set<String>? = nil,
        at now: String = "2026-11-20T10:00",
        from topic: WasteTopic = topic
    ) async -> Reply {
        await topic.reply(
            to: TopicRequest(
                intent: intent, slots: slots, said: said, now: moment(now), calendar: settings.calendar,
                profile: settings.profile))
    }

    /// The answer's lines, sources left out.
    static func text(_ reply: Reply, _ form: Form = .text, at now: String = "2026-11-20T10:00") -> String {
        var bare = reply
        bare.evidence = []
        return renderer.lines(bare, form: form, today: moment(now).day).joined(separator: "\n")
    }

    /// The sector of a street that lies in one, or of a sector's own entry.
    static func sector(_ street: String) -> String {
        waste.records.streets.first { $0.name == street }?.sector ?? String(street.dropFirst("sector:".count))
    }

    static func moment(_ text: String) -> Moment { Moment(iso: text) ?? Moment(Day(number: 0)) }
}

extension FilledSlot {
    static func entity(_ id: String, _ text: String? = nil) -> FilledSlot { FilledSlot(.entity(id), text: text ?? id) }
    static func number(_ number: Int) -> FilledSlot { FilledSlot(.number(number), text: String(number)) }
    static func days(_ first: String, _ last: String? = nil) -> FilledSlot {
        let (start, end) = (Valclair.moment(first).day, Valclair.moment(last ?? first).day)
        let span = TimeSpan(first: start, last: end, grain: last == nil ? .day : .week, isRelative: true)
        return FilledSlot(.time(span), text: first)
    }
    static func evening(_ day: String) -> FilledSlot {
        let start = Valclair.moment(day + "T18:00")
        let span = TimeSpan(start: start, end: start.adding(minutes: 240), grain: .partOfDay, isRelative: true)
        return FilledSlot(.time(span), text: day)
    }
}
