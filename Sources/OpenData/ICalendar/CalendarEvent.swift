public import CivilTime

/// A `VEVENT` with its dates written out, as wall-clock times of the town.
public struct CalendarEvent: Sendable, Hashable {
    /// One time that the event takes place.
    public struct Occurrence: Sendable, Hashable {
        /// When it begins.
        public let start: Moment
        /// When it ends, exclusive: a whole day ends the next midnight; nil when the calendar does not say.
        public let end: Moment?

        /// Makes an occurrence.
        public init(start: Moment, end: Moment?) { (self.start, self.end) = (start, end) }
    }

    /// `UID`, or an empty text.
    public let uid: String
    /// `SUMMARY`, or an empty text.
    public let summary: String
    /// `DESCRIPTION`, or an empty text.
    public let description: String
    /// `LOCATION`, or nil.
    public let location: String?
    /// `CATEGORIES`.
    public let categories: [String]
    /// `URL`, or nil.
    public let url: String?
    /// `X-` properties by name in upper case.
    public let extensions: [String: String]
    /// Whether `STATUS` is `CANCELLED`: the occurrences then say what does not take place.
    public let isCancelled: Bool
    /// Whether it lasts whole days.
    public let isAllDay: Bool
    /// The occurrence of the event with the same `UID` that this one replaces (`RECURRENCE-ID`), or nil.
    public let replaces: Moment?
    /// When it takes place, in order, without what other events replace.
    public internal(set) var occurrences: [Occurrence]
    /// Dates that the rule gives and `EXDATE` takes away.
    public let excluded: [Moment]
    /// The line of its `BEGIN:VEVENT`.
    public let line: Int
}
