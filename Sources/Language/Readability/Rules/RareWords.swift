import Diagnostics

/// Rule X3: a word rarer than five per million is explained in the same text, or is in the town-hall list.
extension PlainCheck {
    /// Occurrences per million words under which a word is rare.
    private static let rare = 5.0

    func rareWords(_ text: ReadText) -> [Diagnostic] {
        guard frequencies != nil else { return [] }
        var seen: Set<String> = []
        return text.sentences.flatMap { sentence in
            ownWords(of: sentence).compactMap { word -> Diagnostic? in
                let folded = rules.folded(word.text)
                guard !word.isElided, folded.count > 1, !isCommon(word, sentence), !isExplained(folded, in: text),
                    seen.insert(folded).inserted
                else { return nil }
                return problem(.error, "plain.rare-word", rule: "X3", word.text.lowercased(), line: sentence.line)
            }
        }
    }

    /// Whether people meet a word often enough; of a compound that the lexicon lacks, whether they meet its parts.
    private func isCommon(_ word: ReadWord, _ sentence: TextSentence) -> Bool {
        if isFrequent(word.text) { return true }
        return word.tokens.count > 1 && sentence.tokens[word.tokens].allSatisfy { isFrequent($0.text) }
    }

    private func isFrequent(_ word: String) -> Bool {
        let folded = rules.folded(word)
        if folded.count == 1 { return true }
        return (frequencies?.perMillion(word.lowercased(), folded: folded) ?? 0) >= PlainCheck.rare
    }

    /// Whether the text says what a word means: "le tuteur, c'est-à-dire…", "le quotient familial (…)".
    func isExplained(_ folded: String, in text: ReadText) -> Bool {
        var rest = text.folded[...]
        while let found = rest.firstRange(of: folded) {
            rest = rest[found.upperBound...]
            let after = rest.drop { ",»\" ".contains($0) }
            if words.explains.contains(where: { after.hasPrefix($0) }) { return true }
        }
        return false
    }
}
