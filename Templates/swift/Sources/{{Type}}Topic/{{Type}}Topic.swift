import CivilTime
import Foundation
import Language
import TopicKit

/// Answers questions on {{title}}; its words are in `fr.yaml`.
public struct {{Type}}Topic: Topic {
    /// What the topic answers and what it needs to know.
    public let manifest = Manifest(
        id: "{{id}}", intents: [Intent("{{id}}.hours", optional: ["date"]), Intent("{{id}}.place")],
        slots: [Slot("date", .time)])

    private let records: Records?

    /// Makes the topic for one town.
    ///
    /// - Parameter records: what is known; nil for a town that has no records, where nothing is answered.
    public init(records: Records?) { self.records = records }

    /// Its words in French.
    public static var words: TopicWords {
        Bundle.module.path(forResource: "fr", ofType: "yaml").map { TopicWords.load($0, named: "fr.yaml").value }
            ?? TopicWords()
    }

    /// Answers one question; what the records do not tell, or no longer, is not known.
    public func reply(to request: TopicRequest) async -> Reply {
        let today = request.now.day
        let day = request.time("date")?.firstDay ?? today
        guard let records, let evidence = records.evidence,
            evidence.isValid(on: today), evidence.isValid(on: day), day >= evidence.date
        else { return request.unknown("{{id}}.unknown") }
        let phrase = request.intent == "{{id}}.place" ? place(records) : hours(records, on: day)
        return Reply(.answered, [.statement(phrase)], evidence: [evidence])
    }

    private func place(_ records: Records) -> Phrase {
        Phrase("{{id}}.place", ["address": .text(records.address)])
    }

    private func hours(_ records: Records, on day: Day) -> Phrase {
        guard let times = records.opening[String(day.weekday.rawValue)], times.count == 2 else {
            return Phrase("{{id}}.closed", ["day": .day(day)])
        }
        return Phrase("{{id}}.open", ["day": .day(day), "from": .clock(times[0]), "to": .clock(times[1])])
    }
}
