public import CivilTime
public import OpenData
public import TopicKit

/// The desk of a town: its contact, and when a person answers there.
///
/// Hours that depend on something else, such as an appointment, do not count as answered.
public struct TownDesk: Desk {
    /// Whom to reach.
    public let contact: Contact
    private let hours: OpeningHours?
    private let context: OpeningContext

    /// Makes a desk.
    ///
    /// - Parameters:
    ///   - contact: whom to reach.
    ///   - hours: when somebody answers; nil when the town does not say.
    ///   - calendar: the town's public and school holidays.
    public init(contact: Contact, hours: OpeningHours?, calendar: DayCalendar) {
        (self.contact, self.hours, context) = (contact, hours, OpeningContext(calendar: calendar))
    }

    /// Until when somebody answers at `now`, or nil when nobody does; a desk that never closes is open for a day more.
    public func openUntil(at now: Moment) -> Moment? {
        guard isOpen(at: now) else { return nil }
        return firstChange(after: now) { !isOpen(at: $0) } ?? now.adding(minutes: 24 * 60)
    }

    /// When somebody next answers, after `now`; nil when the town does not say.
    public func nextOpening(after now: Moment) -> Moment? {
        var closed = now
        if isOpen(at: now) {
            guard let end = firstChange(after: now, where: { !isOpen(at: $0) }) else { return nil }
            closed = end
        }
        return isOpen(at: closed) ? closed : firstChange(after: closed, where: isOpen)
    }

    private func isOpen(at moment: Moment) -> Bool {
        hours?.state(at: moment, in: context).kind == .open
    }

    /// The first change that `matches`; a comment may change many times while the desk stays as it is, but not for ever.
    private func firstChange(after start: Moment, where matches: (Moment) -> Bool) -> Moment? {
        let mostChanges = 100
        var moment = start
        for _ in 0..<mostChanges {
            guard let next = hours?.nextChange(after: moment, in: context) else { return nil }
            if matches(next) { return next }
            moment = next
        }
        return nil
    }
}
