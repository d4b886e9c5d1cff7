import Diagnostics

/// Rule X7: abbreviations are written out, initials are explained where they first stand, numbers are not Roman.
extension PlainCheck {
    func shortForms(_ text: ReadText) -> [Diagnostic] {
        text.sentences.flatMap { sentence in
            words.short.hits(in: sentence.tokens) { _ in nil }.map { hit in
                problem(
                    .error, "plain.short-form", rule: "X7", hit.text, line: sentence.line,
                    ["suggestion": hit.suggestion])
            }
        }
    }

    func initials(_ text: ReadText) -> [Diagnostic] {
        var seen: Set<String> = []
        return text.sentences.flatMap { sentence in
            sentence.words.map(\.text).compactMap { word -> Diagnostic? in
                guard isInitials(word), !words.knownInitials.contains(word), seen.insert(word).inserted,
                    !isRoman(word) || words.initials[word] != nil, !isSpeltOut(word, in: text)
                else { return nil }
                let meaning = words.initials[word] ?? ""
                return problem(
                    .error, meaning.isEmpty ? "plain.unknown-initials" : "plain.initials", rule: "X7", word,
                    line: sentence.line, ["suggestion": meaning])
            }
        }
    }

    func romanNumbers(_ text: ReadText) -> [Diagnostic] {
        text.sentences.flatMap { sentence in
            sentence.words.map(\.text).filter {
                isRoman($0) && words.initials[$0] == nil && !words.knownInitials.contains($0)
            }.map { problem(.error, "plain.roman", rule: "X7", $0, line: sentence.line) }
        }
    }

    private func isInitials(_ word: String) -> Bool {
        word.count > 1 && word.allSatisfy { $0.isLetter && $0.isUppercase }
    }

    /// Whether a word can only be a Roman number of two signs and more: "XIV".
    private func isRoman(_ word: String) -> Bool {
        word.count > 1 && word.wholeMatch(of: /M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})/) != nil
    }

    /// Whether the text explains initials: "la CAF, la caisse d'allocations familiales", "CAF (…)".
    private func isSpeltOut(_ initials: String, in text: ReadText) -> Bool {
        let wanted = Array(rules.folded(initials))
        if isExplained(rules.folded(initials), in: text) { return true }
        let firsts = text.sentences.map { sentence in
            sentence.tokens.map(\.folded).filter { !words.silent.contains($0) && $0 != rules.folded(initials) }
                .compactMap(\.first)
        }
        return firsts.contains { letters in
            letters.indices.contains { letters[$0...].starts(with: wanted) }
        }
    }
}
