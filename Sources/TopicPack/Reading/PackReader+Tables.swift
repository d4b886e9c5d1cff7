import Diagnostics
import FolderReading
import OpenData

extension PackReader {
    func readTables(_ root: YAMLMap) {
        for (name, map) in named("tables", root, keys: ["file", "source", "columns"]) {
            guard let file = map.text("file") else { continue }
            guard file.hasSuffix(".csv"), !file.contains("/"), !file.hasPrefix(".") else {
                map.report(.error, "pack.bad-path", ["value": file], at: "file")
                continue
            }
            _ = map.text("source")
            guard let source = reference("source", map, sources.keys) else { continue }
            tableFiles[name] = file
            tables[name] = table(file, source: source, map)
            sources[source] = sources[source]?.read(from: place + "/" + file)
        }
    }

    /// The table of a file; what is wrong in the file is reported at its lines.
    private func table(_ file: String, source: String, _ map: YAMLMap) -> PackTable? {
        let place = self.place + "/" + file
        func report(_ found: [Diagnostic]) { tableDiagnostics += found.map { $0.located(in: place) } }
        switch files.bytes(of: file, limit: PackLimits.tableSize) {
        case .failure(let problem):
            map.report(.error, problem.diagnostic.code, problem.diagnostic.arguments, at: "file")
            return nil
        case .success(let bytes):
            let read = Table.read(bytes)
            report(read.diagnostics)
            guard isBounded(read.value.rows.count, "rows", map, limit: PackLimits.rows) else { return nil }
            let columns = columns(map, header: read.value.header)
            let rows = read.value.rows.map { row in
                PackTable.Row(
                    line: row.line, cells: read.value.header.reduce(into: [:]) { $0[$1] = row[$1] })
            }
            let table = PackTable(source: source, columns: columns, rows: rows)
            for row in rows {
                for (column, kind) in columns.sorted(by: { $0.key < $1.key }) {
                    guard let cell = row.cells[column], kind.value(cell) == nil else { continue }
                    let arguments = ["column": column, "value": cell, "kind": kind.rawValue]
                    report([Diagnostic(.error, "pack.bad-cell", arguments, line: row.line)])
                }
            }
            return table
        }
    }

    /// Every column of the file; those that `columns` does not name hold text.
    private func columns(_ map: YAMLMap, header: [String]) -> [String: PackTable.Kind] {
        var columns = Dictionary(header.map { ($0, PackTable.Kind.text) }) { first, _ in first }
        guard let declared = map.optionalMap("columns", keys: nil) else { return columns }
        for column in declared.keys {
            guard columns[column] != nil else {
                declared.reportUnknownValue(column, "columns", header, line: declared.line(of: column))
                continue
            }
            columns[column] = declared.choice(column, among: PackTable.Kind.allCases)
        }
        return columns
    }
}
