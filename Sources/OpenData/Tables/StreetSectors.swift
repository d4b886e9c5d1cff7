public import Diagnostics

/// A street, or a part of one, and the sector that it belongs to.
public struct StreetSector: Sendable, Hashable {
    /// Which side of the street is meant.
    public enum Side: String, Sendable { case both, odd, even }

    /// The street's name.
    public let street: String
    /// The sector's id.
    public let sector: String
    /// The lowest house number, or nil.
    public let from: Int?
    /// The highest house number, or nil.
    public let to: Int?
    /// The side.
    public let side: Side
    /// Other names of the street.
    public let aliases: [String]
    /// The row's line.
    public let line: Int
}

/// Reads the table `street,sector,from,to,side,aliases`.
public enum StreetSectors {
    /// Reads the streets; a row without a street or a sector, or with a bad number or side, is left out with an error.
    public static func read(_ table: Table) -> Checked<[StreetSector]> {
        var diagnostics = table.missing([["street"], ["sector"]])
        guard diagnostics.isEmpty else { return Checked([], diagnostics) }
        let streets = table.rows.compactMap { street($0, &diagnostics) }
        return Checked(streets, diagnostics)
    }

    private static func street(_ row: TableRow, _ diagnostics: inout [Diagnostic]) -> StreetSector? {
        guard let name = row.required("street", &diagnostics), let sector = row.required("sector", &diagnostics)
        else { return nil }
        var numbers: [Int?] = []
        for column in ["from", "to"] {
            let field = row[column]
            let number = field.flatMap { wholeNumber($0) }
            if let field, number == nil {
                let arguments = ["column": column, "value": field]
                diagnostics.append(Diagnostic(.error, "streets.bad-number", arguments, line: row.line))
                return nil
            }
            numbers.append(number)
        }
        if let from = numbers[0], let to = numbers[1], from > to {
            let arguments = ["from": String(from), "to": String(to)]
            diagnostics.append(Diagnostic(.error, "streets.reversed-numbers", arguments, line: row.line))
            return nil
        }
        guard let side = StreetSector.Side(rawValue: row["side"]?.lowercased() ?? "both") else {
            diagnostics.append(
                Diagnostic(.error, "streets.bad-side", ["value": row["side"] ?? ""], line: row.line))
            return nil
        }
        let aliases = (row["aliases"] ?? "").split(separator: "|").compactMap { filled($0) }
        return StreetSector(
            street: name, sector: sector, from: numbers[0], to: numbers[1], side: side, aliases: aliases,
            line: row.line)
    }
}
