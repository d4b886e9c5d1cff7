extension French {
    /// The whole numbers named in a text: in figures, in words, as ranks, in Roman figures, in dozens.
    ///
    /// Telephone numbers, decimals and times of day are no whole numbers and are left out.
    public func numbers(in tokens: [Token]) -> [NumberMention] {
        let reader = NumberReader(tokens: tokens, words: number)
        var mentions: [NumberMention] = []
        var index = 0
        while index < tokens.count {
            if let end = reader.endOfOtherFigures(at: index) {
                index = end
            } else if let found = reader.number(at: index) {
                let range = index..<found.end
                mentions.append(
                    NumberMention(
                        value: found.value, isOrdinal: found.isOrdinal, tokens: range, text: tokens.text(of: range)))
                index = found.end
            } else {
                index += 1
            }
        }
        return mentions
    }
}

extension NumberReader {
    /// The token after a telephone number, a decimal or a time of day that starts at a token, or nil.
    fileprivate func endOfOtherFigures(at index: Int) -> Int? {
        var end = index
        while end < tokens.count, isPair(end) { end += 1 }
        if end - index >= 4 { return end }
        guard index + 1 < tokens.count, isFigures(index), isFigures(index + 1) else { return nil }
        let isTight = tokens[index + 1].start == tokens[index].end + 1
        return isTight && [.comma, .stop, .colon].contains(tokens[index].link) ? index + 2 : nil
    }

    private func isFigures(_ index: Int) -> Bool { tokens[index].folded.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    private func isPair(_ index: Int) -> Bool { tokens[index].folded.utf8.count == 2 && isFigures(index) }
}
