import Diagnostics

/// Rule X10: nothing is found by its place on a page or its colour alone.
extension PlainCheck {
    func positions(_ text: ReadText) -> [Diagnostic] {
        text.sentences.flatMap { sentence in
            words.positions.hits(in: sentence.tokens, lemma: lemma).map { hit in
                problem(
                    .error, "plain.position", rule: "X10", hit.text, line: sentence.line,
                    ["suggestion": hit.suggestion])
            }
        }
    }
}
