public import Diagnostics

/// A table read from CSV: a header and rows that know their lines.
public struct Table: Sendable {
    /// The names of the columns, trimmed.
    public let header: [String]
    /// The rows below the header, without empty ones.
    public let rows: [TableRow]

    /// Reads RFC 4180, separated by `,` or `;`, whichever the header uses.
    ///
    /// SwiftCSV was considered: it does not keep the line on which a row begins, which every diagnostic here needs.
    public static func read(_ raw: [UInt8]) -> Checked<Table> {
        let source = SourceText(raw)
        var parser = TableParser(source.bytes)
        let records = parser.records()
        var diagnostics = source.diagnostics + parser.diagnostics
        guard let first = records.first else {
            diagnostics.append(Diagnostic(.error, "csv.empty"))
            return Checked(Table(header: [], rows: []), diagnostics)
        }
        let header = first.fields.map { trimmed($0) }
        // Columns are found by their exact names, and by folded ones where a publisher changed case or accents.
        let names = header.enumerated().map { ($1, $0) } + header.enumerated().map { (folded($1), $0) }
        let columns = Dictionary(names, uniquingKeysWith: { first, _ in first })
        for record in records.dropFirst() where record.fields.count > header.count {
            let arguments = ["expected": String(header.count), "found": String(record.fields.count)]
            diagnostics.append(Diagnostic(.warning, "csv.too-many-fields", arguments, line: record.line))
        }
        let rows = records.dropFirst().map { TableRow(line: $0.line, fields: $0.fields, columns: columns) }
        return Checked(Table(header: header, rows: rows), diagnostics)
    }

    /// An error for each of `columns` that the header lacks; each column may have several names.
    func missing(_ columns: [[String]]) -> [Diagnostic] {
        let known = Set(header.map { folded($0) })
        return columns.filter { names in !names.contains { known.contains(folded($0)) } }.map { names in
            Diagnostic(.error, "csv.missing-column", ["column": names.first ?? ""], line: 1)
        }
    }
}

/// A row of a table.
public struct TableRow: Sendable {
    /// The line on which the row begins, from 1.
    public let line: Int
    private let fields: [String]
    private let columns: [String: Int]

    init(line: Int, fields: [String], columns: [String: Int]) {
        (self.line, self.fields, self.columns) = (line, fields, columns)
    }

    /// The trimmed field of the first of these columns that the table has; nil when it is empty or absent.
    public subscript(names: String...) -> String? {
        for name in names {
            if let column = columns[name] ?? columns[folded(name)] {
                return column < fields.count ? filled(fields[column]) : nil
            }
        }
        return nil
    }

    /// The values of a field that lists several, separated by `|`, `,` or `;` or written as a JSON list.
    func list(_ name: String) -> [String] {
        guard let field = self[name] else { return [] }
        return field.split(whereSeparator: { "|,;[]\"".contains($0) }).compactMap { filled($0) }
    }
}
