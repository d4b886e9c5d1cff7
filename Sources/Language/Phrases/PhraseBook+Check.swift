public import Diagnostics

extension PhraseBook {
    /// What is wrong with the wordings themselves: braces and brackets, styles, prepositions, agreements.
    public func check() -> [Diagnostic] {
        files.topics.sorted { $0.key < $1.key }.flatMap { file, words in
            words.phrases.sorted { $0.key < $1.key }.flatMap { name, wording in
                [wording.text, wording.simple, wording.speech].compactMap { $0 }
                    .flatMap { check($0, phrase: name) }
                    .map { $0.located(in: file + ".yaml") }
            }
        }
    }

    /// What a phrase asks of the files or of its values and does not find; empty when it reads well in every form.
    public func check(_ phrase: Phrase) -> [Diagnostic] {
        guard case .key(let key, let values) = phrase else { return [] }
        let file = Self.file(of: key)
        guard let wording = wording(key) else {
            return [Diagnostic(.error, "locale.missing-phrase", ["phrase": key], file: file + ".yaml")]
        }
        var missing: Set<String> = []
        for form in Form.allCases {
            for (name, isOptional) in Template.names(in: Template(wording.form(form)).pieces)
            where !isOptional && values[name] == nil && term(name, in: file) == nil {
                missing.insert(name)
            }
        }
        let absent = missing.sorted().map {
            Diagnostic(.error, "locale.missing-value", ["phrase": key, "name": $0], file: file + ".yaml")
        }
        return absent + values.sorted { $0.key < $1.key }.flatMap { check($0.value, in: file) }
    }

    private func check(_ value: Value, in file: String) -> [Diagnostic] {
        switch value {
        case .phrase(let phrase): return check(phrase)
        case .list(let items): return items.flatMap { check($0, in: file) }
        case .term(let name) where term(name, in: file) == nil:
            return [Diagnostic(.error, "locale.missing-term", ["name": name], file: file + ".yaml")]
        default: return []
        }
    }

    private func check(_ text: String, phrase: String) -> [Diagnostic] {
        let template = Template(text)
        let syntax = template.mistakes.map { ("locale.bad-placeholder", $0, "") }
        return (syntax + template.pieces.flatMap { check($0) }).map { code, found, known in
            Diagnostic(.error, code, ["phrase": phrase, "found": found, "known": known])
        }
    }

    private func check(_ piece: Template.Piece) -> [(code: String, found: String, known: String)] {
        switch piece {
        case .optional(let inner): return inner.flatMap { check($0) }
        case .value(_, let preposition, let style):
            var problems: [(code: String, found: String, known: String)] = []
            if let preposition, !rules.prepositions.contains(preposition) {
                problems.append(("locale.unknown-preposition", preposition, list(rules.prepositions)))
            }
            if let style, !rules.styles.contains(style) {
                problems.append(("locale.unknown-style", style, list(rules.styles)))
            }
            return problems
        case .literal, .agreement: return []
        }
    }

    private func list(_ words: Set<String>) -> String { words.sorted().joined(separator: ", ") }
}
