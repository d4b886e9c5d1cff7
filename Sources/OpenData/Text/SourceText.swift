public import Diagnostics

/// The bytes of a text file made readable: valid UTF-8, without a byte order mark and without NUL.
///
/// Files of a town come out of spreadsheets and old programs. What can be read is read, and what was mended is said
/// with its line, so that a clerk can save the file properly.
public struct SourceText: Sendable {
    /// Valid UTF-8.
    public let bytes: [UInt8]
    /// What was mended: `text.utf16`, `text.not-utf8`, `text.nul`.
    public let diagnostics: [Diagnostic]

    /// Makes readable text of a file's bytes.
    public init(_ raw: [UInt8]) {
        var diagnostics: [Diagnostic] = []
        var bytes = SourceText.withoutByteOrderMark(raw, &diagnostics)
        if bytes.contains(0) {
            diagnostics.append(
                Diagnostic(.warning, "text.nul", line: SourceText.line(of: bytes.firstIndex(of: 0), in: bytes)))
            bytes.removeAll { $0 == 0 }
        }
        if String(validating: bytes, as: UTF8.self) == nil {
            bytes = SourceText.mendLines(bytes, &diagnostics)
        }
        (self.bytes, self.diagnostics) = (bytes, diagnostics)
    }

    /// The whole text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    private static func withoutByteOrderMark(_ raw: [UInt8], _ diagnostics: inout [Diagnostic]) -> [UInt8] {
        if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(raw.dropFirst(3)) }
        let isLittleEndian = raw.starts(with: [0xFF, 0xFE])
        guard isLittleEndian || raw.starts(with: [0xFE, 0xFF]) else { return raw }
        diagnostics.append(Diagnostic(.warning, "text.utf16", line: 1))
        let units = stride(from: 2, to: raw.count - raw.count % 2, by: 2).map { index in
            let (first, second) = (UInt16(raw[index]), UInt16(raw[index + 1]))
            return isLittleEndian ? second << 8 | first : first << 8 | second
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// Reads each line that is not UTF-8 as Windows-1252: the one encoding that French offices use besides UTF-8.
    ///
    /// Line by line, because a file that was pasted together from both keeps its good lines.
    private static func mendLines(_ bytes: [UInt8], _ diagnostics: inout [Diagnostic]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        var firstBadLine: Int?
        var badLines = 0
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if index > 0 { result.append(UInt8(ascii: "\n")) }
            if String(validating: line, as: UTF8.self) != nil {
                result.append(contentsOf: line)
            } else {
                firstBadLine = firstBadLine ?? index + 1
                badLines += 1
                for byte in line { result.append(contentsOf: String(windows1252(byte)).utf8) }
            }
        }
        diagnostics.append(
            Diagnostic(.warning, "text.not-utf8", ["count": String(badLines)], line: firstBadLine))
        return result
    }

    private static func windows1252(_ byte: UInt8) -> Character {
        let scalar = (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : UInt32(byte)
        return Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }

    /// What Windows-1252 puts where Latin-1 has control characters; the five holes stay what Latin-1 says.
    private static let upperControls: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    private static func line(of index: Int?, in bytes: [UInt8]) -> Int {
        bytes[..<(index ?? 0)].count { $0 == UInt8(ascii: "\n") } + 1
    }
}
