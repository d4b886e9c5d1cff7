public import CivilTime

/// Whether a place is open, as far as its opening hours say.
public struct OpeningState: Sendable, Hashable, Codable {
    /// Open, closed, or depending on something that hours cannot say.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// Open.
        case open
        /// Closed.
        case closed
        /// Perhaps open: the comment says on what it depends.
        case unknown
    }

    /// Open, closed or unknown.
    public var kind: Kind
    /// What the text says about it: "on appointment"; nil when it says nothing.
    public var comment: String?
    /// Whether it is unknown only because the text gives no closing time: `17:00+`.
    public var isOpenEnd: Bool

    /// Makes a state.
    public init(_ kind: Kind, comment: String? = nil, isOpenEnd: Bool = false) {
        (self.kind, self.comment, self.isOpenEnd) = (kind, comment, isOpenEnd)
    }
}

/// A stretch of a day in one state.
public struct OpeningInterval: Sendable, Hashable, Codable {
    /// Minutes since the day's midnight, 0..<1440.
    public var start: Int
    /// Minutes since the same midnight, exclusive; above 1440 when it goes on after midnight.
    public var end: Int
    /// What holds then.
    public var state: OpeningState

    /// Makes an interval.
    public init(start: Int, end: Int, state: OpeningState) { (self.start, self.end, self.state) = (start, end, state) }
}

/// What opening hours depend on besides their text.
public struct OpeningContext: Sendable, Hashable, Codable {
    /// The public holidays (`PH`) and school holidays (`SH`).
    public var calendar: DayCalendar
    /// Where the sun rises and sets.
    public var place: SunPlace

    /// Makes a context.
    public init(calendar: DayCalendar = DayCalendar(), place: SunPlace = SunPlace()) {
        (self.calendar, self.place) = (calendar, place)
    }
}
