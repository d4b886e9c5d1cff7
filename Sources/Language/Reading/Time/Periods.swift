import CivilTime

/// Periods of the calendar, counted from a day.
enum Periods {
    /// The unit that lies `count` units after the one that holds a day; nil for units shorter than a day.
    static func span(of unit: TimeUnit, _ count: Int, from today: Day) -> TimeSpan? {
        guard abs(count) <= 1000 else { return nil }
        switch unit {
        case .second, .minute, .hour: return nil
        case .day: return days(today.adding(days: count), 1, .day)
        case .weekend:
            // On a Saturday or a Sunday the weekend is the one that goes on.
            return days(today.startOfWeek.adding(days: 5 + weekendStep(count, today) * 7), 2, .weekend)
        case .week: return days(today.startOfWeek.adding(days: count * 7), 7, .week)
        case .fortnight:
            let first = today.adding(days: count * 15)
            return days(count < 0 ? first : today.adding(days: (count - 1) * 15), 15, .week)
        case .month: return months(today.startOfMonth, count, 1, .month)
        case .quarter:
            return months(startOfYear(today).adding(months: (today.month - 1) / 3 * 3), count * 3, 3, .quarter)
        case .semester:
            return months(startOfYear(today).adding(months: (today.month - 1) / 6 * 6), count * 6, 6, .quarter)
        case .year: return months(startOfYear(today), count * 12, 12, .year)
        }
    }

    /// "Le week-end prochain" said on a working day is the coming one, as "samedi prochain" is.
    private static func weekendStep(_ count: Int, _ today: Day) -> Int {
        count > 0 && !today.weekday.isWeekend ? count - 1 : count
    }

    /// Whole seconds, minutes or hours after now, or before it when the count is negative.
    static func stretch(of unit: TimeUnit, _ count: Int, from now: Moment) -> TimeSpan {
        let (length, grain): (Int, TimeSpan.Grain) =
            switch unit {
            case .second: (1, .second)
            case .minute: (60, .minute)
            default: (3600, .hour)
            }
        let current = Moment(now.day, second: now.second / length * length)
        let start = current.adding(seconds: count > 0 ? length : count * length)
        let end = count > 0 ? start.adding(seconds: count * length) : current
        return TimeSpan(start: start, end: end, grain: grain, isRelative: true)
    }

    /// The season that a year's spring, summer or autumn lies in, or the winter that begins in it.
    static func season(_ season: Season, in year: Int, isRelative: Bool) -> TimeSpan? {
        let bounds: (Day?, Day?) =
            switch season {
            case .spring: (Day(year, 3, 21), Day(year, 6, 20))
            case .summer: (Day(year, 6, 21), Day(year, 9, 23))
            case .autumn: (Day(year, 9, 24), Day(year, 12, 20))
            case .winter: (Day(year, 12, 21), Day(year + 1, 3, 20))
            }
        guard let first = bounds.0, let last = bounds.1 else { return nil }
        return TimeSpan(first: first, last: last, grain: .season, isRelative: isRelative)
    }

    /// The season that goes on or comes next, or the one before or after it.
    static func season(_ season: Season, _ step: Int, from today: Day) -> TimeSpan? {
        let years = (today.year - 2)...(today.year + 2)
        let spans = years.compactMap { self.season(season, in: $0, isRelative: true) }
        if step < 0 { return spans.last { $0.lastDay < today } }
        // "L'été prochain" is the next one to begin, "cet été" may have begun.
        return spans.first { step > 0 ? $0.firstDay > today : $0.lastDay >= today }
    }

    private static func days(_ first: Day, _ count: Int, _ grain: TimeSpan.Grain) -> TimeSpan {
        TimeSpan(first: first, last: first.adding(days: count - 1), grain: grain, isRelative: true)
    }

    private static func months(_ start: Day, _ shift: Int, _ count: Int, _ grain: TimeSpan.Grain) -> TimeSpan {
        let first = start.adding(months: shift)
        return TimeSpan(
            first: first, last: first.adding(months: count).adding(days: -1), grain: grain, isRelative: true)
    }

    private static func startOfYear(_ day: Day) -> Day { day.adding(days: 1 - day.dayOfYear) }
}
