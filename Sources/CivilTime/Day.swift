/// A day of the proleptic Gregorian calendar, without a time or a time zone.
///
/// Stored as the count of days since 1 January 1970, so that comparing, adding and hashing cost one integer operation.
/// Conversions follow Howard Hinnant, "chrono-compatible low-level date algorithms" (public domain).
public struct Day: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01; negative before.
    public let number: Int

    /// Makes the day that is `number` days after 1970-01-01.
    public init(number: Int) { self.number = number }

    /// Makes a day from its parts, or nil when no such day exists (30 February, month 13, year outside 1...9999).
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        self.init(number: Day.number(year: year, month: month, day: day))
    }

    /// Reads `2026-11-26`; nil when the text is anything else.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = digits(parts[0]), let month = digits(parts[1]), let day = digits(parts[2])
        else { return nil }
        self.init(year, month, day)
    }

    /// Year, month (1...12) and day of the month (1...31).
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The year, for example 2026.
    public var year: Int { parts.year }
    /// The month, 1...12.
    public var month: Int { parts.month }
    /// The day of the month, 1...31.
    public var dayOfMonth: Int { parts.day }

    /// The day of the week.
    public var weekday: Weekday {
        let index = ((number + 3) % 7 + 7) % 7
        return Weekday(rawValue: index + 1) ?? .monday
    }

    /// The day of the year, 1...366.
    public var dayOfYear: Int { number - Day.number(year: year, month: 1, day: 1) + 1 }

    /// The ISO 8601 week: weeks start on Monday, week 1 holds 4 January.
    public var isoWeek: (year: Int, week: Int) {
        let thursday = adding(days: 4 - weekday.rawValue)
        return (thursday.year, (thursday.dayOfYear - 1) / 7 + 1)
    }

    /// The Monday of this day's week.
    public var startOfWeek: Day { adding(days: 1 - weekday.rawValue) }
    /// The first day of this day's month.
    public var startOfMonth: Day { adding(days: 1 - dayOfMonth) }
    /// The last day of this day's month.
    public var endOfMonth: Day { startOfMonth.adding(days: Day.length(ofMonth: month, year: year) - 1) }

    /// The day `days` later, or earlier when negative.
    public func adding(days: Int) -> Day { Day(number: number + days) }

    /// The same day of the month `months` later; the last day of that month when it is shorter.
    public func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let index = year * 12 + month - 1 + months
        let (newYear, newMonth) = (index.floorDivided(by: 12), index.floorRemainder(by: 12) + 1)
        let newDay = min(day, Day.length(ofMonth: newMonth, year: newYear))
        return Day(number: Day.number(year: newYear, month: newMonth, day: newDay))
    }

    /// The first `weekday` on this day or after it.
    public func next(_ weekday: Weekday) -> Day { adding(days: self.weekday.days(until: weekday)) }

    /// `2026-11-26`.
    public var iso: String {
        let (year, month, day) = parts
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    /// Days in a month: 28...31.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether a year has 366 days.
    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// Easter Sunday of a year, by the anonymous Gregorian computus (Meeus, "Astronomical Algorithms", chapter 8).
    public static func easter(_ year: Int) -> Day {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let (d, e) = (b / 4, b % 4)
        let g = (8 * b + 13) / 25
        let h = (19 * a + b - d - g + 15) % 30
        let (i, k) = (c / 4, c % 4)
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let sum = h + l - 7 * m + 114
        return Day(number: number(year: year, month: sum / 31, day: sum % 31 + 1))
    }

    /// Compares by date.
    public static func < (lhs: Day, rhs: Day) -> Bool { lhs.number < rhs.number }

    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.floorDivided(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension Day: Strideable {
    /// Days from this day to `other`.
    public func distance(to other: Day) -> Int { other.number - number }
    /// The day `n` later.
    public func advanced(by n: Int) -> Day { adding(days: n) }
}

extension Day: Codable {
    /// Reads the count of days since 1970-01-01.
    public init(from decoder: any Decoder) throws {
        self.init(number: try decoder.singleValueContainer().decode(Int.self))
    }

    /// Writes the count of days since 1970-01-01.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}

extension Day: CustomStringConvertible {
    /// The ISO form, for tests and messages to developers.
    public var description: String { iso }
}
