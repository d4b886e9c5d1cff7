import CanteenTopic
import CivilTime
import Diagnostics
import Foundation
import Language
import Rendering
import TopicKit
import Town

/// Questions put to the canteen topic of the example commune, answered in the repository's French.
enum Valclair {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let folder = TownFolder(root + "/Towns/valclair")
    static let settings = folder.settings().value
    static let canteen = folder.canteen().value
    static let topic = topic(of: canteen.records)
    static let renderer: Renderer = {
        let files = LocaleFiles.load(directory: root + "/Locales/fr").value
        return Renderer(book: PhraseBook(files: files, rules: French(words: files.words)))
    }()

    static func topic(of records: CanteenRecords) -> CanteenTopic {
        CanteenTopic(records: records, sources: canteen.sources)
    }

    /// The answer to a question asked on Friday 20 November 2026 at ten, unless said otherwise.
    static func reply(
        _ intent: String, _ slots: [String: FilledSlot] = [:], at now: String = "2026-11-20T10:00",
        from topic: CanteenTopic = topic
    ) async -> Reply {
        await topic.reply(
            to: TopicRequest(
                intent: intent, slots: slots, now: moment(now), calendar: settings.calendar, profile: settings.profile))
    }

    /// The answer's lines, sources left out.
    static func text(_ reply: Reply, _ form: Form = .text, at now: String = "2026-11-20T10:00") -> String {
        var bare = reply
        bare.evidence = []
        return renderer.lines(bare, form: form, today: moment(now).day).joined(separator: "\n")
    }

    static func moment(_ text: String) -> Moment { Moment(iso: text) ?? Moment(Day(number: 0)) }
}

extension FilledSlot {
    static func entity(_ id: String) -> FilledSlot { FilledSlot(.entity(id), text: id) }
    static func days(_ first: String, _ last: String? = nil) -> FilledSlot {
        let (start, end) = (Valclair.moment(first).day, Valclair.moment(last ?? first).day)
        let span = TimeSpan(first: start, last: end, grain: last == nil ? .day : .week, isRelative: true)
        return FilledSlot(.time(span), text: first)
    }
}
