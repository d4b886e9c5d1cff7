/// Cuts a text into lines that fit a screen or a braille display.
///
/// No word is cut, and no hyphen added. An address that is wider than a line breaks after its slashes.
public struct LineWrapping: Sendable {
    /// The widest line, in what ``measure`` counts; nil lets a line be as long as its text.
    public let limit: Int?
    /// How wide a text is: characters, or cells of braille.
    public let measure: @Sendable (String) -> Int

    /// Makes a wrapping.
    ///
    /// - Parameters:
    ///   - limit: the widest line, or nil.
    ///   - measure: the width of a text; its characters by default.
    public init(limit: Int?, measure: @escaping @Sendable (String) -> Int = { $0.count }) {
        (self.limit, self.measure) = (limit, measure)
    }

    /// The lines of a text; a word that is wider than a line stands alone on its line, whole.
    public func lines(_ text: String) -> [String] {
        let units = Self.units(Self.printable(text))
        guard let limit else { return units.isEmpty ? [] : [units.joined(separator: " ")] }
        let words = units.flatMap { measure($0) > limit ? $0.split(separator: " ").map(String.init) : [$0] }
        var (lines, line): ([String], String) = ([], "")
        for word in words {
            let joined = line.isEmpty ? word : line + " " + word
            if measure(joined) <= limit {
                line = joined
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            for part in pieces(of: word, limit) {
                if !line.isEmpty { lines.append(line) }
                line = part
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// Words, each with what may not be parted from it: the marks after it, the figures of an hour or of a telephone.
    private static func units(_ text: String) -> [String] {
        text.split(separator: " ").reduce(into: []) { units, word in
            if let last = units.last, isGlued(last.split(separator: " ").last ?? "", word) {
                units[units.count - 1] += " " + word
            } else {
                units.append(String(word))
            }
        }
    }

    private static func isGlued(_ word: Substring, _ next: Substring) -> Bool {
        func isFigures(_ word: Substring) -> Bool {
            let core = word.drop { "«(".contains($0) }.reversed().drop { ".,;:?!»)".contains($0) }
            return !core.isEmpty && (core.allSatisfy { $0.isASCII && $0.isNumber } || core.elementsEqual("h"))
        }
        return word == "«" || next.allSatisfy { "?!:;»".contains($0) } || isFigures(word) && isFigures(next)
    }

    /// A word that is too wide, cut after its slashes as seldom as may be.
    private func pieces(of word: String, _ limit: Int) -> [String] {
        guard measure(word) > limit else { return [word] }
        var parts: [String] = []
        var part = ""
        for segment in Self.segments(of: word) {
            if !part.isEmpty, measure(part + segment) > limit {
                parts.append(part)
                part = ""
            }
            part += segment
        }
        return part.isEmpty ? parts : parts + [part]
    }

    private static func segments(of word: String) -> [String] {
        word.split(separator: "/", omittingEmptySubsequences: false).enumerated().reduce(into: []) { parts, next in
            if next.offset == 0 {
                parts.append(String(next.element))
            } else {
                parts[parts.count - 1] += "/"
                if !next.element.isEmpty { parts.append(String(next.element)) }
            }
        }
    }

    /// The text without characters that would move the cursor or ring: a town's data may hold anything.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
