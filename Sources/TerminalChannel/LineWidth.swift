/// How wide a line may be, and how lines are cut to that width.
struct LineWidth: Sendable {
    /// The widest braille display in common use, in cells: at most this many means reading by hand.
    static let braille = 40
    /// Lines of a page for the hand.
    static let page = 6

    /// In cells of braille where lines are read by hand, else in characters; nil lets lines be as long as they are.
    let limit: Int?
    /// Whether lines are read by hand, a page at a time.
    let isNarrow: Bool

    /// A width that the person asked for: up to ``braille``, for the hand.
    init(limit: Int?) { (self.limit, isNarrow) = (limit, limit.map { $0 <= Self.braille } ?? false) }

    /// The width of a terminal's window, less the last column: a full line would be followed by an empty one.
    init(columns: Int?) { (limit, isNarrow) = (columns.map { max(1, $0 - 1) }, false) }

    /// The lines of a text, none wider than the limit, no word cut; an address breaks after a slash.
    ///
    /// A word that is wider than a line stands alone on its line, whole.
    func wrap(_ text: String) -> [String] {
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

    func measure(_ text: String) -> Int { isNarrow ? Self.cells(text) : text.count }

    /// Cells that a text takes in six-dot French braille, or a few more, after liblouis' `fr-bfu-comp6`.
    ///
    /// A capital and a run of figures take a sign before them, and rare signs take two cells or three.
    static func cells(_ text: String) -> Int {
        var (count, isInFigures) = (0, false)
        for character in text {
            let isFigure = character.isNumber && character.isASCII
            count += isFigure && !isInFigures ? 2 : 1
            isInFigures = isFigure
            if character.isUppercase { count += 1 }
            if !character.isLetter && !isFigure && !oneCell.contains(character) { count += 2 }
        }
        return count
    }

    private static let oneCell: Set<Character> = Set(" !\"'()*,-./:;?@«»’“”–—")

    /// The text without characters that would move the cursor or ring: a town's data may hold anything.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
