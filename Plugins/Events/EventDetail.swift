import CivilTime
import Language
import TopicKit
import Town

/// All about one event: when, where, how much, whether it takes place.
extension EventsTopic {
    func detail(_ request: TopicRequest, _ agenda: Agenda) -> Reply {
        let wording = EventWording(now: request.now)
        let span = request.time("date")
        let matching = agenda.occurrences.filter { matches($0.event, request) }
        guard !matching.isEmpty else { return nothing(request, agenda, wording) }
        let inSpan = span.map { span in matching.filter { $0.overlaps(span) } } ?? []
        let ahead = matching.filter { $0.end > request.now }
        guard let shown = inSpan.first ?? ahead.first ?? matching.last else { return nothing(request, agenda, wording) }
        var parts: [Reply.Part] = []
        if let span, inSpan.isEmpty {
            parts.append(
                .statement(Phrase("events.not-then", ["title": .text(shown.event.title), "days": wording.days(span)])))
        }
        parts += about(shown, wording)
        let dates = ahead.filter {
            $0.event.title == shown.event.title && $0.times != shown.times && !$0.event.isCancelled
        }
        return Reply(
            .answered, parts, details: more(shown, wording) + otherDates(dates, wording),
            evidence: agenda.evidence([shown]), memory: ["titles": shown.event.title])
    }

    /// The event that was named, or the only one that was spoken of, or any of the kind or the place.
    private func matches(_ event: EventRecords.Event, _ request: TopicRequest) -> Bool {
        if let title = request.entity("event") { return event.title == title }
        let filter = EventFilter(request)
        if filter.kind != nil || filter.place != nil { return filter.admits(event) }
        let titles = spokenOf(request)
        return titles.count == 1 && titles.contains(event.title)
    }

    /// Which events the conversation just spoke of.
    private func spokenOf(_ request: TopicRequest) -> [String] {
        (request.memory["titles"] ?? "").split(separator: "\n").map(String.init)
    }

    /// What takes place, when and where; then what it costs.
    private func about(_ shown: Occurrence, _ wording: EventWording) -> [Reply.Part] {
        if shown.event.isCancelled { return [.statement(wording.item(shown, key: "events.cancelled"))] }
        if shown.end <= wording.now { return [.statement(wording.item(shown, key: "events.over"))] }
        let price: Phrase? =
            shown.event.isFree == true
            ? Phrase("events.free") : shown.event.price.map { Phrase("events.price", ["price": .text($0)]) }
        return [.statement(wording.item(shown))] + (price.map { [.statement($0)] } ?? [])
    }

    private func more(_ shown: Occurrence, _ wording: EventWording) -> [Reply.Part] {
        let event = shown.event
        var parts: [Reply.Part] = []
        if !event.isCancelled, !shown.isLong, !shown.times.isAllDay, let end = shown.times.end {
            parts.append(.statement(Phrase("events.ends", ["time": .clock(end.minuteOfDay)])))
        }
        if let address = event.address {
            parts.append(.statement(Phrase("events.address", ["address": .text(address)])))
        }
        if event.isForChildren { parts.append(.statement(Phrase("events.children"))) }
        if !event.summary.isEmpty, let source = sources[event.source] {
            parts.append(.quotation(text: event.summary, source: source.title))
        }
        if let url = event.url { parts.append(.link(Link(purpose: Phrase("events.page"), url: url))) }
        return parts
    }

    private func otherDates(_ dates: [Occurrence], _ wording: EventWording) -> [Reply.Part] {
        let next = dates.prefix(3)
        guard !next.isEmpty else { return [] }
        return [
            .list(
                title: Phrase("events.dates", ["count": .count(next.count)]),
                items: next.map { Phrase("events.date", ["when": wording.when($0)]) })
        ]
    }

    /// No event was named: asks which one, of those just spoken of or else of those to come.
    private func nothing(_ request: TopicRequest, _ agenda: Agenda, _ wording: EventWording) -> Reply {
        let filter = EventFilter(request)
        if filter.kind != nil || filter.place != nil {
            return Reply(
                .answered, [.statement(Phrase("events.none-upcoming", wording.asked(filter)))],
                evidence: agenda.evidence([]))
        }
        if let title = request.entity("event") {
            return unknown("events.unknown-event", ["title": .text(title)], request)
        }
        let ahead = agenda.first(in: nil, after: request.now, filter).map(\.event.title)
        let titles = spokenOf(request).isEmpty ? ahead : spokenOf(request)
        let choices = titles.prefix(3).map { title in
            Question.Choice(id: title, label: .text([request.locale: title]), names: [title])
        }
        return .asking(Question(slot: "event", prompt: Phrase("events.ask-event"), choices: Array(choices)))
    }
}
