import Diagnostics

/// Cuts CSV into records, byte by byte, so that a line of any length costs its length.
struct TableParser {
    /// A record and the line on which it begins.
    struct Record {
        let line: Int
        let fields: [String]
    }

    private(set) var diagnostics: [Diagnostic] = []
    private let bytes: [UInt8]
    private let separator: UInt8
    private var index = 0
    private var line = 1
    /// False after an unclosed quote: from there on a quoted field may not hold a new line, so that one lost quote
    /// costs one record and not the rest of the file.
    private var allowsNewLinesInQuotes = true

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        separator = TableParser.separator(of: bytes)
    }

    /// Every record that is not empty.
    mutating func records() -> [Record] {
        var result: [Record] = []
        while index < bytes.count {
            if let record = record(), record.fields.contains(where: { !$0.isEmpty }) { result.append(record) }
        }
        return result
    }

    /// `;` or `,`, whichever the first line has more of outside quotes; a name of a column rather holds a comma.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        var (semicolons, commas, isQuoted) = (0, 0, false)
        for byte in bytes {
            switch byte {
            case quote: isQuoted.toggle()
            case newLine where !isQuoted: return semicolons >= max(commas, 1) ? semicolon : comma
            case semicolon where !isQuoted: semicolons += 1
            case comma where !isQuoted: commas += 1
            default: break
            }
        }
        return semicolons >= max(commas, 1) ? semicolon : comma
    }

    /// The next record; nil when it had to be given up.
    private mutating func record() -> Record? {
        let (start, firstLine) = (index, line)
        var fields: [String] = []
        while true {
            guard let field = field() else {
                diagnostics.append(Diagnostic(.error, "csv.unclosed-quote", line: firstLine))
                allowsNewLinesInQuotes = false
                (index, line) = (start, firstLine)
                skipLine()
                return nil
            }
            fields.append(field)
            guard index < bytes.count, bytes[index] == separator else { break }
            index += 1
        }
        endLine()
        return Record(line: firstLine, fields: fields)
    }

    /// The field at the index, which then stands on a separator, on the end of the line or of the file.
    private mutating func field() -> String? {
        var content: [UInt8] = []
        if index < bytes.count, bytes[index] == TableParser.quote {
            index += 1
            guard appendQuoted(to: &content) else { return nil }
        }
        // Text after a closing quote is kept: some programs write `"a"b`.
        let start = index
        while index < bytes.count, bytes[index] != separator, !isLineEnd(bytes[index]) { index += 1 }
        content.append(contentsOf: bytes[start..<index])
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func appendQuoted(to content: inout [UInt8]) -> Bool {
        while index < bytes.count {
            let byte = bytes[index]
            if byte == TableParser.quote {
                guard index + 1 < bytes.count, bytes[index + 1] == TableParser.quote else {
                    index += 1
                    return true
                }
                index += 1
            } else if byte == TableParser.newLine {
                guard allowsNewLinesInQuotes else { return false }
                line += 1
            }
            content.append(byte)
            index += 1
        }
        return false
    }

    private mutating func skipLine() {
        while index < bytes.count, !isLineEnd(bytes[index]) { index += 1 }
        endLine()
    }

    /// Steps over `\n`, `\r\n` or a lone `\r`.
    private mutating func endLine() {
        guard index < bytes.count else { return }
        if bytes[index] == TableParser.carriageReturn { index += 1 }
        if index < bytes.count, bytes[index] == TableParser.newLine { index += 1 }
        line += 1
    }

    private func isLineEnd(_ byte: UInt8) -> Bool {
        byte == TableParser.newLine || byte == TableParser.carriageReturn
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let semicolon = UInt8(ascii: ";")
    private static let newLine = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}
