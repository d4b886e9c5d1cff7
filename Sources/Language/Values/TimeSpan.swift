public import CivilTime

/// A stretch of time that somebody named: "jeudi", "ce week-end", "vendredi matin".
public struct TimeSpan: Sendable, Hashable, Codable {
    /// How precisely the time was named.
    public enum Grain: String, Sendable, Hashable, Codable {
        case second, minute, hour, partOfDay, day, weekend, week, month, quarter, season, year
    }

    /// The first moment of the span.
    public let start: Moment
    /// The first moment after the span.
    public let end: Moment
    /// How precisely it was named.
    public let grain: Grain
    /// Whether it depends on when it was said ("demain"), so that the answer must say the date back.
    public let isRelative: Bool

    /// Makes a span; `end` is exclusive.
    public init(start: Moment, end: Moment, grain: Grain, isRelative: Bool) {
        (self.start, self.end, self.grain, self.isRelative) = (start, end, grain, isRelative)
    }

    /// The span of whole days from `first` to `last`, both included.
    public init(first: Day, last: Day, grain: Grain, isRelative: Bool) {
        self.init(start: Moment(first), end: Moment(last.adding(days: 1)), grain: grain, isRelative: isRelative)
    }

    /// The first day that the span touches.
    public var firstDay: Day { start.day }
    /// The last day that the span touches.
    public var lastDay: Day { end > start ? end.adding(seconds: -1).day : start.day }
    /// Whether the span lies within one day.
    public var isOneDay: Bool { firstDay == lastDay }
}
