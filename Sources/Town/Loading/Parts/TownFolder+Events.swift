import CivilTime
import Diagnostics
import FolderReading
import OpenData

extension TownFolder {
    /// Reads `events/`.
    func eventsPart(in window: ClosedRange<Day>?) -> PartReading<EventRecords> {
        var part = PartReading(EventRecords())
        let zone = CivilZone(town.timeZone) ?? .paris
        for path in files.paths(in: "events", "ics", "json") {
            part.read(path, of: self) { part, bytes, rule, findings in
                let days = window ?? rule.window
                if path.hasSuffix(".ics") {
                    let events = ICalendar.read(bytes, zone: zone, window: days)
                    findings.add(events.diagnostics)
                    part.record.events += EventRecords.merged(events.value, source: path, findings)
                } else {
                    let events = OpenAgenda.read(bytes, zone: zone)
                    findings.add(events.diagnostics)
                    part.record.events += events.value.compactMap {
                        EventRecords.Event($0, within: days, source: path)
                    }
                }
            }
        }
        part.record.events.sort {
            ($0.times.first?.start ?? Moment(Day(number: 0)), $0.id) < (
                $1.times.first?.start ?? Moment(Day(number: 0)), $1.id
            )
        }
        return part
    }
}

extension EventRecords {
    /// One event a series: what a `RECURRENCE-ID` only moves joins its series, what it changes or cancels stands alone.
    fileprivate static func merged(_ events: [CalendarEvent], source: String, _ findings: Findings) -> [Event] {
        var times: [String: [Times]] = [:]
        var apart: [Event] = []
        let series = Dictionary(
            events.filter { $0.replaces == nil }.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        for event in events {
            if event.summary.isEmpty { findings.report(.error, "ical.no-summary", line: event.line) }
            let own = event.occurrences.map { Times(start: $0.start, end: $0.end, isAllDay: event.isAllDay) }
            guard let replaced = event.replaces else {
                // A repeated UID without RECURRENCE-ID is another event; its line makes its id its own.
                if !seen.insert(event.uid).inserted || event.uid.isEmpty {
                    findings.report(.warning, "ical.duplicate-uid", ["uid": event.uid], line: event.line)
                    let id = event.uid + "#" + String(event.line)
                    if let other = Event(event, id: id, times: own, source: source) { apart.append(other) }
                } else {
                    times[event.uid, default: []] += own
                }
                continue
            }
            if let whole = series[event.uid], whole.saysTheSame(as: event) {
                times[event.uid, default: []] += own
            } else if let single = Event(event, id: event.uid + "/" + replaced.iso, times: own, source: source) {
                apart.append(single)
            }
        }
        let whole = series.compactMap { uid, event in
            uid.isEmpty
                ? nil : Event(event, id: uid, times: (times[uid] ?? []).sorted { $0.start < $1.start }, source: source)
        }
        return whole + apart
    }
}

extension CalendarEvent {
    /// Whether another event differs from this one only in its time.
    fileprivate func saysTheSame(as other: CalendarEvent) -> Bool {
        isCancelled == other.isCancelled && summary == other.summary
            && (other.location == nil || location == other.location)
    }
}

extension EventRecords.Event {
    /// An event of a calendar, or nil when it has no title or no time within the window.
    fileprivate init?(_ event: CalendarEvent, id: String, times: [EventRecords.Times], source: String) {
        guard !event.summary.isEmpty, !times.isEmpty else { return nil }
        let price = event.extensions["X-PARVIS-PRICE"]
        let words = EventWords(event.categories + (price.map { [$0] } ?? []))
        // "Marché couvert, 2 place de la Mairie, Valclair": the first part names the place.
        let place = event.location.map { $0.split(separator: ",", maxSplits: 1).map { $0.drop(while: \.isWhitespace) } }
        self.init(
            id: id, title: event.summary, summary: event.description, times: times,
            placeName: place?.first.map(String.init), address: place?.dropFirst().first.map(String.init),
            kinds: words.kinds, isForChildren: words.isForChildren,
            isFree: words.isFree ? true : price == nil ? nil : false, price: words.isFree ? nil : price,
            isCancelled: event.isCancelled, url: event.url, source: source)
    }

    /// An event of an agenda, or nil when it has no time within the window.
    fileprivate init?(_ event: AgendaEvent, within window: ClosedRange<Day>, source: String) {
        let times = event.timings.filter { window.contains($0.start.day) }
            .map { EventRecords.Times(start: $0.start, end: $0.end, isAllDay: false) }
        guard !times.isEmpty else { return nil }
        let words = EventWords(event.keywords + (event.conditions.map { [$0] } ?? []))
        let isPriced = event.conditions?.contains { $0.isNumber } ?? false
        self.init(
            id: event.id, title: event.title, summary: event.summary, times: times, placeName: event.placeName,
            address: event.address, kinds: words.kinds,
            isForChildren: words.isForChildren || event.maximumAge.map { $0 <= 12 } ?? false,
            isFree: words.isFree ? true : isPriced ? false : nil, price: words.isFree ? nil : event.conditions,
            isCancelled: event.status == .cancelled || event.status == .postponed, url: event.url, source: source)
    }
}
