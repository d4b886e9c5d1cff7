internal import Diagnostics
internal import Language
internal import Town

/// What a language lacks: what whoever translates Parvis should know, and nothing that stops it.
struct LanguageGaps {
    /// The language in which Parvis is written first; the others are measured against it.
    static let reference = "fr"

    let files: LocaleFiles

    /// What the language's own files lack, against those of the reference; topics without a file are told by their check.
    func inFiles(against reference: LocaleFiles) -> [Diagnostic] {
        reference.topics.sorted { $0.key < $1.key }.compactMap { name, words in
            guard let own = files.topics[name] else { return nil }
            let missing =
                missing(in: own.phrases, of: words.phrases) + missing(in: own.terms, of: words.terms)
                + missing(in: own.lists, of: words.lists)
            guard let first = missing.first else { return nil }
            return Diagnostic(
                .warning, "language.missing", ["count": String(missing.count), "first": first],
                file: file(name + ".yaml"))
        }
    }

    /// What there is no code or list for: the grammar, and the lexicon that corrects spelling.
    func inKnowledge(hasLexicon: Bool) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if !Languages.withGrammar.contains(files.language) {
            found.append(Diagnostic(.warning, "language.no-grammar", ["language": files.language], file: file("")))
        }
        if !hasLexicon {
            found.append(Diagnostic(.warning, "language.no-lexicon", ["language": files.language], file: file("")))
        }
        return found
    }

    /// How much of what the town wrote has no translation.
    func inTown(_ folder: TownFolder) -> [Diagnostic] {
        let count = folder.countUntranslated(to: files.language)
        guard count > 0 else { return [] }
        return [
            Diagnostic(
                .warning, "language.untranslated", ["count": String(count)],
                file: "languages/" + files.language + ".yaml")
        ]
    }

    private func missing<Value>(in own: [String: Value], of other: [String: Value]) -> [String] {
        other.keys.filter { own[$0] == nil }.sorted()
    }

    private func file(_ name: String) -> String {
        "Locales/" + files.language + (name.isEmpty ? "" : "/" + name)
    }
}
