import CivilTime
import Diagnostics

/// Reads one `VEVENT`.
struct EventReader {
    private(set) var diagnostics: [Diagnostic] = []
    private let lines: CalendarLines.Event
    private let zone: CivilZone
    private let window: ClosedRange<Day>

    init(_ lines: CalendarLines.Event, zone: CivilZone, window: ClosedRange<Day>) {
        (self.lines, self.zone, self.window) = (lines, zone, window)
    }

    /// The event, or nil when it has no usable start.
    mutating func event() -> CalendarEvent? {
        guard let startLine = lines.first("DTSTART") else {
            diagnostics.append(Diagnostic(.error, "ical.no-start", line: lines.number))
            return nil
        }
        guard let start = times(startLine, .error).first else { return nil }
        let length = length(from: start)
        let dates = dates(from: start)
        let occurrences = dates.kept.map { moment in
            CalendarEvent.Occurrence(start: moment, end: length.map { moment.adding(seconds: $0) })
        }
        return CalendarEvent(
            uid: text("UID") ?? "", summary: text("SUMMARY") ?? "", description: text("DESCRIPTION") ?? "",
            location: text("LOCATION"), categories: texts("CATEGORIES"), url: text("URL"), extensions: extensions(),
            isCancelled: text("STATUS")?.uppercased() == "CANCELLED", isAllDay: start.isDate, replaces: replaced(),
            occurrences: occurrences, excluded: dates.excluded, line: lines.number)
    }

    // MARK: Dates

    /// Every date within the window, and those that an `EXDATE` takes away.
    private mutating func dates(from start: Libical.Time) -> (kept: [Moment], excluded: [Moment]) {
        var moments = Set([local(start)])
        for line in lines.all("RRULE") { moments.formUnion(ruleDates(line, from: start)) }
        for line in lines.all("RDATE") { moments.formUnion(times(line, .error).map { local($0) }) }
        let exceptions = lines.all("EXDATE").flatMap { times($0, .error) }
        let excludedMoments = Set(exceptions.filter { !$0.isDate }.map { local($0) })
        let excludedDays = Set(exceptions.filter(\.isDate).map(\.moment.day))
        let sorted = moments.filter { window.contains($0.day) }.sorted()
        let isExcluded: (Moment) -> Bool = { excludedMoments.contains($0) || excludedDays.contains($0.day) }
        return (sorted.filter { !isExcluded($0) }, sorted.filter(isExcluded))
    }

    private mutating func ruleDates(_ line: CalendarLines.Line, from start: Libical.Time) -> [Moment] {
        guard case .rule(let rule)? = Libical.values(ofLine: line.text).first else {
            report(.error, "ical.bad-rule", ["value": String(line.value)], line)
            return []
        }
        guard !rule.isTooFrequent else {
            report(.error, "ical.rule-too-frequent", ["value": String(line.value)], line)
            return []
        }
        guard !rule.isUnreliable, !(rule.hasTimes && start.isDate) else {
            report(.error, "ical.unsupported-rule", ["value": String(line.value)], line)
            return []
        }
        // A series is expanded where it was written: one in UTC keeps its UTC hour. Its end is brought to that clock.
        let convert: (Libical.Time) -> Moment = { until in
            start.isUTC || !until.isUTC ? until.moment : zone.moment(utc: until.moment)
        }
        let limit = ICalendar.occurrenceLimit
        let starts = Libical.starts(
            of: rule, from: start, until: convert, through: window.upperBound.adding(days: 1), limit: limit + 1)
        if starts.count > limit {
            report(.warning, "ical.too-many-dates", ["limit": String(limit)], line)
        }
        return starts.prefix(limit).map { moment in
            local(Libical.Time(moment: moment, isDate: start.isDate, isUTC: start.isUTC, zone: start.zone))
        }
    }

    /// Seconds from a start to its end, or nil when the calendar does not say.
    private mutating func length(from start: Libical.Time) -> Int? {
        let wholeDay = 86_400
        if let line = lines.first("DTEND") {
            guard let end = times(line, .warning).first else { return start.isDate ? wholeDay : nil }
            let seconds = local(start).seconds(to: local(end))
            // The official calendar of public holidays has DTEND == DTSTART: one day.
            if start.isDate { return max(seconds, wholeDay) }
            guard seconds >= 0 else {
                report(.warning, "ical.ends-before-start", [:], line)
                return nil
            }
            return seconds == 0 ? nil : seconds
        }
        if let line = lines.first("DURATION") {
            if case .duration(let seconds)? = Libical.values(ofLine: line.text).first {
                return start.isDate ? max(seconds, wholeDay) : seconds
            }
            report(.warning, "ical.bad-value", ["property": line.name, "value": String(line.value)], line)
        }
        return start.isDate ? wholeDay : nil
    }

    private mutating func replaced() -> Moment? {
        guard let line = lines.first("RECURRENCE-ID") else { return nil }
        if line.text.uppercased().contains("RANGE=THISANDFUTURE") {
            report(.warning, "ical.this-and-future", [:], line)
        }
        return times(line, .error).first.map { local($0) }
    }

    /// The dates of a line; each one that is not a date is reported.
    private mutating func times(_ line: CalendarLines.Line, _ severity: Diagnostic.Severity) -> [Libical.Time] {
        let values = Libical.values(ofLine: line.text)
        var result: [Libical.Time] = []
        for value in values {
            if case .time(let time) = value { result.append(time) }
        }
        if result.count < max(values.count, 1) {
            let arguments = ["property": line.name, "value": String(line.value)]
            report(severity, "ical.bad-value", arguments, line)
        }
        if let unknown = result.lazy.compactMap(\.zone).first(where: { knownZone($0) == nil }) {
            report(.warning, "ical.unknown-zone", ["zone": unknown], line)
        }
        return result
    }

    /// The town's clock reading; a time of an unknown zone is taken as the town's.
    private func local(_ time: Libical.Time) -> Moment {
        if time.isDate { return time.moment }
        if time.isUTC { return zone.moment(utc: time.moment) }
        guard let name = time.zone.flatMap({ knownZone($0) }) else { return time.moment }
        return zone.moment(time.moment, in: name) ?? time.moment
    }

    /// The IANA name of a `TZID`; Outlook has its own names.
    private func knownZone(_ name: String) -> String? {
        if name == zone.name { return name }
        if name == "Romance Standard Time" || name == "W. Europe Standard Time" { return CivilZone.paris.name }
        return CivilZone(name)?.name
    }

    // MARK: Words

    private func text(_ name: String) -> String? {
        guard let line = lines.first(name), case .text(let text)? = Libical.values(ofLine: line.text).first
        else { return nil }
        return filled(text)
    }

    private func texts(_ name: String) -> [String] {
        lines.all(name).flatMap { line in
            Libical.values(ofLine: line.text).compactMap { if case .text(let text) = $0 { filled(text) } else { nil } }
        }
    }

    private func extensions() -> [String: String] {
        var result: [String: String] = [:]
        for line in lines.lines where line.name.hasPrefix("X-") { result[line.name] = text(line.name) }
        return result
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ code: String, _ arguments: [String: String], _ line: CalendarLines.Line
    ) {
        diagnostics.append(Diagnostic(severity, code, arguments, line: line.number))
    }
}
