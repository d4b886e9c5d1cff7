public import CivilTime
public import Diagnostics

/// Reads iCalendar (RFC 5545) into events whose dates are written out.
public enum ICalendar {
    /// The most dates that one event may have; more is a mistake in the rule.
    public static let occurrenceLimit = 5000

    /// Reads the events of a file that take place within `window`.
    ///
    /// Rules (`RRULE`), exceptions (`EXDATE`), additions (`RDATE`) and replacements (`RECURRENCE-ID`) are applied; an
    /// endless rule ends with the window. A damaged event is left out with its line, the others stay.
    ///
    /// - Parameters:
    ///   - raw: the file's bytes.
    ///   - zone: the town's zone; times of other zones are converted to it.
    ///   - window: the first and the last day of interest.
    /// - Returns: the events in the order of the file.
    public static func read(
        _ raw: [UInt8], zone: CivilZone, window: ClosedRange<Day>
    ) -> Checked<[CalendarEvent]> {
        let source = SourceText(raw)
        let scan = CalendarLines(source.bytes)
        var diagnostics = source.diagnostics + scan.diagnostics
        var events: [CalendarEvent] = []
        for lines in scan.events {
            var reader = EventReader(lines, zone: zone, window: window)
            if let event = reader.event() { events.append(event) }
            diagnostics += reader.diagnostics
        }
        return Checked(withoutReplaced(events), diagnostics)
    }

    /// Takes out of each series what a `RECURRENCE-ID` of the same `UID` replaces.
    private static func withoutReplaced(_ events: [CalendarEvent]) -> [CalendarEvent] {
        var replaced: [String: Set<Moment>] = [:]
        for event in events where !event.uid.isEmpty {
            if let moment = event.replaces { replaced[event.uid, default: []].insert(moment) }
        }
        return events.map { event in
            guard event.replaces == nil, let moments = replaced[event.uid] else { return event }
            // A RECURRENCE-ID given as a date means the occurrence of that day.
            var copy = event
            copy.occurrences.removeAll { moments.contains($0.start) || moments.contains(Moment($0.start.day)) }
            return copy
        }
    }
}
