import CivilTime
import Language
import TopicKit
import Town

/// How events and days are said.
struct EventWording {
    let now: Moment

    /// One event: what, when and where; on a day that was just named, the hour is enough.
    func item(_ occurrence: Occurrence, on named: Day? = nil, key: String = "events.item") -> Phrase {
        var values = ["title": Value.text(occurrence.event.title), "when": when(occurrence, on: named)]
        values["place"] = occurrence.event.placeName.map { .text($0) }
        return Phrase(key, values)
    }

    /// When an event takes place.
    func when(_ occurrence: Occurrence, on named: Day? = nil) -> Value {
        let start = occurrence.times.start
        if occurrence.isLong {
            let isUnderWay = start <= now && occurrence.end > now || named.map { start.day < $0 } ?? false
            return isUnderWay
                ? .phrase(Phrase("events.until", ["day": .day(occurrence.lastDay)]))
                : .days(start.day, occurrence.lastDay)
        }
        let isNamed = named == start.day
        if occurrence.times.isAllDay {
            return .phrase(Phrase(isNamed ? "events.whole-day" : "events.on-day", ["day": .day(start.day)]))
        }
        return isNamed ? .phrase(Phrase("events.at", ["time": .clock(start.minuteOfDay)])) : .moment(start)
    }

    /// The days of a span, with the word that the person would use for today and tomorrow.
    func days(_ span: TimeSpan) -> Value {
        guard span.isOneDay else { return .days(span.firstDay, span.lastDay) }
        switch span.firstDay {
        case now.day: return .phrase(Phrase("events.today", ["day": .day(span.firstDay)]))
        case now.day.adding(days: 1): return .phrase(Phrase("events.tomorrow", ["day": .day(span.firstDay)]))
        default: return .day(span.firstDay)
        }
    }

    /// The values that say what was asked for: the kind, for whom, where.
    func asked(_ filter: EventFilter) -> [String: Value] {
        var values = ["kind": Value.term("kind-" + (filter.kind ?? "any"))]
        if filter.isForChildren { values["audience"] = .phrase(Phrase("events.for-children")) }
        if filter.isFree { values["free"] = .phrase(Phrase("events.without-price")) }
        values["place"] = filter.place.map { .text($0) }
        return values
    }

    /// The same with a count: "2 concerts".
    func counted(_ count: Int, _ filter: EventFilter) -> [String: Value] {
        let what = Phrase("events.count-" + (filter.kind ?? "any"), ["count": .count(count)])
        return asked(filter).merging(["what": .phrase(what), "count": .count(count)]) { $1 }
    }
}
