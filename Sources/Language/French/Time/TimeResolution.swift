import CivilTime

/// When a time is that was named: the next one after now, unless more was said.
extension TimeReader {
    /// The span of a point, and which of its ends were named.
    func resolve(_ point: TimePoint) -> (span: TimeSpan, reach: TimeMention.Reach)? {
        guard let start = span(of: point, base: now) else { return nil }
        if let last = point.rangeEnd.first { return closed(start, last) }
        switch point.reach {
        case .closed: return (start, .closed)
        case .from:
            let isPeriod = point.isAfter && point.clock == nil && !start.isOneDay
            let first = isPeriod ? start.end : start.start
            let end = Moment(first.day.adding(months: 12), second: first.second)
            return (TimeSpan(start: first, end: end, grain: start.grain, isRelative: start.isRelative), .from)
        case .until: return until(start, point)
        }
    }

    private func closed(_ start: TimeSpan, _ last: TimePoint) -> (span: TimeSpan, reach: TimeMention.Reach)? {
        guard let end = span(of: last, base: Moment(start.firstDay)), end.end > start.start else { return nil }
        let grain = TimeSpan.Grain.finer(start.grain, end.grain)
        let isRelative = start.isRelative || end.isRelative
        // "Au mardi 18 h" ends at six, "au mardi" at midnight.
        let limit = last.clock != nil && end.start > start.start ? end.start : end.end
        return (TimeSpan(start: start.start, end: limit, grain: grain, isRelative: isRelative), .closed)
    }

    /// Before a time: from now, or from the start of the day that was named with the hour.
    private func until(_ limit: TimeSpan, _ point: TimePoint) -> (span: TimeSpan, reach: TimeMention.Reach)? {
        let end = point.isUntil && point.clock == nil ? limit.end : limit.start
        if point.isWithinDay, !point.startsNow, let day = point.date.flatMap({ resolve($0) }) {
            let start = day.start
            return (TimeSpan(start: start, end: end, grain: limit.grain, isRelative: limit.isRelative), .closed)
        }
        let start = end > now ? now : Moment(end.day.adding(months: -12), second: end.second)
        let span = TimeSpan(start: start, end: end, grain: limit.grain, isRelative: true)
        return (span, point.startsNow ? .closed : .until)
    }

    // MARK: Points

    /// The span of a point without regard to its reach, not before a moment.
    private func span(of point: TimePoint, base: Moment) -> TimeSpan? {
        if let instant = point.instant { return instant }
        guard let date = point.date else { return timeOfDay(point, base: base) }
        guard let days = resolve(date, base: base.day) else { return nil }
        if let clock = point.clock { return at(clock, point, on: days) }
        guard let window = point.window else { return days }
        let isEve = [.evening, .night].contains(window.part) && date.feast.map(Feasts.withEve.contains) == true
        return hours(window, on: isEve ? days.firstDay.adding(days: -1) : days.firstDay, isRelative: days.isRelative)
    }

    private func hours(_ window: DayWindow, on day: Day, isRelative: Bool) -> TimeSpan {
        let start = Moment(day, second: window.start * 60)
        return TimeSpan(
            start: start, end: Moment(day, second: window.end * 60), grain: .partOfDay, isRelative: isRelative)
    }

    /// A time of day on a named day.
    private func at(_ clock: ClockParts, _ point: TimePoint, on days: TimeSpan) -> TimeSpan {
        let day = days.firstDay
        var second = within(point.window, clock)
        let isPast =
            day == now.day && second < now.second && clock.isTwelve && clock.second < 7 * 3600 && point.window == nil
        if isPast, second + 43_200 >= now.second { second += 43_200 }
        // "Samedi à minuit" is the end of Saturday; "le 12 à minuit trois" is written 0 h 03.
        if clock.isMidnight { second = 86_400 }
        return span(from: Moment(day, second: second), clock, point, isRelative: days.isRelative)
    }

    /// A time of day without a day: the next one.
    private func timeOfDay(_ point: TimePoint, base: Moment) -> TimeSpan? {
        guard let clock = point.clock else {
            return point.window.map { hours($0, on: window($0, base), isRelative: true) }
        }
        if let window = point.window {
            let start = Moment(base.day, second: within(window, clock))
            return span(
                from: start >= base || window.isThis ? start : Moment(base.day.adding(days: 1), second: start.second),
                clock, point)
        }
        let day = base.day
        var starts = [Moment(day, second: clock.second)]
        // "À 3 heures" may be in the afternoon; "à 8 heures" is in the morning, as the twenty-four hours are said here.
        if clock.isTwelve, clock.second < 7 * 3600 { starts.append(Moment(day, second: clock.second + 43_200)) }
        starts.append(Moment(day.adding(days: 1), second: clock.second))
        // A range that goes on counts, an hour that is past does not.
        let spans = starts.map { span(from: $0, clock, point) }
        return spans.first { point.clockEnd == nil ? $0.start >= base : $0.end > base }
    }

