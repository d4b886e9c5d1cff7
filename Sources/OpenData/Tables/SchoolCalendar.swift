public import CivilTime
public import Diagnostics

/// A stretch of school holidays of some zones: a row of « fr-en-calendrier-scolaire ».
public struct SchoolPeriod: Sendable, Hashable {
    /// An id: `autumn`, `christmas`, `winter`, `spring`, `summer`, `ascension`, or the folded description.
    public let id: String
    /// The description as published.
    public let description: String
    /// `-`, `Élèves` or `Enseignants`.
    public let population: String
    /// The first day without school.
    public let first: Day
    /// The last day without school: the day before classes resume.
    public let last: Day
    /// The zones as published: `Zone B`, `Corse`.
    public let zones: [String]
    /// The row's line.
    public let line: Int

    /// Whether pupils of a zone (`B`, `Corse`) are on holiday: not a row for teachers alone.
    public func concernsPupils(of zone: String) -> Bool {
        folded(population) != "enseignants"
            && zones.contains { folded($0) == folded(zone) || folded($0) == "zone " + folded(zone) }
    }
}

/// Reads the official school calendar « fr-en-calendrier-scolaire ».
public enum SchoolCalendar {
    /// Reads the periods; a row without an end, or that ends as it begins, marks one day of the teachers' and is no period.
    ///
    /// An instant with an offset is midnight in `zone`: `2026-10-16T22:00:00+00:00` is 17 October in Paris.
    public static func read(_ table: Table, in zone: CivilZone) -> Checked<[SchoolPeriod]> {
        let columns = [["Description"], ["Date de début", "start_date"], ["Date de fin", "end_date"], ["Zones"]]
        var diagnostics = table.missing(columns)
        guard diagnostics.isEmpty else { return Checked([], diagnostics) }
        let periods = table.rows.compactMap { period($0, zone, &diagnostics) }
        return Checked(periods, diagnostics)
    }

    private static func period(
        _ row: TableRow, _ zone: CivilZone, _ diagnostics: inout [Diagnostic]
    ) -> SchoolPeriod? {
        let description = row["Description"] ?? ""
        guard let start = row["Date de début", "start_date"], let end = row["Date de fin", "end_date"] else {
            return nil
        }
        guard let first = zone.moment(iso: start)?.day, let resumption = zone.moment(iso: end)?.day else {
            diagnostics.append(
                Diagnostic(.error, "csv.bad-date", ["column": "Date", "value": start + " / " + end], line: row.line))
            return nil
        }
        guard first < resumption else { return nil }
        return SchoolPeriod(
            id: id(of: description), description: description, population: row["Population"] ?? "-", first: first,
            last: resumption.adding(days: -1), zones: row.list("Zones"), line: row.line)
    }

    /// Words of the official descriptions, folded, and the ids that `DayCalendar` uses.
    private static let ids = [
        ("toussaint", "autumn"), ("noel", "christmas"), ("hiver", "winter"), ("printemps", "spring"),
        ("ete", "summer"), ("ascension", "ascension"),
    ]

    private static func id(of description: String) -> String {
        let words = folded(description).split { !$0.isLetter && !$0.isNumber }
        return ids.first { word, _ in words.contains { $0 == word } }?.1 ?? words.joined(separator: "-")
    }
}
