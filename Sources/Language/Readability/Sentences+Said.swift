extension Sentences {
    /// The sentences of a line, to be said one at a time.
    ///
    /// Unlike ``cut(_:keeping:)``, which measures what a reader takes in at once, it leaves what a colon introduces with it. The
    /// number of an item ("2.") and an initial ("M.") close none.
    public static func said(in line: String) -> [String] {
        var (sentences, words): ([String], [Substring]) = ([], [])
        for word in line.split(whereSeparator: \.isWhitespace) {
            if closes(words), !isMark(word) {
                sentences.append(words.joined(separator: " "))
                words = []
            }
            words.append(word)
        }
        return words.isEmpty ? sentences : sentences + [words.joined(separator: " ")]
    }

    /// Whether a word is a mark alone, which belongs to what it follows: "compris ?".
    private static func isMark(_ word: Substring) -> Bool { word.allSatisfy { ".?!:;»".contains($0) } }

    private static func isQuotation(_ character: Character) -> Bool { "»)\"".contains(character) }

    private static func closes(_ words: [Substring]) -> Bool {
        // What is quoted is closed by the mark before the last quotation marks.
        guard let last = words.last(where: { !$0.allSatisfy(isQuotation) }),
            let end = last.last(where: { !isQuotation($0) }), ".?!".contains(end)
        else { return false }
        let core = last.filter { $0.isLetter || $0.isNumber }
        if core.isEmpty { return words.count > 1 }
        let isItem = words.count == 1 && core.allSatisfy(\.isNumber)
        return !isItem && !(end == "." && core.count == 1 && core.allSatisfy(\.isUppercase))
    }
}
