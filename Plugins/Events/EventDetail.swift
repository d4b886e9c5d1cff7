import CivilTime
import Language
import TopicKit
import Town

/// All about one event: when, where, how much, whether it takes place.
extension EventsTopic {
    func detail(_ request: TopicRequest, _ agenda: Agenda) -> Reply {
        let wording = EventWording(now: request.now)
        guard let title = request.entity("event") ?? onlySpokenOf(request) else { return withoutEvent(request, agenda) }
        let span = request.time("date", outside: "event")
        let matching = agenda.occurrences.filter { $0.event.title == title }
        let inSpan = span.map { span in matching.filter { $0.overlaps(span) } } ?? []
        let ahead = matching.filter { $0.end > request.now }
        guard let shown = inSpan.first ?? ahead.first ?? matching.last else {
            return request.unknown("events.unknown-event", ["title": .text(title)])
        }
        let missed = inSpan.isEmpty ? span : nil
        let notThen = missed.map { Phrase("events.not-then", ["title": .text(title), "days": wording.days($0)]) }
        let dates = ahead.filter { $0.times != shown.times && !$0.event.isCancelled }
        return Reply(
            .answered,
            (notThen.map { [.statement($0)] } ?? [])
                + about(shown, wording, key: notThen == nil ? "events.item" : "events.then"),
            details: more(shown) + otherDates(dates, wording), evidence: agenda.evidence([shown]),
            memory: ["titles": title])
    }

    /// The one event that the conversation just spoke of, unless the question is about others.
    private func onlySpokenOf(_ request: TopicRequest) -> String? {
        let titles = spokenOf(request)
        let isAboutOthers = request.entity("kind") != nil || request.entity("place") != nil
        return titles.count == 1 && !isAboutOthers ? titles.first : nil
    }

    /// Which events the conversation just spoke of.
    private func spokenOf(_ request: TopicRequest) -> [String] {
        (request.memory["titles"] ?? "").split(separator: "\n").map(String.init)
    }

    /// What takes place, when and where; then what it costs.
    private func about(_ shown: Occurrence, _ wording: EventWording, key: String) -> [Reply.Part] {
        if shown.event.isCancelled { return [.statement(wording.item(shown, key: "events.cancelled"))] }
        if shown.end <= wording.now { return [.statement(wording.item(shown, key: "events.over"))] }
        let price: Phrase? =
            shown.event.isFree == true
            ? Phrase("events.free") : shown.event.price.map { Phrase("events.price", ["price": .text($0)]) }
        return [.statement(wording.item(shown, key: key))]
            + ([end(of: shown), price].compactMap { $0 }.map { .statement($0) })
    }

    private func end(of shown: Occurrence) -> Phrase? {
        guard !shown.isLong, !shown.times.isAllDay, let end = shown.times.end, end > shown.times.start else {
            return nil
        }
        return Phrase("events.ends", ["time": .clock(end.minuteOfDay)])
    }

    private func more(_ shown: Occurrence) -> [Reply.Part] {
        let event = shown.event
        var parts: [Reply.Part] = []
        if let address = event.address {
            parts.append(.statement(Phrase("events.address", ["address": .text(address)])))
        }
        if event.isForChildren { parts.append(.statement(Phrase("events.children"))) }
        if !event.summary.isEmpty, let source = agenda.sources[event.source] {
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

    /// No event was named: what there is of that kind or that day, or else the question which one is meant.
    private func withoutEvent(_ request: TopicRequest, _ agenda: Agenda) -> Reply {
        if ["kind", "place", "date"].contains(where: { request.slots[$0] != nil }) { return list(request, agenda) }
        let ahead = agenda.first(in: nil, after: request.now, EventFilter(request)).map(\.event.title)
        let titles = spokenOf(request).isEmpty ? ahead : spokenOf(request)
        let choices = titles.prefix(3).map { title in
            Question.Choice(id: title, label: .text([request.locale: title]), names: [title])
        }
        return .asking(Question(slot: "event", prompt: Phrase("events.ask-event"), choices: Array(choices)))
    }
}