    /// "Cette nuit" said before dawn is the night that goes on.
    private func window(_ window: DayWindow, _ base: Moment) -> Day {
        let isLast = window.isLast || (window.part == .night && base.minuteOfDay < 6 * 60)
        return isLast ? base.day.adding(days: -1) : base.day
    }

    /// The seconds of a clock time, in the half of the day that the window tells: "3 heures de l'après-midi".
    func within(_ window: DayWindow?, _ clock: ClockParts) -> Int {
        guard let window, clock.isTwelve, window.part != .morning, clock.second < window.start * 60,
            window.part != .night || clock.second >= 6 * 3600
        else { return clock.second }
        return clock.second + 43_200
    }

    /// The span that starts at a moment and ends with the clock range, or with the grain of the clock.
    private func span(from start: Moment, _ clock: ClockParts, _ point: TimePoint, isRelative: Bool = true) -> TimeSpan
    {
        if let last = point.clockEnd {
            let from = start.second
            var second = last.isMidnight ? 86_400 : last.second
            if second <= from, last.isTwelve, second + 43_200 > from { second += 43_200 }
            if second <= from { second += 86_400 }
            let grain = clock.grain == .hour && last.grain == .hour ? TimeSpan.Grain.hour : .minute
            return TimeSpan(
                start: start, end: Moment(start.day, second: second), grain: grain, isRelative: isRelative)
        }
        let length = clock.grain == .hour ? 3600 : clock.grain == .minute ? 60 : 1
        return TimeSpan(start: start, end: start.adding(seconds: length), grain: clock.grain, isRelative: isRelative)
    }

    // MARK: Days

    /// The span of a day or period, the first one that is not over on a day.
    func resolve(_ date: DateParts, base: Day? = nil) -> TimeSpan? {
        if let span = date.span { return span }
        let base = base ?? today
        if let day = date.day { return self.day(day, date, base: base) }
        if let weekday = date.weekday {
            // "Mardi" said on a Tuesday is next week's, "ce mardi" is today.
            let day = date.isThisWeekday || base != today ? base.next(weekday) : base.adding(days: 1).next(weekday)
            return TimeSpan(first: day, last: day, grain: .day, isRelative: true)
        }
        if let month = date.month {
            let year = date.year ?? (month < base.month ? base.year + 1 : base.year)
            guard let first = Day(year, month, 1) else { return nil }
            return TimeSpan(first: first, last: first.endOfMonth, grain: .month, isRelative: date.year == nil)
        }
        return nil
    }

    private func day(_ number: Int, _ date: DateParts, base: Day) -> TimeSpan? {
        let found: Day? =
            if let month = date.month, let year = date.year {
                Day(year, month, number)
            } else if let month = date.month {
                // Eight years are enough for 29 February.
                (0...8).lazy.compactMap { Day(base.year + $0, month, number) }.first { $0 >= base }
            } else {
                dayOfMonth(number, date.weekday, base: base)
            }
        return found.map { TimeSpan(first: $0, last: $0, grain: .day, isRelative: date.year == nil) }
    }

    /// The next day with a number, on a given day of the week when one fits within two years: "jeudi 15".
    private func dayOfMonth(_ number: Int, _ weekday: Weekday?, base: Day) -> Day? {
        let days = (0...24).lazy.compactMap { step -> Day? in
            let month = base.startOfMonth.adding(months: step)
            return Day(month.year, month.month, number)
        }.filter { $0 >= base }
        guard let weekday else { return days.first }
        return days.first { $0.weekday == weekday } ?? days.first
    }
}

extension TimeSpan.Grain {
    /// The finer of two grains.
    fileprivate static func finer(_ lhs: Self, _ rhs: Self) -> Self { lhs.order <= rhs.order ? lhs : rhs }

    private var order: Int {
        switch self {
        case .second: 0
        case .minute: 1
        case .hour: 2
        case .partOfDay: 3
        case .day: 4
        case .weekend: 5
        case .week: 6
        case .month: 7
        case .quarter: 8
        case .season: 9
        case .year: 10
        }
    }
}
