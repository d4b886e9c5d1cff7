public import CivilTime

/// When and how a person of the town hall is reached; the town implements it.
public protocol Desk: Sendable {
    /// Whom to reach.
    var contact: Contact { get }

    /// Until when somebody answers at `now`, or nil when nobody does.
    func openUntil(at now: Moment) -> Moment?

    /// When somebody next answers, after `now`; nil when the town does not say.
    func nextOpening(after now: Moment) -> Moment?
}
