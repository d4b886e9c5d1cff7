public import CivilTime
public import Diagnostics

/// An event of an OpenAgenda export, its times as wall-clock times of the town.
public struct AgendaEvent: Sendable, Hashable {
    /// One time that the event takes place.
    public struct Timing: Sendable, Hashable {
        /// When it begins.
        public let start: Moment
        /// When it ends, or nil.
        public let end: Moment?
    }

    /// What OpenAgenda's `status` says.
    public enum Status: Int, Sendable {
        /// It takes place.
        case scheduled = 1
        /// It takes place on other dates than first said.
        case rescheduled
        /// It takes place on line.
        case movedOnline
        /// It is put off; the dates given do not hold.
        case postponed
        /// It takes place, without places left.
        case full
        /// It does not take place.
        case cancelled
    }

    /// `uid`, or `slug`.
    public let id: String
    /// The title.
    public let title: String
    /// The short description, or an empty text.
    public let summary: String
    /// When it takes place, in order.
    public let timings: [Timing]
    /// The name of the place, or nil.
    public let placeName: String?
    /// The address of the place, or nil.
    public let address: String?
    /// Whether it takes place.
    public let status: Status
    /// The keywords.
    public let keywords: [String]
    /// Prices and conditions in the organiser's words, or nil.
    public let conditions: String?
    /// The lowest age in years, or nil.
    public let minimumAge: Int?
    /// The highest age in years, or nil.
    public let maximumAge: Int?
    /// The organiser's page, or nil.
    public let url: String?
    /// The record's line, or nil.
    public let line: Int?
}

/// Reads OpenAgenda: the export of Opendatasoft (flat fields, JSON inside texts) and the API v2 (nested fields).
public enum OpenAgenda {
    /// Reads the events; one without a title or a time is left out with an error, a repeated id too.
    public static func read(_ raw: [UInt8], zone: CivilZone) -> Checked<[AgendaEvent]> {
        let document = JSONRecords(raw, under: ["records", "results", "events"])
        var diagnostics = document.diagnostics
        var events: [AgendaEvent] = []
        var ids: Set<String> = []
        for record in document.records {
            guard let event = event(record, zone, &diagnostics) else { continue }
            if ids.insert(event.id).inserted {
                events.append(event)
            } else {
                diagnostics.append(Diagnostic(.error, "json.duplicate-id", ["id": event.id], line: record.line))
            }
        }
        return Checked(events, diagnostics)
    }

    private static func event(
        _ record: JSONRecords.Record, _ zone: CivilZone, _ diagnostics: inout [Diagnostic]
    ) -> AgendaEvent? {
        let fields = record.fields
        guard let title = word(fields, "title") else {
            diagnostics.append(Diagnostic(.error, "json.missing-field", ["field": "title"], line: record.line))
            return nil
        }
        let timings = timings(record, zone, &diagnostics)
        guard let first = timings.first else {
            diagnostics.append(Diagnostic(.error, "json.missing-field", ["field": "timings"], line: record.line))
            return nil
        }
        let location = JSONRecords.unwrapped(fields["location"])
        let age = JSONRecords.unwrapped(fields["age"])
        return AgendaEvent(
            id: (fields["uid"].text ?? fields["slug"].text) ?? title + " " + first.start.iso, title: title,
            summary: word(fields, "description") ?? "", timings: timings,
            placeName: fields["location_name"].text ?? location["name"].text,
            address: fields["location_address"].text ?? location["address"].text, status: status(of: fields),
            keywords: keywords(of: fields), conditions: word(fields, "conditions"),
            minimumAge: fields["age_min"].integer ?? age["min"].integer,
            maximumAge: fields["age_max"].integer ?? age["max"].integer,
            url: fields["canonicalurl"].text ?? fields["canonicalUrl"].text, line: record.line)
    }

    private static func timings(
        _ record: JSONRecords.Record, _ zone: CivilZone, _ diagnostics: inout [Diagnostic]
    ) -> [AgendaEvent.Timing] {
        var result: [AgendaEvent.Timing] = []
        for timing in JSONRecords.unwrapped(record.fields["timings"]).items {
            let (begin, end) = (timing["begin"].text ?? timing["start"].text, timing["end"].text)
            guard let start = begin.flatMap({ zone.moment(iso: $0) }) else {
                let arguments = ["field": "timings", "value": begin ?? ""]
                diagnostics.append(Diagnostic(.warning, "json.bad-date", arguments, line: record.line))
                continue
            }
            let last = end.flatMap { zone.moment(iso: $0) }
            result.append(AgendaEvent.Timing(start: start, end: last.flatMap { $0 > start ? $0 : nil }))
        }
        return result.sorted { $0.start < $1.start }
    }

    /// A text in French: `title_fr`, `title.fr` or `title`.
    private static func word(_ fields: JSONValue, _ name: String) -> String? {
        let value = JSONRecords.unwrapped(fields[name])
        return fields[name + "_fr"].text ?? value["fr"].text ?? value.text
    }

    private static func keywords(of fields: JSONValue) -> [String] {
        let flat = JSONRecords.unwrapped(fields["keywords_fr"])
        let nested = JSONRecords.unwrapped(fields["keywords"])
        let value = if case .null = flat { nested } else { flat }
        let list = if case .object = value { value["fr"] } else { value }
        return list.items.compactMap(\.text).flatMap { $0.split { ";,|".contains($0) } }.compactMap { filled($0) }
    }

    private static func status(of fields: JSONValue) -> AgendaEvent.Status {
        let value = JSONRecords.unwrapped(fields["status"])
        let number = value.integer ?? value["id"].integer
        return number.flatMap { AgendaEvent.Status(rawValue: $0) } ?? .scheduled
    }
}
