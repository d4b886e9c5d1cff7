import CivilTime
import Language

/// A table of facts from a CSV file, each row with its line.
struct PackTable: Sendable, Hashable, Codable {
    /// What the cells of a column are.
    enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case text, noun, number, money, day, clock, phone, email, url
    }

    /// A row by column; an empty cell is absent.
    struct Row: Sendable, Hashable, Codable {
        let line: Int
        let cells: [String: String]
    }

    /// The source that vouches for it.
    let source: String
    /// Every column, with what its cells are.
    let columns: [String: Kind]
    let rows: [Row]

    /// The value of a cell, or nil when the row has none.
    func value(_ row: Row, _ column: String) -> Value? {
        row.cells[column].flatMap { (columns[column] ?? .text).value($0) }
    }
}

extension PackTable.Kind {
    /// The value that a cell holds, or nil when it is none of the kind.
    func value(_ cell: String) -> Value? {
        switch self {
        case .text: .text(cell)
        case .noun: .noun(Noun(cell))
        case .number: Int(cell).map { .count($0) }
        case .money: cents(cell).map { .money(cents: $0) }
        case .day: Day(iso: cell).map { .day($0) }
        case .clock: minute(cell).map { .clock($0) }
        case .phone: cell.contains { $0.isNumber } ? .phone(cell) : nil
        case .email: cell.contains("@") ? .email(cell) : nil
        case .url: cell.hasPrefix("https://") || cell.hasPrefix("http://") ? .url(cell) : nil
        }
    }

    /// The number that a cell can be compared as: euros for money.
    func number(_ cell: String) -> Double? {
        switch self {
        case .number: Int(cell).map(Double.init)
        case .money: cents(cell).map { Double($0) / 100 }
        default: nil
        }
    }

    /// `120`, `120.50` or `120,5` euros in cents.
    private func cents(_ cell: String) -> Int? {
        let parts = cell.replacing(",", with: ".").split(separator: ".", omittingEmptySubsequences: false)
        guard let euros = parts.first.flatMap({ Int($0) }), (0...10_000_000).contains(euros), parts.count <= 2 else {
            return nil
        }
        guard parts.count == 2 else { return euros * 100 }
        let tenths = parts[1].count == 1 ? "0" : ""
        guard (1...2).contains(parts[1].count), let rest = Int(parts[1] + tenths), rest >= 0 else { return nil }
        return euros * 100 + rest
    }

    /// `08:30` in minutes since midnight.
    private func minute(_ cell: String) -> Int? {
        let parts = cell.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour),
            (0...59).contains(minute), hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }
}

/// Which rows of a table are meant: those whose cells fit what was said.
struct PackLookUp: Sendable, Hashable, Codable {
    /// What a column must fit.
    enum Wanted: Sendable, Hashable, Codable {
        case slot(String)
        case today
        case constant(String)
    }

    let table: String
    let columns: [String: Wanted]
}
