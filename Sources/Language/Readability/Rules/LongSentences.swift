import Diagnostics

/// Rule X1: no sentence has more than fifteen words.
extension PlainCheck {
    func longSentences(_ text: ReadText) -> [Diagnostic] {
        text.sentences.filter { $0.wordCount > Sentences.wordLimit }.map { sentence in
            let values = [
                "count": String(sentence.wordCount), "limit": String(Sentences.wordLimit),
                "suggestion": lastWords(before: cut(sentence), in: sentence),
            ]
            return problem(.error, "plain.long-sentence", rule: "X1", sentence.text, line: sentence.line, values)
        }
    }

    /// The word before which a sentence is best cut: after a comma or before a word that ties, nearest to the middle.
    private func cut(_ sentence: TextSentence) -> Int {
        let words = sentence.words
        let middle = words.count / 2
        let places = (3..<max(3, words.count - 2)).filter { index in
            sentence.tokens[words[index - 1].tokens.upperBound - 1].link == .comma
                || self.words.subordinating.contains(rules.folded(words[index].text))
        }
        return places.min { abs($0 - middle) < abs($1 - middle) } ?? middle
    }

    private func lastWords(before index: Int, in sentence: TextSentence) -> String {
        let words = sentence.words[max(0, index - 3)..<index]
        guard let first = words.first, let last = words.last else { return "" }
        return sentence.tokens.text(of: first.tokens.lowerBound..<last.tokens.upperBound)
    }
}
