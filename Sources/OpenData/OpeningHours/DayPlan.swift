import CivilTime

/// The states of one day from midnight to midnight, painted rule after rule.
struct DayPlan {
    /// A stretch of the day; `isCarried` when it began the day before.
    struct Stretch: Equatable {
        var start: Int
        var end: Int
        var state: OpeningState
        var isCarried = false
    }

    private(set) var stretches = [Stretch(start: 0, end: 1440, state: OpeningState(.closed))]

    /// Works out a day: each rule in order replaces, adds to or completes what those before it said.
    init(rules: [HoursRule], on day: Day, context: OpeningContext) {
        let today = HoursDay(day, calendar: context.calendar)
        let yesterday = HoursDay(day.adding(days: -1), calendar: context.calendar)
        for rule in rules {
            if rule.matches(today) {
                // An "off" rule only takes its own times away; any other new rule speaks for its whole days.
                if rule.joining == .replacing, rule.state != .closed { clear() }
                for stretch in rule.stretches(on: day, place: context.place) {
                    paint(stretch, onlyWhereClosed: rule.joining == .fallback)
                }
            }
            if rule.mayPassMidnight, rule.matches(yesterday) {
                for stretch in rule.stretches(on: yesterday.day, place: context.place) where stretch.end > 1440 {
                    let carried = Stretch(
                        start: stretch.start - 1440, end: stretch.end - 1440, state: stretch.state, isCarried: true)
                    paint(carried, onlyWhereClosed: rule.joining == .fallback)
                }
            }
        }
    }

    private mutating func clear() { stretches = [Stretch(start: 0, end: 1440, state: OpeningState(.closed))] }

    private mutating func paint(_ new: Stretch, onlyWhereClosed: Bool) {
        let (start, end) = (max(new.start, 0), min(new.end, 1440))
        guard start < end else { return }
        var result: [Stretch] = []
        for old in stretches {
            let (first, last) = (max(old.start, start), min(old.end, end))
            if first >= last || (onlyWhereClosed && old.state.kind != .closed) {
                append(old, to: &result)
                continue
            }
            append(Stretch(start: old.start, end: first, state: old.state, isCarried: old.isCarried), to: &result)
            append(Stretch(start: first, end: last, state: new.state, isCarried: new.isCarried), to: &result)
            append(Stretch(start: last, end: old.end, state: old.state, isCarried: old.isCarried), to: &result)
        }
        stretches = result
    }

    private func append(_ stretch: Stretch, to result: inout [Stretch]) {
        guard stretch.start < stretch.end else { return }
        if let last = result.last, last.state == stretch.state, last.isCarried == stretch.isCarried {
            result[result.count - 1].end = stretch.end
        } else {
            result.append(stretch)
        }
    }
}

extension HoursRule {
    /// Whether some of the rule's times may reach into the next day.
    var mayPassMidnight: Bool {
        times.contains { span in
            guard !span.isOpenEnded, case .minutes(let start) = span.start else { return true }
            switch span.end {
            case .minutes(let end)?: return end > 1440 || end <= start
            case .event?: return true
            case nil: return false
            }
        }
    }

    /// The rule's stretches of a day that it matches, in minutes from that day's midnight.
    func stretches(on day: Day, place: SunPlace) -> [DayPlan.Stretch] {
        let state = OpeningState(self.state, comment: comment)
        guard !times.isEmpty else { return [DayPlan.Stretch(start: 0, end: 1440, state: state)] }
        var result: [DayPlan.Stretch] = []
        for span in times {
            for (start, end, isOpenEnd) in span.stretches(on: day, place: place) {
                // A fixed span within an earlier open end closes it: "07:00+,12:00-16:00" ends at 16:00.
                if let last = result.last, last.state.isOpenEnd, last.start < start, start < last.end {
                    result[result.count - 1].end = start
                }
                let holds = isOpenEnd && self.state != .closed
                let ends = holds ? OpeningState(.unknown, comment: comment, isOpenEnd: true) : state
                result.append(DayPlan.Stretch(start: start, end: end, state: ends))
            }
        }
        return result
    }
}

extension ClockSpan {
    /// The span's minutes on a day, each with whether it is the guessed part of an open end.
    fileprivate func stretches(on day: Day, place: SunPlace) -> [(start: Int, end: Int, isOpenEnd: Bool)] {
        let start = start.minute(on: day, place: place)
        guard let last = end else {
            return isOpenEnded ? [(start, Self.guessedEnd(after: start), true)] : [(start, start + 1, false)]
        }
        guard let end = endMinute(last, start: start, on: day, place: place) else { return [] }
        if let step { return stride(from: start, through: end, by: step).map { ($0, $0 + 1, false) } }
        return isOpenEnded ? [(start, end, false), (end, Self.guessedEnd(after: end), true)] : [(start, end, false)]
    }

    /// The end in minutes after the day's midnight; nil when the sun leaves nothing of the span that day.
    private func endMinute(_ end: ClockPoint, start: Int, on day: Day, place: SunPlace) -> Int? {
        let minute = end.minute(on: day, place: place)
        if minute > start { return minute }
        if case .event(let event, let offset) = self.start, case .minutes(let fixed) = end,
            fixed > event.usualMinute + offset
        {
            // "sunrise-08:00" on a day when the sun rises after 8: nothing, rather than a night.
            return nil
        }
        // The end of the next day's night may be a little earlier or later than today's.
        return 1440 + end.minute(on: day.adding(days: 1), place: place)
    }

    /// When a place without a closing time is taken to close: the rule of opening_hours.js, which people's tools share.
    private static func guessedEnd(after start: Int) -> Int {
        switch start {
        case ..<1020: 1440
        case ..<1320: start + 600
        default: start + 480
        }
    }
}

extension ClockPoint {
    fileprivate func minute(on day: Day, place: SunPlace) -> Int {
        switch self {
        case .minutes(let minutes): minutes
        case .event(let event, let offset): (place.minute(of: event, on: day) ?? event.usualMinute) + offset
        }
    }
}
