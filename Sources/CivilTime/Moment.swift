/// A date and a time as a town's clocks show it: no time zone, no leap seconds.
///
/// Everything in a town happens in one time zone, so its records and questions are compared as wall-clock times;
/// only the clock that gives "now" knows of the zone.
public struct Moment: Sendable, Hashable, Comparable, Codable {
    /// The day.
    public let day: Day
    /// Seconds since midnight, 0..<86 400.
    public let second: Int

    /// Makes a moment; seconds outside one day carry over to the days before or after.
    public init(_ day: Day, second: Int) {
        self.day = day.adding(days: second.floorDivided(by: 86_400))
        self.second = second.floorRemainder(by: 86_400)
    }

    /// Makes a moment from hours and minutes; 24:00 and later carry over to the next day.
    public init(_ day: Day, hour: Int = 0, minute: Int = 0) {
        self.init(day, second: hour * 3600 + minute * 60)
    }

    /// Reads `2026-11-20`, `2026-11-20T10:00`, `2026-11-20T10:00:30` or with a fraction of a second, which is dropped.
    ///
    /// A text with an offset or `Z` is refused: whoever has one knows the zone and converts it.
    public init?(iso text: some StringProtocol) {
        guard let separator = text.firstIndex(where: { $0 == "T" || $0 == " " }) else {
            guard let day = Day(iso: text) else { return nil }
            self.init(day)
            return
        }
        guard let day = Day(iso: text[..<separator]) else { return nil }
        let clock = text[text.index(after: separator)...].split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(clock.count), clock[0].utf8.count == 2, clock[1].utf8.count == 2,
            let hour = digits(clock[0]), let minute = digits(clock[1]), hour <= 24, minute <= 59
        else { return nil }
        var seconds = 0
        if clock.count == 3 {
            let parts = clock[2].split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count <= 2, let whole = digits(parts[0]), whole <= 59,
                parts.count == 1 || digits(parts[1]) != nil
            else { return nil }
            seconds = whole
        }
        guard hour < 24 || (minute == 0 && seconds == 0) else { return nil }
        self.init(day, second: hour * 3600 + minute * 60 + seconds)
    }

    /// The hour, 0...23.
    public var hour: Int { second / 3600 }
    /// The minute, 0...59.
    public var minute: Int { second / 60 % 60 }
    /// Whole minutes since midnight, 0..<1440.
    public var minuteOfDay: Int { second / 60 }
    /// The moment at which its minute begins.
    public var startOfMinute: Moment { Moment(day, second: second - second % 60) }

    /// The moment `minutes` later, or earlier when negative.
    public func adding(minutes: Int) -> Moment { Moment(day, second: second + minutes * 60) }
    /// The moment `seconds` later, or earlier when negative.
    public func adding(seconds: Int) -> Moment { Moment(day, second: second + seconds) }
    /// Seconds from this moment to `other`.
    public func seconds(to other: Moment) -> Int { (other.day.number - day.number) * 86_400 + other.second - second }

    /// `2026-11-20T10:00`, with seconds only when there are some.
    public var iso: String {
        let clock = padded(hour, 2) + ":" + padded(minute, 2)
        return day.iso + "T" + clock + (second % 60 == 0 ? "" : ":" + padded(second % 60, 2))
    }

    /// Compares by time.
    public static func < (lhs: Moment, rhs: Moment) -> Bool { (lhs.day, lhs.second) < (rhs.day, rhs.second) }
}

extension Moment: CustomStringConvertible {
    /// The ISO form, for tests and messages to developers.
    public var description: String { iso }
}
