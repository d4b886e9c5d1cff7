import Diagnostics

/// Rule X12: the same thing always has the same name.
extension PlainCheck {
    func otherNames(_ text: ReadText) -> [Diagnostic] {
        text.sentences.flatMap { sentence in
            words.variants.hits(in: sentence.tokens) { _ in nil }.map { hit in
                problem(
                    .error, "plain.other-name", rule: "X12", hit.text, line: sentence.line,
                    ["suggestion": hit.suggestion])
            }
        }
    }
}
