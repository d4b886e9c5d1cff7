internal import CivilTime
internal import Language
internal import TopicKit
internal import Town

/// What is collected on a day, or within a few days.
extension WasteTopic {
    /// From this hour on, "ce soir" asks what to put out for the next morning.
    private static let eveningHour = 16

    func collections(onDayOf request: TopicRequest) -> Reply {
        // "Et la jaune ?" after a day asks when that bin is next collected.
        if request.said.contains("stream"), !request.said.contains("date") {
            return nextCollections(request.without("date"))
        }
        let home: Home
        switch self.home(request) {
        case .open(let reply): return reply
        case .found(let found): home = found
        }
        let (first, last) = days(request)
        let today = request.now.day
        let all = records.streams.map(\.id)
        let start = records.collections.first { $0.sector == home.sector }?.day
        guard let start, first >= start else { return request.unknown("waste.no-dates", ["where": home.name]) }
        let passages = passages(all, in: home.sector, from: first, to: last, today)
        if first == last { return day(first, passages, home, request) }
        guard !passages.isEmpty else { return nothing(.days(first, last), from: last, [], home, request) }
        let title = Phrase(
            "waste.within", ["count": .count(passages.count), "days": .days(first, last), "where": home.name])
        let items = passages.map { passage in
            Phrase("waste.other", ["stream": passage.stream.noun, "day": when(passage.day, request)])
        }
        let changes = changes(from: first, to: last, home, request)
        return Reply(.answered, [.list(title: title, items: items)] + changes, evidence: passages.evidence)
    }

    /// The days that are meant: those said, without what is past of them; today until nine in the morning, then tomorrow.
    private func days(_ request: TopicRequest) -> (Day, Day) {
        guard let span = request.time("date") else {
            let day = request.now.day.adding(days: request.now.hour < 9 ? 0 : 1)
            return (day, day)
        }
        let isEvening = span.isOneDay && span.start.hour >= WasteTopic.eveningHour
        if isEvening { return (span.firstDay.adding(days: 1), span.firstDay.adding(days: 1)) }
        let today = request.now.day
        return (span.firstDay < today && today <= span.lastDay ? today : span.firstDay, span.lastDay)
    }

    private func day(_ day: Day, _ passages: [Passage], _ home: Home, _ request: TopicRequest) -> Reply {
        let changes = changes(from: day, to: day, home, request) + askedFor(after: day, passages, home, request)
        guard let first = passages.first else { return nothing(when(day, request), from: day, changes, home, request) }
        let names = Value.list(passages.map(\.stream.noun))
        var parts: [Reply.Part] = [
            .statement(Phrase("waste.day", ["day": when(day, request), "streams": names, "where": home.name]))
        ]
        parts += passages.compactMap { passage in passage.movedFrom.map { noPassage(on: $0, passage.stream, request) } }
        parts += changes
        if passages.count == 1, let tip = tip(for: first, request) { parts.append(tip) }
        return Reply(.answered, parts, evidence: passages.evidence)
    }

    /// When the bin that was asked about comes, if it is not that day.
    private func askedFor(
        after day: Day, _ passages: [Passage], _ home: Home, _ request: TopicRequest
    ) -> [Reply.Part] {
        guard let id = request.entity("stream"), !passages.contains(where: { $0.stream.id == id }),
            let next = self.passages([id], in: home.sector, from: max(day, request.now.day), to: nil, request.now.day)
                .first
        else { return [] }
        let values = ["stream": next.stream.noun, "day": when(next.day, request)]
        return [.statement(Phrase("waste.next-then", values))]
    }

    /// Nothing is collected then: what was moved or cancelled, and what comes next.
    private func nothing(
        _ days: Value, from day: Day, _ changes: [Reply.Part], _ home: Home, _ request: TopicRequest
    ) -> Reply {
        let today = request.now.day
        let later = passages(
            records.streams.map(\.id), in: home.sector, from: max(today, day), to: nil, today)
        guard let next = later.first else { return request.unknown("waste.no-dates", ["where": home.name]) }
        let names = Value.list(later.prefix { $0.day == next.day }.map(\.stream.noun))
        let parts =
            [.statement(Phrase("waste.nothing", ["days": days, "where": home.name]))] + changes
            + [.statement(Phrase("waste.first-then", ["streams": names, "day": when(next.day, request)]))]
        return Reply(.answered, parts, evidence: [next].evidence)
    }

    /// Usual passages of these days that are moved elsewhere or cancelled.
    private func changes(from first: Day, to last: Day, _ home: Home, _ request: TopicRequest) -> [Reply.Part] {
        records.streams.flatMap { stream in
            let moved = records.collections.filter {
                guard let usual = $0.movedFrom else { return false }
                return $0.stream == stream.id && $0.sector == home.sector && usual >= first && usual <= last
            }
            let cancelled = skipped(stream.id, in: home.sector, from: first, before: last.adding(days: 1))
            return moved.map { passage in
                let key = passage.movedFrom.map { passage.day < $0 } == true ? "waste.advanced" : "waste.postponed"
                return .statement(Phrase(key, ["stream": stream.noun, "day": when(passage.day, request)]))
            } + cancelled.map { noPassage(on: $0, stream, request) }
        }
    }
}

extension TopicRequest {
    /// The same request as if a slot had not been filled.
    fileprivate func without(_ slot: String) -> TopicRequest {
        TopicRequest(
            intent: intent, slots: slots.filter { $0.key != slot }, said: said, now: now, calendar: calendar,
            locale: locale, memory: memory, profile: profile)
    }
}
