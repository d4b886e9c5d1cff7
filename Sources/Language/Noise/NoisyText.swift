/// A text as words and what stands between them, so that words can be respelt, joined and split.
struct NoisyText {
    /// The words as written; empty where a word was taken into the one before it.
    var words: [String] = []
    /// What stands before each word, then what stands after the last one.
    var gaps: [String] = [""]
    /// Whether a word was changed.
    private(set) var isChanged: [Bool] = []

    /// Cuts a text, whatever its length.
    init(_ text: String) {
        var isInWord = false
        for scalar in text.unicodeScalars {
            let isWord =
                WordScanner.isWord(scalar) || (isInWord && scalar.properties.generalCategory == .nonspacingMark)
            if isWord, !isInWord {
                words.append("")
                gaps.append("")
            }
            if isWord {
                words[words.count - 1].unicodeScalars.append(scalar)
            } else {
                gaps[gaps.count - 1].unicodeScalars.append(scalar)
            }
            isInWord = isWord
        }
        isChanged = [Bool](repeating: false, count: words.count)
    }

    /// The text put together again.
    var text: String {
        var text = gaps[0]
        for index in words.indices { text += words[index] + gaps[index + 1] }
        return text
    }

    /// Whether some words are there, and none of them was changed yet or holds a figure.
    func isFree(_ range: Range<Int>) -> Bool {
        range.upperBound <= words.count
            && range.allSatisfy { !isChanged[$0] && !words[$0].isEmpty && !holdsFigure($0) }
    }

    /// Whether a word has a figure in it.
    func holdsFigure(_ index: Int) -> Bool {
        words[index].unicodeScalars.contains { ("0"..."9").contains($0) }
    }

    /// What joins a word with the next one, when that is one sign or space within a sentence.
    func joint(after index: Int) -> Character? {
        guard index + 1 < words.count, gaps[index + 1].utf8.count <= 3, let sign = gaps[index + 1].first,
            gaps[index + 1].count == 1
        else { return nil }
        return [" ", "'", "\u{2019}", "-"].contains(sign) ? sign : nil
    }

    /// Writes one text for some words, its first letter raised when theirs was; an empty text changes nothing.
    ///
    /// - Returns: how many words were changed.
    mutating func replace(_ range: Range<Int>, with text: String) -> Int {
        guard let first = words[range.lowerBound].unicodeScalars.first, !text.isEmpty else { return 0 }
        let isRaised = first.properties.isUppercase
        words[range.lowerBound] = isRaised ? text.prefix(1).uppercased() + text.dropFirst() : text
        for index in range.dropFirst() { (words[index], gaps[index]) = ("", "") }
        for index in range { isChanged[index] = true }
        return range.count
    }

    /// Writes a word against the next one.
    mutating func join(_ index: Int) -> Int {
        gaps[index + 1] = ""
        isChanged[index] = true
        return 1
    }
}
