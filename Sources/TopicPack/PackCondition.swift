import CivilTime

/// When an answer holds: when all tests of one of several groups pass; always, without groups.
struct PackCondition: Sendable, Hashable, Codable {
    let groups: [[Test]]

    /// Whether it always holds.
    var isEmpty: Bool { groups.isEmpty }
    /// What it looks at.
    var subjects: [Subject] { groups.flatMap { $0.map(\.subject) } }

    /// One thing that must be so.
    struct Test: Sendable, Hashable, Codable {
        let subject: Subject
        let check: Check
    }

    /// What a test looks at.
    enum Subject: Sendable, Hashable, Codable {
        case slot(String)
        case today
        case cell(table: String, column: String)
    }

    /// What is asked of it; a check that does not suit the value fails.
    enum Check: Sendable, Hashable, Codable {
        /// It is one of these: an id, a number, `yes` or `no`, the words of a cell.
        case oneOf([String])
        /// It lies between these numbers: euros, years, days, or as they are.
        case number(atLeast: Double?, moreThan: Double?, atMost: Double?, lessThan: Double?)
        /// Every day of it is one of these, Monday being 1.
        case weekdays([Int])
        /// Every day of it lies between these.
        case days(from: DayBound?, to: DayBound?)
        /// Every day of it is a holiday of this kind, or none is.
        case holiday(HolidayKind)
        /// Whether it was said, or has a cell.
        case isThere(Bool)
    }

    /// A kind of holiday.
    enum HolidayKind: String, Sendable, Hashable, Codable, CaseIterable {
        case `public`, school, none
    }

    /// A day of one year, or of every year.
    enum DayBound: Sendable, Hashable, Codable {
        case day(Day)
        case everyYear(month: Int, day: Int)

        /// Reads `2026-07-01` or `07-01`.
        init?(_ text: String) {
            if let day = Day(iso: text) {
                self = .day(day)
            } else if text.utf8.count == 5, let day = Day(iso: "2024-" + text) {
                self = .everyYear(month: day.month, day: day.dayOfMonth)
            } else {
                return nil
            }
        }
    }
}

/// The days of the week as OSM abbreviates them.
enum WeekdayCode {
    static let all = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]

    /// The number of a day, Monday being 1; nil when it is none.
    static func number(_ code: some StringProtocol) -> Int? { all.firstIndex { $0 == code }.map { $0 + 1 } }

    /// The days of `Mo`, `Sa,Su` or `Mo-Fr`; nil when it is something else.
    static func numbers(_ text: String) -> Set<Int>? {
        var days: Set<Int> = []
        for part in text.split(separator: ",") {
            let ends = part.split(separator: "-").map { number($0.drop { $0 == " " }.prefix { $0 != " " }) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else {
                return nil
            }
            days.formUnion(first...last)
        }
        return days.isEmpty ? nil : days
    }
}
