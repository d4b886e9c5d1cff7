import Diagnostics

/// Words that only administrations use, and stiff ones ("veuillez"), each with what to say instead.
extension PlainCheck {
    func jargon(_ text: ReadText) -> [Diagnostic] {
        text.sentences.flatMap { sentence in
            words.jargon.hits(in: sentence.tokens, lemma: lemma).map { hit in
                problem(
                    .error, "plain.jargon", rule: "X3", hit.text, line: sentence.line, ["suggestion": hit.suggestion])
            }
        }
    }
}
