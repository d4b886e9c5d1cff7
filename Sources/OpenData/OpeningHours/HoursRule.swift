import CivilTime

/// One rule of an opening-hours text: on which days, at which times, in which state.
struct HoursRule: Sendable {
    /// How the rule joins those before it.
    enum Joining: Sendable {
        /// `;` replaces what earlier rules say of the same days.
        case replacing
        /// `,` adds to it.
        case adding
        /// `||` fills what is still closed.
        case fallback
    }

    var joining: Joining
    /// The days, of which any is enough; empty means every day.
    var dates: [DateSelector] = []
    /// The times; empty means all day.
    var times: [ClockSpan] = []
    var state = OpeningState.Kind.open
    var comment: String?
}

/// Days, as the parts of a rule restrict them; an empty part restricts nothing.
struct DateSelector: Sendable {
    var years: [YearRange] = []
    var dates: [DateRange] = []
    var weeks: [WeekRange] = []
    /// Holidays that the weekdays must fall on: `SH Mo-Fr`.
    var onHolidays: [WeekdayChoice] = []
    var weekdays: [WeekdayChoice] = []

    var isEmpty: Bool { years.isEmpty && dates.isEmpty && weeks.isEmpty && onHolidays.isEmpty && weekdays.isEmpty }
}

/// Years from the first to the last, every `step`.
struct YearRange: Sendable {
    var first: Int
    var last: Int
    var step = 1
}

/// ISO weeks from the first to the last, every `step`.
struct WeekRange: Sendable {
    var first: Int
    var last: Int
    var step = 1
}

/// Days of the year from a date to a date, every `step` days.
struct DateRange: Sendable {
    var start: DateBound
    var end: DateBound
    /// `Apr 01+`: to the end of the year, or for ever when the start has a year.
    var isOpenEnded = false
    var step = 1
}

/// One end of a range of dates.
struct DateBound: Sendable {
    enum Anchor: Sendable {
        case date(month: Int, day: Int)
        case endOfMonth(Int)
        /// The nth weekday of a month; counted from the end when negative.
        case weekday(Weekday, nth: Int, month: Int)
        case easter
    }

    var year: Int?
    var anchor: Anchor
    /// To the first such day on the date or after it (`+Fr`), or the last one on it or before (`-Fr`).
    var shift: (weekday: Weekday, isForward: Bool)?
    var offset = 0
}

/// Which public list of free days.
enum HoursHoliday: Sendable { case publicHoliday, schoolHoliday }

/// A day as a weekday selector names it.
enum WeekdayChoice: Sendable {
    case range(Weekday, Weekday)
    /// The nth ones of the month, moved by some days.
    case nth(Weekday, [ClosedRange<Int>], offset: Int)
    case holiday(HoursHoliday, offset: Int)
}

/// A time of day: fixed, or by the sun.
enum ClockPoint: Sendable {
    case minutes(Int)
    case event(SunEvent, offset: Int)
}

/// A stretch of a day.
struct ClockSpan: Sendable {
    var start: ClockPoint
    /// Nil for a single point in time, or an open end right away (`17:00+`).
    var end: ClockPoint?
    var isOpenEnded = false
    /// Minutes between points in time: `10:00-16:00/90`.
    var step: Int?

    static let wholeDay = ClockSpan(start: .minutes(0), end: .minutes(1440))
}
