internal import CivilTime
internal import Language
internal import TopicKit
internal import Town

/// When a bin is next collected; without a bin, when each one is.
extension WasteTopic {
    func nextCollections(_ request: TopicRequest) -> Reply {
        let home: Home
        switch self.home(request) {
        case .open(let reply): return reply
        case .found(let found): home = found
        }
        guard let id = request.entity("stream") else { return nextOfAll(home, request) }
        // The language names streams that this town may not collect.
        guard let stream = stream(id) else { return request.unknown("waste.no-stream") }
        return next(stream, home, request)
    }

    private func next(_ stream: WasteRecords.Stream, _ home: Home, _ request: TopicRequest) -> Reply {
        let today = request.now.day
        let span = daysAhead(request)
        let start = max(today, span?.firstDay ?? today)
        var parts: [Reply.Part] = []
        var passages = passages([stream.id], in: home.sector, from: start, to: span?.lastDay, today)
        if passages.isEmpty, let span {
            passages = self.passages([stream.id], in: home.sector, from: start, to: nil, today)
            if !passages.isEmpty { parts.append(noneWithin(span, stream, home, request)) }
        }
        guard let first = passages.first else {
            return request.unknown("waste.no-date", ["stream": stream.noun, "where": home.name])
        }
        let isBareNext = parts.isEmpty
        parts.append(
            .statement(
                Phrase(
                    isBareNext ? "waste.next" : "waste.next-then",
                    ["stream": stream.noun, "day": when(first.day, request), "where": home.name])))
        parts += skipped(stream.id, in: home.sector, from: start, before: first.day)
            .map { noPassage(on: $0, stream, request) }
        if let usual = first.movedFrom { parts.append(noPassage(on: usual, stream, request)) }
        if let tip = tip(for: first, request) { parts.append(tip) }
        if first.day == today, passages.count > 1 {
            parts.append(
                .statement(Phrase("waste.after", ["stream": stream.noun, "day": when(passages[1].day, request)])))
        }
        return Reply(
            .answered, parts, details: following(passages.dropFirst().prefix(3), stream), evidence: [first].evidence)
    }

    /// The days that were named, unless they are over: the next collection is never in the past.
    private func daysAhead(_ request: TopicRequest) -> TimeSpan? {
        request.time("date").flatMap { $0.lastDay < request.now.day ? nil : $0 }
    }

    /// That nothing passes in the days that were asked for; a cancelled day is named.
    private func noneWithin(
        _ span: TimeSpan, _ stream: WasteRecords.Stream, _ home: Home, _ request: TopicRequest
    ) -> Reply.Part {
        let days: Value = span.isOneDay ? when(span.firstDay, request) : .days(span.firstDay, span.lastDay)
        return .statement(Phrase("waste.none-then", ["stream": stream.noun, "days": days, "where": home.name]))
    }

    private func following(_ passages: ArraySlice<Passage>, _ stream: WasteRecords.Stream) -> [Reply.Part] {
        guard !passages.isEmpty else { return [] }
        let title = Phrase("waste.following", ["stream": stream.noun, "count": .count(passages.count)])
        return [.list(title: title, items: passages.map { Phrase("waste.following-day", ["day": .day($0.day)]) })]
    }

    private func nextOfAll(_ home: Home, _ request: TopicRequest) -> Reply {
        let today = request.now.day
        let span = daysAhead(request)
        let found = records.streams.compactMap { stream in
            passages([stream.id], in: home.sector, from: max(today, span?.firstDay ?? today), to: span?.lastDay, today)
                .first
        }
        .sorted { $0.day < $1.day }
        guard let first = found.first else {
            return span == nil
                ? request.unknown("waste.no-dates", ["where": home.name]) : collections(onDayOf: request)
        }
        let same = found.prefix { $0.day == first.day }
        let names = Value.list(same.map(\.stream.noun))
        var parts: [Reply.Part] = [
            .statement(Phrase("waste.first", ["streams": names, "day": when(first.day, request), "where": home.name]))
        ]
        parts += same.compactMap { passage in passage.movedFrom.map { noPassage(on: $0, passage.stream, request) } }
        if same.count == 1, let tip = tip(for: first, request) { parts.append(tip) }
        let others = found.dropFirst(same.count)
        if !others.isEmpty {
            parts.append(
                .list(
                    title: Phrase("waste.others", ["count": .count(others.count)]),
                    items: others.map { passage in
                        var values = ["stream": passage.stream.noun, "day": when(passage.day, request)]
                        if let usual = passage.movedFrom { values["usual"] = .day(usual) }
                        return Phrase("waste.other", values)
                    }))
        }
        return Reply(.answered, parts, evidence: found.evidence)
    }
}
