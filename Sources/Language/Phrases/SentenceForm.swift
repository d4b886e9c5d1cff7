/// Texts as whole sentences, in any language whose letters have capitals and whose sentences end in a point.
enum SentenceForm {
    /// The text with the first letter of each sentence raised and a point at the end.
    static func sentence(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        var isStart = true
        var result: [String] = []
        for word in words {
            let isMark = word.allSatisfy { ".?!:;«»".contains($0) }
            result.append(isStart && !isAddress(word) ? raised(word) : String(word))
            if isMark {
                isStart = isStart || word.contains { ".?!".contains($0) }
            } else {
                isStart = word.last.map { ".?!".contains($0) } ?? false
            }
        }
        guard let last = result.last?.last else { return "" }
        let joined = result.joined(separator: " ")
        return ".?!:".contains(last) ? joined : joined + "."
    }

    /// Whether a word is an address of the web or of a mailbox, which no capital may change.
    static func isAddress(_ word: some StringProtocol) -> Bool {
        let core = word.drop { "«(".contains($0) }.reversed().drop { ".,;:?!»)".contains($0) }
        return core.contains("@") || core.contains(".") && core.contains { $0.isLetter }
    }

    private static func raised(_ word: Substring) -> String {
        guard let index = word.firstIndex(where: { $0.isLetter || $0.isNumber }), word[index].isLowercase else {
            return String(word)
        }
        return word[..<index] + word[index].uppercased() + word[word.index(after: index)...]
    }
}
