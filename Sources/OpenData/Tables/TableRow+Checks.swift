import CivilTime
import Diagnostics

extension TableRow {
    /// A field that must not be empty; an error when it is.
    func required(_ column: String, _ diagnostics: inout [Diagnostic]) -> String? {
        if let field = self[column] { return field }
        diagnostics.append(Diagnostic(.error, "csv.empty-field", ["column": column], line: line))
        return nil
    }

    /// A field that must be a day written `2026-11-26`; an error when it is not.
    func day(_ column: String, _ diagnostics: inout [Diagnostic]) -> Day? {
        guard let field = required(column, &diagnostics) else { return nil }
        if let day = Day(iso: field) { return day }
        diagnostics.append(Diagnostic(.error, "csv.bad-date", ["column": column, "value": field], line: line))
        return nil
    }
}
