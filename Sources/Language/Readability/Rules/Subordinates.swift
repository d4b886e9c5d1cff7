import Diagnostics

/// One idea a sentence: at most one word such as "qui", "que", "lorsque".
extension PlainCheck {
    func subordinates(_ text: ReadText) -> [Diagnostic] {
        text.sentences.compactMap { sentence in
            let found = sentence.tokens.filter { words.subordinating.contains($0.folded) }
            guard found.count > 1 else { return nil }
            let list = found.map { $0.text.lowercased() }.joined(separator: ", ")
            return problem(
                .error, "plain.two-ideas", rule: "X1", sentence.text, line: sentence.line, ["found": list])
        }
    }
}
