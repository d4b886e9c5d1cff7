public import CivilTime
public import TopicKit

/// The desk of a town: its contact, and when a person answers there.
public struct TownDesk: Desk {
    /// Whom to reach.
    public let contact: Contact

    init(contact: Contact) { self.contact = contact }

    /// Until when somebody answers at `now`, or nil when nobody does.
    public func openUntil(at now: Moment) -> Moment? { nil }

    /// When somebody next answers, after `now`; nil when the town does not say.
    public func nextOpening(after now: Moment) -> Moment? { nil }
}
