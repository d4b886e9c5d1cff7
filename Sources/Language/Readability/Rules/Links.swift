import Diagnostics

/// Rule X9: a link is what it is for, then its address alone on its line.
extension PlainCheck {
    func links(_ text: ReadText) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for (index, line) in text.lines.enumerated() {
            if !line.isLink {
                found += line.links.map { problem(.error, "plain.link-in-line", rule: "X9", $0, line: line.number) }
            } else if index == 0 || !text.lines[index - 1].text.hasSuffix(":") {
                found.append(problem(.error, "plain.link-purpose", rule: "X9", line.text, line: line.number))
            }
        }
        return found
            + text.sentences.flatMap { sentence in
                words.vagueLinks.hits(in: sentence.tokens) { _ in nil }.map {
                    problem(
                        .error, "plain.vague-link", rule: "X9", $0.text, line: sentence.line,
                        ["suggestion": $0.suggestion])
                }
            }
    }
}
