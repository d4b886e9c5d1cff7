import Diagnostics

/// A passive hides who does what. A machine cannot be sure of one, so it only warns.
extension PlainCheck {
    func passive(_ text: ReadText) -> [Diagnostic] {
        guard let auxiliary = words.passive else { return [] }
        return text.sentences.compactMap { sentence in
            let tokens = sentence.tokens
            let found = tokens.indices.first { index in
                guard lemma(tokens[index]) == auxiliary else { return false }
                let next = tokens[(index + 1)...].prefix(2)
                let isAdverb = next.first.map { entries($0.text).contains { $0.classes.main == .adverb } } ?? false
                guard let verb = isAdverb ? next.dropFirst().first : next.first else { return false }
                return isDeed(verb)
            }
            return found.map { _ in
                problem(.warning, "plain.passive", rule: "X1", sentence.text, line: sentence.line)
            }
        }
    }

    /// Whether a word is a participle before all, and none that only says in what state something is.
    private func isDeed(_ token: Token) -> Bool {
        let known = entries(token.text)
        guard let best = known.max(by: { $0.frequency < $1.frequency }), best.classes.main == .participle else {
            return false
        }
        return !words.states.contains(rules.folded(best.lemma))
    }
}
