import CivilTime
import Language
import TopicKit
import Town

/// One time that an event takes place, or would have.
struct Occurrence {
    let event: EventRecords.Event
    let times: EventRecords.Times

    /// The first moment after it; without an end in the source, the end of its day.
    var end: Moment {
        if let end = times.end, end > times.start { return end }
        return Moment(times.start.day.adding(days: 1))
    }

    /// Its last day.
    var lastDay: Day { end.adding(seconds: -1).day }

    /// Whether it goes on for days, like an exhibition.
    var isLong: Bool { times.start.adding(minutes: 18 * 60) < end && lastDay > times.start.day }

    /// What "la deuxième" or "celui de samedi" may point at.
    var referent: Referent {
        Referent(intent: "events.detail", slot: "event", entry: event.title, day: isLong ? nil : times.start.day)
    }

    /// Whether any of it falls within a span.
    func overlaps(_ span: TimeSpan) -> Bool { times.start < span.end && end > span.start }
}

/// What a question may narrow events down to.
struct EventFilter {
    var kind: String?
    var place: String?
    var isForChildren = false
    var isFree = false

    init(_ request: TopicRequest) {
        // "la salle des fêtes" names a place, not a feast; and a kind that is none has no name to be said by.
        kind =
            request.isWithin("kind", "place")
            ? nil : request.entity("kind").flatMap { EventsTopic.kinds.contains($0) ? $0 : nil }
        place = request.entity("place")
        (isForChildren, isFree) = (request.entity("audience") == "children", request.entity("free") == "free")
    }

    func admits(_ event: EventRecords.Event) -> Bool {
        (kind.map(event.kinds.contains) ?? true) && (place.map { $0 == event.placeName } ?? true)
            && (!isForChildren || event.isForChildren) && (!isFree || event.isFree == true)
    }
}

extension TopicRequest {
    /// The time in a slot, unless its words are a part of those of another slot: "Noël" in "le marché de Noël".
    func time(_ slot: String, outside other: String) -> TimeSpan? { isWithin(slot, other) ? nil : time(slot) }

    /// Whether the words that filled a slot are a part of those that filled another.
    func isWithin(_ slot: String, _ other: String) -> Bool {
        guard let inner = slots[slot]?.text.lowercased(), let outer = slots[other]?.text.lowercased() else {
            return false
        }
        return !inner.isEmpty && outer.contains(inner)
    }
}

/// What agendas announce, in order of time.
struct Agenda {
    let occurrences: [Occurrence]
    /// The agendas, by file.
    let sources: [String: Evidence]

    /// What each agenda announces for the days on which it holds.
    init(_ records: EventRecords, sources: [String: Evidence]) {
        let files = Set(records.events.map(\.source))
        let known = sources.filter { files.contains($0.key) }
        let occurrences = records.events.flatMap { event in
            event.times.filter { known[event.source]?.isValid(on: $0.start.day) ?? false }
                .map { Occurrence(event: event, times: $0) }
        }
        .sorted { ($0.times.start, $0.event.id) < ($1.times.start, $1.event.id) }
        self.init(occurrences: occurrences, sources: known)
    }

    private init(occurrences: [Occurrence], sources: [String: Evidence]) {
        (self.occurrences, self.sources) = (occurrences, sources)
    }

    /// The agendas that hold today.
    func valid(on today: Day) -> Agenda {
        let valid = sources.filter { $0.value.isValid(on: today) }
        if valid.count == sources.count { return self }
        return Agenda(occurrences: occurrences.filter { valid[$0.event.source] != nil }, sources: valid)
    }

    var isEmpty: Bool { sources.isEmpty }

    /// Whether some agenda still holds on a day.
    func knows(_ day: Day) -> Bool { sources.values.contains { $0.isValid(on: day) } }

    /// Where the facts of some events come from, or of all the agendas when there are none.
    func evidence(_ shown: [Occurrence]) -> [Evidence] {
        let files = shown.isEmpty ? Set(sources.keys) : Set(shown.map(\.event.source))
        return files.sorted().compactMap { sources[$0] }
    }

    /// The first time of each event within a span that is not over at `now`; what goes on for days comes last in its day.
    func first(in span: TimeSpan?, after now: Moment, _ filter: EventFilter) -> [Occurrence] {
        var seen: Set<String> = []
        let found = occurrences.filter { occurrence in
            occurrence.end > now && (span.map(occurrence.overlaps) ?? true) && filter.admits(occurrence.event)
                && seen.insert(occurrence.event.id).inserted
        }
        let start = max(now, span?.start ?? now)
        func rank(_ occurrence: Occurrence) -> Moment {
            occurrence.times.start < start && occurrence.isLong
                ? Moment(start.day, second: 86_399) : occurrence.times.start
        }
        return found.sorted { (rank($0), $0.event.id) < (rank($1), $1.event.id) }
    }
}
