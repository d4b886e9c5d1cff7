internal import Foundation

/// A table of liblouis: how a language is written in braille, and so how many cells a line takes on a display.
public struct BrailleTable: Sendable, Hashable {
    /// The name of its file, as liblouis takes it: `fr-bfu-comp6.utb`.
    public let file: String

    /// Opens a table.
    ///
    /// - Parameters:
    ///   - name: the name of a table with or without its ending (`fr-bfu-comp6`), or a path.
    ///   - tables: where tables are.
    /// - Returns: the table.
    /// - Throws: ``BrailleError`` when there are no tables at all, none of that name, or one that cannot be read.
    public static func open(_ name: String, among tables: BrailleTables = .installed) throws(BrailleError)
        -> BrailleTable
    {
        guard !tables.names.isEmpty || name.contains("/") else { throw .noTables(folders: tables.folders) }
        guard let file = tables.file(name) else { throw .unknown(name, known: tables.names) }
        guard Louis.canRead(file) else { throw .unreadable(file) }
        return BrailleTable(file: file)
    }

    /// The cells that a text takes on a display, signs for capitals and figures among them.
    public func cells(_ text: String) -> Int { Louis.cells(of: text, table: file)?.count ?? text.count }

    /// The text in braille, as Unicode's braille patterns.
    public func braille(_ text: String) -> String {
        let scalars = (Louis.cells(of: text, table: file) ?? []).compactMap(Unicode.Scalar.init)
        return String(String.UnicodeScalarView(scalars))
    }

    /// Whether a character has a form in braille; a space has.
    public func hasForm(_ character: Character) -> Bool {
        if character.isWhitespace { return true }
        guard let cells = Louis.cells(of: String(character), table: file, skipsUnknown: true) else { return false }
        return cells.contains { $0 != Self.blank }
    }

    /// The text without what a finger cannot read: a character without a form becomes its plain equivalent, or a space.
    public func readable(_ text: String) -> String {
        // Almost every text is plain: one translation of all of it tells, where there is no blank but those of its spaces.
        var known: [Character: Bool] = [:]
        func isReadable(_ character: Character) -> Bool {
            if character.isASCII { return true }
            if let answer = known[character] { return answer }
            let answer = hasForm(character)
            known[character] = answer
            return answer
        }
        if text.allSatisfy(isReadable) { return text }
        return text.map { isReadable($0) ? String($0) : Self.plain($0).filter(isReadable) }
            .map { $0.isEmpty ? " " : $0 }.joined()
    }

    /// A character taken apart: "ﬁ" is "fi", "①" is "1".
    private static func plain(_ character: Character) -> String {
        String(character).decomposedStringWithCompatibilityMapping
    }

    private static let blank: UInt32 = 0x2800
}

/// Why a table cannot be used.
public enum BrailleError: Error, Sendable, Hashable {
    /// No table is installed in any of the folders where liblouis looks.
    case noTables(folders: [String])
    /// No table has that name.
    case unknown(String, known: [String])
    /// The table is there, and liblouis cannot read it.
    case unreadable(String)
}
