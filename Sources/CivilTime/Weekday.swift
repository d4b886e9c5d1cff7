/// A day of the week, numbered as ISO 8601 does: Monday is 1, Sunday is 7.
public enum Weekday: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// Whether the day is a Saturday or a Sunday.
    public var isWeekend: Bool { self >= .saturday }

    /// Days to go forward to reach `other`: 0 when it is the same day, 6 at most.
    public func days(until other: Weekday) -> Int { (other.rawValue - rawValue + 7) % 7 }

    /// Compares by position in the week, Monday first.
    public static func < (lhs: Weekday, rhs: Weekday) -> Bool { lhs.rawValue < rhs.rawValue }
}
