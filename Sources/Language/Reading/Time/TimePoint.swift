import CivilTime

/// A time as it was named, before it is known when that is.
struct TimePoint {
    var date: DateParts?
    var clock: ClockParts?
    var window: DayWindow?
    /// The clock at the end of a range whose start is `clock`: "de 9 h à 11 h".
    var clockEnd: ClockParts?
    /// A stretch of time that is already known: "dans deux heures".
    var instant: TimeSpan?
    /// The other end of a range of days: "du 3 au 8 mai"; boxed, since a point cannot hold itself.
    var rangeEnd: [TimePoint] = []
    var reach = TimeMention.Reach.closed
    /// Whether the start is now: "d'ici vendredi".
    var startsNow = false
    /// Whether a period named after "après" or "depuis" gives its end or its start.
    var isAfter = false
    var isUntil = false
    /// Whether the day was named first, so that it begins there: "jeudi jusqu'à 16 h".
    var isWithinDay = false

    /// Whether nothing was named yet.
    var isEmpty: Bool { date == nil && clock == nil && window == nil && instant == nil }
    /// Whether only a time of day was named.
    var isClockOnly: Bool { date == nil && instant == nil && (clock != nil || window != nil) }
    /// Whether the end of a range was named.
    var isRange: Bool { !rangeEnd.isEmpty || clockEnd != nil }

    /// Whether several days were named as one stretch: "du lundi au vendredi".
    var isDays: Bool { !rangeEnd.isEmpty && clock == nil && window == nil }

    /// Whether a date fits the rest: hours fit a day, not a month.
    func accepts(_ date: DateParts) -> Bool { (clock == nil && window == nil) || date.isDay }
}

/// A day or a period as it was named.
struct DateParts {
    var weekday: Weekday?
    /// Whether the weekday may be today: "ce mardi".
    var isThisWeekday = false
    var day: Int?
    var month: Int?
    var year: Int?
    /// A period or a day that is already known.
    var span: TimeSpan?
    /// The feast that was named, whose evening may be the one before.
    var feast: String?

    /// What a list of such dates is made of.
    enum List { case days, weekdays }

    /// The list that the date can be part of: "les 3 et 4 mai", "lundi et mardi".
    var list: List? {
        if span != nil { return nil }
        return day != nil ? .days : weekday != nil ? .weekdays : nil
    }

    /// Whether it names one day.
    var isDay: Bool {
        if let span { return span.isOneDay }
        return weekday != nil || day != nil
    }

    /// The days of a known span.
    static func days(_ first: Day, _ last: Day, _ grain: TimeSpan.Grain, isRelative: Bool = true) -> DateParts {
        DateParts(span: TimeSpan(first: first, last: last, grain: grain, isRelative: isRelative))
    }

    /// The last time before one that lies ahead, a year earlier; feasts move with the year.
    static func before(_ span: TimeSpan, _ feast: String?) -> DateParts {
        if let feast, let days = Feasts.days(feast, in: span.firstDay.year - 1) {
            return .days(days.first, days.last, .day)
        }
        return .days(span.firstDay.adding(months: -12), span.lastDay.adding(months: -12), span.grain)
    }

    /// One known day.
    static func day(_ day: Day, isRelative: Bool = true) -> DateParts {
        .days(day, day, .day, isRelative: isRelative)
    }
}

/// A time of day as it was named.
struct ClockParts {
    /// Seconds since midnight, 0...86 400.
    var second: Int
    var grain: TimeSpan.Grain
    /// Whether it may be twelve hours later: "3 heures".
    var isTwelve = false
    /// Whether it is midnight, which ends a day when no minutes follow.
    var isMidnight = false

    /// Twelve hours later.
    var afternoon: ClockParts { ClockParts(second: second + 43_200, grain: grain) }
}

/// A part of a day, in minutes since midnight; the end may be past midnight.
struct DayWindow {
    let start: Int
    let end: Int
    var part = DayPart.day
    /// Whether it is that of the day before: "la nuit dernière".
    var isLast = false
    /// Whether it is today's: "ce matin".
    var isThis = false
}
