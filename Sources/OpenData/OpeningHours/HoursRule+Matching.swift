import CivilTime

/// A day with the parts that selectors ask for, worked out once for all rules.
struct HoursDay {
    let day: Day
    let year: Int
    let month: Int
    let dayOfMonth: Int
    let weekday: Weekday
    let calendar: DayCalendar

    init(_ day: Day, calendar: DayCalendar) {
        self.day = day
        (year, month, dayOfMonth) = day.parts
        weekday = day.weekday
        self.calendar = calendar
    }
}

extension HoursRule {
    /// Whether the rule speaks of a day.
    func matches(_ day: HoursDay) -> Bool { dates.isEmpty || dates.contains { $0.matches(day) } }
}

extension DateSelector {
    func matches(_ day: HoursDay) -> Bool {
        (years.isEmpty || years.contains { $0.contains(day.year) })
            && (weekdays.isEmpty || weekdays.contains { $0.matches(day) })
            && (dates.isEmpty || dates.contains { $0.contains(day) })
            && (weeks.isEmpty || weeks.contains { $0.contains(day.day.isoWeek.week) })
            && (onHolidays.isEmpty || onHolidays.contains { $0.matches(day) })
    }
}

extension YearRange {
    func contains(_ year: Int) -> Bool { first <= year && year <= last && (year - first) % step == 0 }
}

extension WeekRange {
    func contains(_ week: Int) -> Bool { first <= week && week <= last && (week - first) % step == 0 }
}

extension WeekdayChoice {
    func matches(_ day: HoursDay) -> Bool {
        switch self {
        case .range(let first, let last):
            return first.days(until: day.weekday) <= first.days(until: last)
        case .nth(let weekday, let positions, let offset):
            let origin = day.day.adding(days: -offset)
            guard origin.weekday == weekday else { return false }
            let (year, month, date) = origin.parts
            let fromStart = (date - 1) / 7 + 1
            let fromEnd = -((Day.length(ofMonth: month, year: year) - date) / 7 + 1)
            return positions.contains { $0.contains(fromStart) || $0.contains(fromEnd) }
        case .holiday(let holiday, let offset):
            let origin = day.day.adding(days: -offset)
            return switch holiday {
            case .publicHoliday: day.calendar.publicHoliday(on: origin) != nil
            case .schoolHoliday: day.calendar.schoolHoliday(on: origin) != nil
            }
        }
    }
}

extension DateRange {
    func contains(_ day: HoursDay) -> Bool {
        if start.year != nil { return contains(day, startingIn: day.year) }
        // A range begun last year may still run; a date moved by an offset may belong to next year's.
        return contains(day, startingIn: day.year) || contains(day, startingIn: day.year - 1)
            || contains(day, startingIn: day.year + 1)
    }

    private func contains(_ day: HoursDay, startingIn year: Int) -> Bool {
        guard let first = start.day(in: start.year ?? year, rounding: isStretch ? .later : nil), first <= day.day else {
            return false
        }
        guard (day.day.number - first.number) % step == 0 else { return false }
        if isOpenEnded { return start.year != nil || day.day.year == first.year }
        guard var last = end.day(in: end.year ?? start.year ?? year, rounding: isStretch ? .earlier : nil) else {
            return false
        }
        if last < first, end.year == nil {
            // From December to January.
            guard let next = end.day(in: (start.year ?? year) + 1, rounding: isStretch ? .earlier : nil) else {
                return false
            }
            last = next
        }
        return day.day <= last
    }

    /// Whether the range has more than one date, so that 29 February may stand for the day beside it.
    private var isStretch: Bool {
        if case .date(let month, let day) = start.anchor, case .date(month, day) = end.anchor { return false }
        return true
    }
}

extension DateBound {
    /// Which day stands for 29 February where there is none.
    enum Rounding { case earlier, later }

    /// The date in a year, or nil when the year has none, such as 29 February or a fifth Monday.
    func day(in year: Int, rounding: Rounding?) -> Day? {
        guard (1...9999).contains(year), var day = anchorDay(in: year, rounding: rounding) else { return nil }
        if let (weekday, isForward) = shift {
            day = isForward ? day.next(weekday) : day.adding(days: -weekday.days(until: day.weekday))
        }
        return day.adding(days: offset)
    }

    private func anchorDay(in year: Int, rounding: Rounding?) -> Day? {
        switch anchor {
        case .date(let month, let date):
            if let day = Day(year, month, date) { return day }
            let last = Day(year, month, 1)?.endOfMonth
            return rounding.flatMap { $0 == .earlier ? last : last?.adding(days: 1) }
        case .endOfMonth(let month):
            return Day(year, month, 1)?.endOfMonth
        case .easter:
            return Day.easter(year)
        case .weekday(let weekday, let nth, let month):
            guard let first = Day(year, month, 1) else { return nil }
            let day: Day
            if nth > 0 {
                day = first.next(weekday).adding(days: 7 * (nth - 1))
            } else {
                let last = first.endOfMonth
                day = last.adding(days: -weekday.days(until: last.weekday) + 7 * (nth + 1))
            }
            return day.month == month ? day : nil
        }
    }
}
