public import CivilTime

/// What happens in a town.
public struct EventRecords: Sendable, Codable {
    /// An event with all its dates.
    public struct Event: Sendable, Codable, Hashable {
        /// A stable id: the UID of the calendar, or the agenda's number.
        public let id: String
        /// Its title.
        public let title: String
        /// What the organiser says of it, or an empty text.
        public let summary: String
        /// When it takes place, in order.
        public let times: [Times]
        /// Where, as the source says, or nil.
        public let placeName: String?
        /// The address, or nil.
        public let address: String?
        /// Kinds as ids that `Locales/<language>/events.yaml` names: `concert`, `market`, `sport`...
        public let kinds: [String]
        /// Whether it is meant for children.
        public let isForChildren: Bool
        /// Whether it is free of charge; nil when the source does not say.
        public let isFree: Bool?
        /// The price as the source says it, or nil.
        public let price: String?
        /// Whether it is cancelled.
        public let isCancelled: Bool
        /// The organiser's page, or nil.
        public let url: String?
        /// The file that says so.
        public let source: String

        /// Makes an event.
        public init(
            id: String, title: String, summary: String, times: [Times], placeName: String?, address: String?,
            kinds: [String], isForChildren: Bool, isFree: Bool?, price: String?, isCancelled: Bool, url: String?,
            source: String
        ) {
            (self.id, self.title, self.summary, self.times) = (id, title, summary, times)
            (self.placeName, self.address, self.kinds) = (placeName, address, kinds)
            (self.isForChildren, self.isFree, self.price) = (isForChildren, isFree, price)
            (self.isCancelled, self.url, self.source) = (isCancelled, url, source)
        }
    }

    /// One time that an event takes place.
    public struct Times: Sendable, Codable, Hashable {
        /// When it begins.
        public let start: Moment
        /// When it ends, exclusive: whole days end at the midnight after the last one; nil when the source does not say.
        public let end: Moment?
        /// Whether it lasts whole days.
        public let isAllDay: Bool

        /// Makes a time.
        public init(start: Moment, end: Moment?, isAllDay: Bool) {
            (self.start, self.end, self.isAllDay) = (start, end, isAllDay)
        }
    }

    /// The events, by their first date.
    public var events: [Event] = []

    /// Makes empty records.
    public init() {}
}
