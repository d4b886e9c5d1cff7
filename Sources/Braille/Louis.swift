internal import CLouis
internal import Synchronization

/// Everything that is asked of liblouis, so that no C value leaves this file.
///
/// liblouis keeps its tables in variables of its own and is not made for several threads: one call at a time. A lock is
/// enough, where a thread would be dear: to translate a line takes some twenty millionths of a second, and reading a table one
/// to fifty thousandths, once.
enum Louis {
    /// How much of a text is translated, in Unicode scalars: far more than a line of any display.
    private static let longest = 4096
    private static let turn = Mutex<Bool>(false)

    /// Whether liblouis can read a table: the name of a file, or a path.
    static func canRead(_ table: String) -> Bool { alone { lou_checkTable(table) != 0 } }

    /// The cells of a text, as Unicode braille; nil when the table cannot be read.
    ///
    /// - Parameters:
    ///   - text: what to translate.
    ///   - table: the file of the table.
    ///   - skipsUnknown: whether a character that the table does not know gives nothing, rather than its number.
    /// - Returns: a Unicode scalar a cell.
    static func cells(of text: String, table: String, skipsUnknown: Bool = false) -> [UInt32]? {
        let scalars = text.unicodeScalars.prefix(longest).map(\.value)
        // One character makes a few cells; one that is unknown makes up to a dozen.
        var output = [UInt32](repeating: 0, count: 16 * scalars.count + 64)
        var (read, written) = (CInt(scalars.count), CInt(output.count))
        let mode = CInt(dotsIO.rawValue | ucBrl.rawValue | (skipsUnknown ? noUndefined.rawValue : 0))
        let isDone = alone { lou_translateString(table, scalars, &read, &output, &written, nil, nil, mode) != 0 }
        return isDone ? Array(output.prefix(Int(written))) : nil
    }

    private static func alone<Result: Sendable>(_ body: () -> Result) -> Result {
        turn.withLock { isQuiet in
            // Its complaints would go to standard error, into the ears of whoever listens to the terminal.
            if !isQuiet { lou_setLogLevel(LOU_LOG_OFF) }
            isQuiet = true
            return body()
        }
    }
}
