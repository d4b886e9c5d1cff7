import CivilTime
import Language
import TopicKit
import Town

/// What there is to do.
extension EventsTopic {
    /// An ear keeps three events; the others are for "plus de détails".
    private static let most = 3
    /// The details end somewhere too.
    private static let mostDetails = 10

    func list(_ request: TopicRequest, _ agenda: Agenda) -> Reply {
        let (filter, wording) = (EventFilter(request), EventWording(now: request.now))
        let span = request.time("date", outside: "place")
        if let span, span.end <= request.now { return past(span, filter, agenda, wording) }
        if let span, !agenda.knows(span.firstDay) {
            return request.unknown("events.unknown-days", ["days": wording.days(span)])
        }
        let found = agenda.first(in: span, after: request.now, filter)
        let held = found.filter { !$0.event.isCancelled }
        let cancelled = found.filter(\.event.isCancelled)
        var parts: [Reply.Part] = []
        if held.isEmpty {
            parts.append(.statement(none(span, filter, wording)))
        } else {
            parts += listing(held, span, filter, wording)
        }
        // Without a day, what is cancelled months ahead is no news; on a day that was asked for, it is.
        let notices = span == nil ? [] : cancelled.prefix(Self.most)
        parts += notices.map { .statement(wording.item($0, key: "events.cancelled")) }
        var shown = Array(held.prefix(Self.most)) + notices
        if held.isEmpty, let span, let nearest = nearest(to: span, filter, agenda, wording) {
            parts.append(.statement(wording.item(nearest.event, key: nearest.key)))
            shown.append(nearest.event)
        }
        return Reply(
            .answered, parts, details: others(held, span, wording), evidence: agenda.evidence(shown),
            memory: ["titles": shown.map(\.event.title).joined(separator: "\n")], referents: shown.map(\.referent))
    }

    /// The first event after a span, or else the first one to come before it.
    private func nearest(
        to span: TimeSpan, _ filter: EventFilter, _ agenda: Agenda, _ wording: EventWording
    ) -> (event: Occurrence, key: String)? {
        func first(after moment: Moment) -> Occurrence? {
            agenda.first(in: nil, after: moment, filter).first { !$0.event.isCancelled }
        }
        return first(after: span.end).map { ($0, "events.next") }
            ?? first(after: wording.now).map { ($0, "events.before") }
    }

    private func listing(
        _ held: [Occurrence], _ span: TimeSpan?, _ filter: EventFilter, _ wording: EventWording
    ) -> [Reply.Part] {
        let shown = held.prefix(Self.most)
        var values = wording.counted(span == nil ? shown.count : held.count, filter)
        values["days"] = span.map(wording.days)
        let title = Phrase(span == nil ? "events.upcoming" : "events.found", values)
        let items = shown.map { wording.item($0, on: namedDay(span)) }
        let rest = held.count - shown.count
        return [.list(title: title, items: items)]
            + (rest > 0 ? [.statement(Phrase("events.more", ["count": .count(rest)]))] : [])
    }

    private func others(_ held: [Occurrence], _ span: TimeSpan?, _ wording: EventWording) -> [Reply.Part] {
        let rest = held.dropFirst(Self.most).prefix(Self.mostDetails)
        guard !rest.isEmpty else { return [] }
        return [
            .list(
                title: Phrase("events.others", ["count": .count(rest.count)]),
                items: rest.map { wording.item($0, on: namedDay(span)) })
        ]
    }

    private func none(_ span: TimeSpan?, _ filter: EventFilter, _ wording: EventWording) -> Phrase {
        var values = wording.asked(filter)
        values["days"] = span.map(wording.days)
        return Phrase(span == nil ? "events.none-upcoming" : "events.none", values)
    }

    /// Days that are over: what there was.
    private func past(_ span: TimeSpan, _ filter: EventFilter, _ agenda: Agenda, _ wording: EventWording) -> Reply {
        let beginning = Moment(Day(number: 0))
        let held = agenda.first(in: span, after: beginning, filter).filter { !$0.event.isCancelled }
        var values = wording.counted(held.count, filter)
        values["days"] = wording.days(span)
        let title = Phrase(held.isEmpty ? "events.past-none" : "events.past", values)
        let items = held.prefix(Self.most).map { wording.item($0, on: namedDay(span)) }
        return Reply(
            .answered, [held.isEmpty ? .statement(title) : .list(title: title, items: items)],
            details: others(held, span, wording), evidence: agenda.evidence(held))
    }

    private func namedDay(_ span: TimeSpan?) -> Day? { span.flatMap { $0.isOneDay ? $0.firstDay : nil } }
}
