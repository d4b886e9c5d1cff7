import CivilTime
import Language
import OpenData
import TopicKit
import Town

/// When a counter is open: now, next, and over a week.
struct Counter {
    private let hours: OpeningHours?
    private let now: Moment
    private let context: OpeningContext

    /// Makes the counter of a place.
    init(_ place: PlaceRecords.Place, at now: Moment, calendar: DayCalendar) {
        (hours, self.now, context) = (place.hours, now, OpeningContext(calendar: calendar))
    }

    /// Whether it is open, and until or from when; nil when the hours do not say.
    var state: Phrase? {
        if let current = intervals(on: now.day).first(where: { $0.start <= now.minuteOfDay && now.minuteOfDay < $0.end }
        ) {
            return Phrase("civil-status.open-now", values(current, of: now.day))
        }
        guard let (day, interval) = nextOpening else { return nil }
        return Phrase("civil-status.open-" + (day == now.day ? "today" : "next"), values(interval, of: day))
    }

    /// The days of the coming week on which it is open; nil when there is none.
    var week: Reply.Part? {
        let rows = (0..<7).compactMap { offset -> Reply.Row? in
            let day = now.day.adding(days: offset)
            let stretches = intervals(on: day).map { interval -> Value in
                .phrase(Phrase("civil-status.stretch", values(interval, of: day)))
            }
            guard !stretches.isEmpty else { return nil }
            return Reply.Row(
                head: Phrase("civil-status.day", ["day": .day(day)]),
                body: Phrase("civil-status.stretches", ["stretches": .list(stretches)]))
        }
        guard !rows.isEmpty else { return nil }
        return .schedule(title: Phrase("civil-status.week"), rows: rows)
    }

    private var nextOpening: (Day, OpeningInterval)? {
        for offset in 0..<15 {
            let day = now.day.adding(days: offset)
            let next = intervals(on: day).first { offset > 0 || $0.start > now.minuteOfDay }
            if let next { return (day, next) }
        }
        return nil
    }

    private func values(_ interval: OpeningInterval, of day: Day) -> [String: Value] {
        // A stretch that goes on after midnight ends at an hour of the next day.
        let end = interval.end > 1440 ? interval.end - 1440 : interval.end
        var values: [String: Value] = [
            "day": .day(day), "from": .clock(interval.start), "until": .clock(end),
        ]
        if let comment = interval.state.comment { values["comment"] = .text(comment) }
        return values
    }

    /// The stretches of a day in which one may come, on appointment or not.
    private func intervals(on day: Day) -> [OpeningInterval] {
        hours?.intervals(on: day, in: context).filter { $0.state.kind != .closed } ?? []
    }
}
