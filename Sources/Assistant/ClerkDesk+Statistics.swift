public import CivilTime
internal import Language
internal import TopicKit
internal import TownStore

extension ClerkDesk {
    /// How turns went, by day, topic, intent and status.
    ///
    /// - Parameter day: the first day; nil for all.
    /// - Returns: the counts in order of day.
    /// - Throws: ``Failure`` when the store cannot be read.
    public func statistics(since day: Day? = nil) async throws(Failure) -> [StatisticsObject] {
        try await attempt { try await store.counts.counts(since: day) }.map(StatisticsObject.init)
    }

    /// Counts as a clerk reads them: days, and in each day the topics, the one most asked about first.
    public func lines(_ statistics: [StatisticsObject], today: Day) -> [String] {
        guard !statistics.isEmpty else { return [sentence("statistics-none", today: today)] }
        return Dictionary(grouping: statistics, by: \.key.day).sorted { $0.key < $1.key }.flatMap { day, rows in
            [line("statistics-day", ["day": .day(day)], rows, today)] + lines(ofTopics: rows, today: today)
        }
    }

    private func lines(ofTopics rows: [StatisticsObject], today: Day) -> [String] {
        Dictionary(grouping: rows) { title(of: $0.key.topic) }
            .sorted { ($1.value.turns, $0.key) < ($0.value.turns, $1.key) }
            .map { title, rows in
                let statuses = TurnStatus.allCases.compactMap { status -> String? in
                    let turns = rows.filter { $0.key.status == status }.turns
                    let values: [String: Value] = [
                        "status": name("status", status.rawValue), "count": .count(turns),
                    ]
                    return turns == 0 ? nil : sentence("statistics-status", values, today: today)
                }
                let topic = line("statistics-topic", ["topic": .noun(Noun(title))], rows, today)
                return ([topic] + statuses + [helped(rows, today)].compactMap { $0 }).joined(separator: " ")
            }
    }

    private func line(_ name: String, _ values: [String: Value], _ rows: [StatisticsObject], _ today: Day) -> String {
        sentence(name, values.merging(["count": .count(rows.turns)]) { own, _ in own }, today: today)
    }

    private func helped(_ rows: [StatisticsObject], _ today: Day) -> String? {
        let (yes, no) = rows.reduce((0, 0)) { ($0.0 + $1.tally.helped, $0.1 + $1.tally.notHelped) }
        guard yes + no > 0 else { return nil }
        return sentence("statistics-helped", ["yes": .count(yes), "no": .count(no)], today: today)
    }

    /// What a topic is called; what no topic answered belongs to the conversation itself.
    private func title(of topic: String?) -> String { book.files.topics[topic ?? "core"]?.title ?? topic ?? "-" }
}

/// How many turns went one way on one day, as other programs read it.
public struct StatisticsObject: Sendable, Encodable {
    let key: OutcomeTable.Key
    let tally: OutcomeTable.Tally

    /// Writes the promised keys; a topic or an intent that there was not is null.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(key.day.iso, forKey: .day)
        try container.encode(key.topic, forKey: .topic)
        try container.encode(key.intent, forKey: .intent)
        try container.encode(key.status.rawValue, forKey: .status)
        try container.encode(tally.turns, forKey: .count)
        try container.encode(tally.helped, forKey: .helped)
        try container.encode(tally.notHelped, forKey: .notHelped)
    }

    private enum CodingKeys: String, CodingKey {
        case day, topic, intent, status, count, helped, notHelped = "not_helped"
    }
}

extension [StatisticsObject] {
    fileprivate var turns: Int { reduce(0) { $0 + $1.tally.turns } }
}
