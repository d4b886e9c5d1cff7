import Diagnostics

/// Rule X11: a word of another language gives way to one of ours, or is said to be foreign.
extension PlainCheck {
    func foreignWords(_ text: ReadText) -> [Diagnostic] {
        text.sentences.flatMap { sentence -> [Diagnostic] in
            // "Le mot anglais « crowdfunding »": the sentence says what it is.
            if sentence.tokens.contains(where: { words.languages.contains($0.folded) }) { return [] }
            return words.foreign.hits(in: sentence.tokens) { _ in nil }.map { hit in
                problem(
                    .error, "plain.foreign-word", rule: "X11", hit.text, line: sentence.line,
                    ["suggestion": hit.suggestion])
            }
        }
    }
}
