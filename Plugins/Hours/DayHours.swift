internal import CivilTime
internal import Language
internal import OpenData
internal import TopicKit

/// The hours of a place on one day.
struct DayHours {
    let day: Day
    /// Open stretches, and those that depend on something.
    let openings: [OpeningInterval]
    /// Why a day that has usual hours has none, or nil.
    let reason: Phrase?

    init(_ hours: OpeningHours, on day: Day, request: TopicRequest) {
        self.day = day
        let intervals = hours.intervals(on: day, in: OpeningContext(calendar: request.calendar))
        openings = intervals.filter { $0.state.kind != .closed }
        reason = openings.isEmpty ? Self.reason(hours, day, intervals, request) : nil
    }

    var isClosed: Bool { openings.isEmpty }

    /// The hours as words: "de 8 h 30 à 12 h", "de 10 h à 12 h, puis de 14 h à 18 h".
    var words: Value { .list(openings.map { .phrase($0.phrase) }) }

    /// Whether another day has the same hours for the same reason, so that both can be said as one.
    func isSame(as other: DayHours) -> Bool { openings == other.openings && reason == other.reason }

    /// The comment of the closure, or the holiday without which there would be hours.
    private static func reason(
        _ hours: OpeningHours, _ day: Day, _ intervals: [OpeningInterval], _ request: TopicRequest
    ) -> Phrase? {
        if let comment = intervals.compactMap(\.state.comment).first { return .text([request.locale: comment]) }
        func isOpen(_ change: (inout DayCalendar) -> Void) -> Bool {
            var calendar = request.calendar
            change(&calendar)
            return hours.intervals(on: day, in: OpeningContext(calendar: calendar)).contains {
                $0.state.kind != .closed
            }
        }
        if request.calendar.publicHoliday(on: day) != nil,
            isOpen({ $0.publicHolidays[day] = nil }) || isUsuallyOpen(hours, day, request)
        {
            return Phrase("hours.public-holiday")
        }
        if request.calendar.schoolHoliday(on: day) != nil, isOpen({ $0.schoolHolidays = [] }) {
            return Phrase("hours.school-holiday")
        }
        return nil
    }
}

extension DayHours {
    /// Whether the same weekday of a neighbouring week has hours: a closure on "Dec 25" alone is for the holiday too.
    private static func isUsuallyOpen(_ hours: OpeningHours, _ day: Day, _ request: TopicRequest) -> Bool {
        [-7, 7].contains { days in
            hours.intervals(on: day.adding(days: days), in: OpeningContext(calendar: request.calendar))
                .contains { $0.state.kind != .closed }
        }
    }
}

extension OpeningInterval {
    /// "de 8 h 30 à 12 h", "à partir de 17 h", "de 9 h à 12 h, sur rendez-vous".
    var phrase: Phrase {
        var values: [String: Value] = ["from": .clock(start), "to": .clock(end)]
        if let comment = state.comment { values["comment"] = .text(comment) }
        if state.isOpenEnd { return Phrase("hours.range-open", values) }
        if start == 0, end == 1440 { return Phrase("hours.range-all", values) }
        let isUnsure = state.kind == .unknown && state.comment == nil
        return Phrase(isUnsure ? "hours.range-unsure" : "hours.range", values)
    }

    /// Whether a minute of the day lies in the interval.
    func contains(_ minute: Int) -> Bool { start <= minute && minute < end }
}
