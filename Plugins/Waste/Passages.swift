internal import CivilTime
internal import Language
internal import TopicKit
internal import Town

/// A passage that may be answered with: its source holds today and on that day.
struct Passage {
    let day: Day
    let movedFrom: Day?
    let stream: WasteRecords.Stream
    let evidence: Evidence
}

extension WasteTopic {
    /// The valid passages of a sector between two days, by day.
    func passages(_ streams: [String], in sector: String, from first: Day, to last: Day?, _ today: Day) -> [Passage] {
        records.collections.compactMap { collection in
            guard collection.sector == sector, streams.contains(collection.stream), collection.day >= first,
                last.map({ collection.day <= $0 }) ?? true, let stream = stream(collection.stream),
                let evidence = sources[collection.source], evidence.isValid(on: today),
                evidence.isValid(on: collection.day)
            else { return nil }
            return Passage(
                day: collection.day, movedFrom: collection.movedFrom, stream: stream, evidence: evidence)
        }
        .sorted { $0.day < $1.day }
    }

    /// The day to which a usual passage was moved, or nil.
    func replacement(of usual: Day, _ stream: String, in sector: String) -> WasteRecords.Collection? {
        records.collections.first { $0.stream == stream && $0.sector == sector && $0.movedFrom == usual }
    }

    /// The usual days that are skipped and not made up for, between two days.
    func skipped(_ stream: String, in sector: String, from first: Day, before end: Day) -> [Day] {
        (records.cancelled[stream + "/" + sector] ?? [])
            .filter { $0 >= first && $0 < end && replacement(of: $0, stream, in: sector) == nil }
            .sorted()
    }

    /// A day, with "aujourd'hui" or "demain" before it where that is so.
    func when(_ day: Day, _ request: TopicRequest) -> Value {
        switch day.number - request.now.day.number {
        case 0: .phrase(Phrase("waste.today", ["day": .day(day)]))
        case 1: .phrase(Phrase("waste.tomorrow", ["day": .day(day)]))
        default: .day(day)
        }
    }

    /// That no truck comes on a usual day, and that it is a public holiday where it is one.
    func noPassage(on day: Day, _ stream: WasteRecords.Stream, _ request: TopicRequest) -> Reply.Part {
        let key = request.calendar.publicHoliday(on: day) == nil ? "waste.no-passage" : "waste.no-passage-holiday"
        return .statement(Phrase(key, ["day": .day(day), "stream": stream.noun]))
    }

    /// When to put the bin out, where the town says so and it is not too late.
    func tip(for passage: Passage, _ request: TopicRequest) -> Reply.Part? {
        guard let minute = passage.stream.putOutEveMinute else { return nil }
        let eve = passage.day.adding(days: -1)
        let values: [String: Value] = ["stream": passage.stream.noun, "eve": .day(eve), "time": .clock(minute)]
        if eve > request.now.day { return .statement(Phrase("waste.tip", values)) }
        guard eve == request.now.day else { return nil }
        let isLater = request.now.minuteOfDay < minute
        return .statement(Phrase(isLater ? "waste.tip-tonight" : "waste.tip-now", values))
    }
}

extension WasteRecords.Stream {
    /// The stream's name, for sentences that agree with it.
    var noun: Value { .noun(Noun(name)) }
}

extension [Passage] {
    /// Where the passages come from, each source once.
    var evidence: [Evidence] {
        reduce(into: []) { list, passage in
            if !list.contains(passage.evidence) { list.append(passage.evidence) }
        }
    }
}
