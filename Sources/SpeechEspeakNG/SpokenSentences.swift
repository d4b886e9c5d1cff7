/// A text cut into sentences, names replaced by how they are said, each scalar with its place in the text as it was given.
struct SpokenSentence: Sendable, Hashable {
    /// What espeak-ng is given.
    let text: String
    /// For each scalar of the text, that of the original it stands for.
    let origins: [Origin]
    /// How many words it has: what stands between spaces and has a letter or a digit.
    let words: Int
    /// Whether it has phonemes between `[[` and `]]`.
    let hasPhonemes: Bool

    /// A stretch of the original, in scalars.
    struct Origin: Sendable, Hashable {
        let offset: Int
        let length: Int
    }

    /// The stretch of the original that some scalars of the text stand for.
    func original(_ start: Int, _ length: Int) -> Origin? {
        guard length > 0, origins.indices.contains(start) else { return nil }
        let first = origins[start]
        let last = origins[min(start + length, origins.count) - 1]
        return Origin(offset: first.offset, length: max(last.offset + last.length - first.offset, first.length))
    }

    /// Cuts a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - pronunciations: what is written, and what is read instead.
    /// - Returns: the sentences that have a word.
    static func cut(_ text: String, pronunciations: [String: String]) -> [SpokenSentence] {
        let scalars = Array(text.unicodeScalars)
        let replaced = Pronunciations(pronunciations)
        return bounds(scalars).compactMap { range in
            let sentence = replaced.apply(to: scalars, in: range)
            return sentence.words > 0 ? sentence : nil
        }
    }

    /// A sentence ends after `.`, `!`, `?`, `…` before a space, unless a small letter follows, and at the end of a line.
    private static func bounds(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var bounds: [Range<Int>] = []
        var start = 0
        for index in scalars.indices where isEnd(scalars, index) {
            bounds.append(start..<index + 1)
            start = index + 1
        }
        bounds.append(start..<scalars.count)
        return bounds
    }

    private static func isEnd(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        if scalars[index] == "\n" { return true }
        guard ".!?…".unicodeScalars.contains(scalars[index]), index + 1 < scalars.count,
            scalars[index + 1].properties.isWhitespace
        else { return false }
        // "M. Dupont": an initial or a short form is no end.
        if scalars[index] == ".", index >= 1, scalars[index - 1].properties.isUppercase,
            index < 2 || !scalars[index - 2].properties.isAlphabetic
        {
            return false
        }
        let next = scalars[(index + 1)...].first { !$0.properties.isWhitespace && !"«\"“(".unicodeScalars.contains($0) }
        return next?.properties.isLowercase != true
    }

    static func countWords(_ text: some StringProtocol) -> Int {
        text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
    }
}

/// Replaces names by how the town says them.
private struct Pronunciations {
    private let entries: [(written: [Unicode.Scalar], said: String)]

    /// Longer names first: "Pont-Neuf" before "Pont".
    init(_ pronunciations: [String: String]) {
        entries = pronunciations.map { (Array($0.lowercased().unicodeScalars), $1) }
            .filter { !$0.0.isEmpty && !$0.1.isEmpty }
            .sorted { ($0.0.count, $1.1) > ($1.0.count, $0.1) }
    }

    func apply(to scalars: [Unicode.Scalar], in range: Range<Int>) -> SpokenSentence {
        var (text, origins, hasPhonemes) = (String.UnicodeScalarView(), [SpokenSentence.Origin](), false)
        var index = range.lowerBound
        while index < range.upperBound {
            if let entry = entry(at: index, scalars, range) {
                let origin = SpokenSentence.Origin(offset: index, length: entry.written.count)
                for scalar in entry.said.unicodeScalars {
                    text.append(scalar)
                    origins.append(origin)
                }
                hasPhonemes = hasPhonemes || entry.said.contains("[[")
                index += entry.written.count
            } else {
                // Brackets of the text itself must not be taken for phonemes.
                text.append("[]".unicodeScalars.contains(scalars[index]) ? " " : scalars[index])
                origins.append(.init(offset: index, length: 1))
                index += 1
            }
        }
        let original = String(String.UnicodeScalarView(scalars[range]))
        return SpokenSentence(
            text: String(text), origins: origins, words: SpokenSentence.countWords(original), hasPhonemes: hasPhonemes)
    }

    /// The entry whose name stands at a place, as a whole word.
    private func entry(
        at index: Int, _ scalars: [Unicode.Scalar], _ range: Range<Int>
    ) -> (written: [Unicode.Scalar], said: String)? {
        guard !entries.isEmpty, index == range.lowerBound || !scalars[index - 1].properties.isAlphabetic else {
            return nil
        }
        return entries.first { entry in
            let end = index + entry.written.count
            guard end <= range.upperBound, end == scalars.count || !scalars[end].properties.isAlphabetic else {
                return false
            }
            return zip(entry.written, scalars[index..<end]).allSatisfy {
                $0 == $1 || String($0) == $1.properties.lowercaseMapping
            }
        }
    }
}
