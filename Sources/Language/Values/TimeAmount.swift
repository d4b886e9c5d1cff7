/// A length of time as it was named, in units that do not turn into each other: a month has no fixed number of days.
public struct TimeAmount: Sendable, Hashable, Codable {
    /// Months, twelve a year.
    public let months: Int
    /// Days, seven a week.
    public let days: Int
    /// Seconds, for hours and minutes.
    public let seconds: Int

    /// Makes a length of time; none of its parts is below zero.
    public init(months: Int = 0, days: Int = 0, seconds: Int = 0) {
        (self.months, self.days, self.seconds) = (max(0, months), max(0, days), max(0, seconds))
    }

    /// The sum of two lengths.
    public static func + (a: TimeAmount, b: TimeAmount) -> TimeAmount {
        TimeAmount(months: a.months + b.months, days: a.days + b.days, seconds: a.seconds + b.seconds)
    }

    /// Whole years, as an age is counted.
    public var years: Int { months / 12 }

    /// The length as an ISO 8601 duration: "P1Y6M", "P15D", "PT1H30M".
    public var iso: String {
        let date = [(months / 12, "Y"), (months % 12, "M"), (days, "D")]
        let time = [(seconds / 3600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")]
        func text(_ parts: [(Int, String)]) -> String {
            parts.filter { $0.0 > 0 }.map { String($0.0) + $0.1 }.joined()
        }
        let clock = text(time)
        let whole = "P" + text(date) + (clock.isEmpty ? "" : "T" + clock)
        return whole == "P" ? "PT0S" : whole
    }
}
