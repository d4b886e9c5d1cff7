internal import CivilTime
internal import Language
internal import OpenData
internal import TopicKit
internal import Town

/// When the recycling centre is open, and on what terms.
extension WasteTopic {
    /// The most days that are told one by one.
    private static let mostDays = 7

    func recyclingCentre(_ request: TopicRequest) -> Reply {
        guard let id = records.recyclingCentre, let place = places.places.first(where: { $0.id == id }) else {
            return request.unknown("waste.centre-unknown")
        }
        let today = request.now.day
        let span = request.time("date")
        let first = span?.firstDay ?? today
        let last = min(span?.lastDay ?? today, first.adding(days: WasteTopic.mostDays - 1))
        guard let hours = place.hours, let evidence = sources[place.source],
            evidence.isValid(on: today), evidence.isValid(on: last)
        else { return request.unknown("waste.centre-no-hours", ["place": place.noun]) }
        let centre = Centre(name: place.noun, hours: hours, context: OpeningContext(calendar: request.calendar))
        var parts: [Reply.Part]
        if first == last {
            parts = day(first, centre, request)
        } else {
            let rows = (first...last).map { day in
                Reply.Row(head: Phrase("waste.centre-day", ["day": .day(day)]), body: centre.row(on: day))
            }
            parts = [.schedule(title: Phrase("waste.centre-days", ["place": place.noun]), rows: rows)]
        }
        let (rules, ruleEvidence) = rules(request)
        if span == nil { parts += rules }
        return Reply(
            .answered, parts, details: span == nil ? [] : rules,
            evidence: [evidence] + ruleEvidence.filter { $0 != evidence },
            referents: [Referent(intent: "hours.open", slot: "place", entry: id)])
    }

    /// The hours of a day; where it is closed, or over for today, the next day that has some too.
    private func day(_ day: Day, _ centre: Centre, _ request: TopicRequest) -> [Reply.Part] {
        let ranges = centre.ranges(on: day)
        let isOver = day == request.now.day && ranges.allSatisfy { $0.end <= request.now.minuteOfDay }
        if !ranges.isEmpty, !isOver { return [.statement(centre.open(on: day, when(day, request)))] }
        let closed =
            ranges.isEmpty
            ? centre.closed(on: day, when(day, request)) : Phrase("waste.centre-over", ["place": centre.name])
        let next = (1...31).map { day.adding(days: $0) }.first { !centre.ranges(on: $0).isEmpty }
        return [.statement(closed)] + (next.map { [.statement(centre.open(on: $0, when($0, request)))] } ?? [])
    }

    /// The town's rules, where their source holds.
    private func rules(_ request: TopicRequest) -> ([Reply.Part], [Evidence]) {
        guard !records.recyclingCentreRules.isEmpty, let evidence = listEvidence(request) else { return ([], []) }
        let rules = records.recyclingCentreRules.map { Reply.Part.statement(.text([request.locale: $0])) }
        return (rules, [evidence])
    }
}

/// The recycling centre's hours, as sentences.
private struct Centre {
    let name: Value
    let hours: OpeningHours
    let context: OpeningContext

    func ranges(on day: Day) -> [OpeningInterval] {
        hours.intervals(on: day, in: context).filter { $0.state.kind == .open }
    }

    func open(on day: Day, _ when: Value) -> Phrase {
        Phrase("waste.centre-open", ["place": name, "day": when, "hours": .list(ranges(on: day).map(range))])
    }

    func row(on day: Day) -> Phrase {
        let ranges = ranges(on: day)
        return ranges.isEmpty
            ? Phrase("waste.centre-row-closed") : Phrase("waste.centre-row", ["hours": .list(ranges.map(range))])
    }

    func closed(on day: Day, _ when: Value) -> Phrase {
        let comment = hours.state(at: Moment(day, hour: 12), in: context).comment
        var values = ["place": name, "day": when]
        if let comment { values["reason"] = .text(comment) }
        return Phrase("waste.centre-closed", values)
    }

    private func range(_ interval: OpeningInterval) -> Value {
        .phrase(Phrase("waste.range", ["from": .clock(interval.start), "to": .clock(interval.end)]))
    }
}

extension PlaceRecords.Place {
    /// The place's name, for sentences that agree with it.
    fileprivate var noun: Value { .noun(Noun(name)) }
}
