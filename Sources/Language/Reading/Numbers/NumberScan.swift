/// Reads the numbers of a whole text, in any language that has their words.
enum NumberScan {
    /// The whole numbers that a reader finds, in order; those that are parts of telephone numbers, decimals or times of day
    /// are left out.
    static func mentions(_ reader: NumberReader) -> [NumberMention] {
        let tokens = reader.tokens
        var mentions: [NumberMention] = []
        var index = 0
        while index < tokens.count {
            if let end = reader.endOfOtherFigures(at: index) {
                index = end
            } else if let found = reader.number(at: index) {
                let isNegative = !found.isOrdinal && reader.isNegative(index..<found.end)
                let start = isNegative && reader.words.role(.minus, tokens[index - 1]) ? index - 1 : index
                let range = start..<found.end
                mentions.append(
                    NumberMention(
                        value: isNegative ? -found.value : found.value, isOrdinal: found.isOrdinal, tokens: range,
                        text: tokens.text(of: range)))
                index = found.end
            } else {
                index += 1
            }
        }
        return mentions
    }
}

extension NumberReader {
    /// Whether a number is surely below zero: "moins cinq degrés", "il fait -5 degrés".
    fileprivate func isNegative(_ range: Range<Int>) -> Bool {
        guard range.lowerBound > 0, range.upperBound < tokens.count, words.role(.degree, tokens[range.upperBound])
        else {
            return false
        }
        let before = tokens[range.lowerBound - 1]
        let isSign = before.link == .dash && tokens[range.lowerBound].start == before.end + 2
        return isSign || (words.role(.minus, before) && before.link == .space)
    }

    /// The token after a telephone number, a decimal or a time of day that starts at a token, or nil.
    fileprivate func endOfOtherFigures(at index: Int) -> Int? {
        var end = index
        while end < tokens.count, isPair(end) { end += 1 }
        if end - index >= 4 { return end }
        guard index + 1 < tokens.count, isFigures(index), isFigures(index + 1) else { return nil }
        let isTight = tokens[index + 1].start == tokens[index].end + 1
        if isGroup(at: index + 1, after: index) { return nil }
        return isTight && [.comma, .stop, .colon].contains(tokens[index].link) ? index + 2 : nil
    }

    private func isPair(_ index: Int) -> Bool { tokens[index].folded.utf8.count == 2 && isFigures(index) }
}
