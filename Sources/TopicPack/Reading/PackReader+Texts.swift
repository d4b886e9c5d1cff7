import Diagnostics
import FolderReading
import Language

/// The names that a wording may cite.
struct PackScope {
    /// Those that may have a value.
    var known: Set<String>
    /// Those that always have one.
    var certain: Set<String>

    /// What a wording of no question in particular may cite.
    static let none = PackScope(known: [], certain: [])
}

extension PackReader {
    /// A text in every language of the pack: one text, or a text for each language.
    func texts(_ key: String, _ map: YAMLMap, isRequired: Bool = false) -> [String: String] {
        switch map.shape(of: key) {
        case nil:
            if isRequired { _ = map.text(key) }
            return [:]
        case .map:
            guard let translations = map.map(key, keys: languages) else { return [:] }
            return languages.reduce(into: [:]) { $0[$1] = translations.text($1) }
        case .text, .list:
            for other in languages.dropFirst() {
                map.report(.error, "pack.missing-language", ["key": key, "language": other], at: key)
            }
            return map.text(key).map { [language: $0] } ?? [:]
        }
    }

    /// A list of texts in every language of the pack, each with its line: one list, or a list for each language.
    func locatedLists(_ key: String, _ map: YAMLMap) -> [String: [(text: String, line: Int?)]] {
        guard let shape = map.shape(of: key) else { return [:] }
        guard shape == .map else {
            for other in languages.dropFirst() {
                map.report(.error, "pack.missing-language", ["key": key, "language": other], at: key)
            }
            return [language: map.locatedTexts(key)]
        }
        guard let translations = map.map(key, keys: languages) else { return [:] }
        for other in languages where translations.shape(of: other) == nil {
            map.report(.error, "pack.missing-language", ["key": key, "language": other], at: key)
        }
        return languages.reduce(into: [:]) { $0[$1] = translations.locatedTexts($1) }
    }

    /// The same without lines.
    func lists(_ key: String, _ map: YAMLMap) -> [String: [String]] {
        locatedLists(key, map).mapValues { $0.map(\.text) }
    }

    // MARK: Wordings

    /// A wording with its forms: `text`, `simple`, `speech`; nil when there is no text.
    func wording(_ map: YAMLMap, name: String, _ scope: PackScope) -> PackPhrase? {
        let text = texts("text", map, isRequired: true)
        let (simple, speech) = (texts("simple", map), texts("speech", map))
        for key in ["text", "simple", "speech"] { checkSentences(key, map) }
        return phrase(
            text.reduce(into: [:]) {
                $0[$1.key] = Wording(text: $1.value, simple: simple[$1.key], speech: speech[$1.key])
            }, name: name, scope, map, "text")
    }

    /// A wording of one form; nil when it is absent.
    func wording(
        _ key: String, _ map: YAMLMap, name: String, _ scope: PackScope, isRequired: Bool = false
    ) -> PackPhrase? {
        let texts = texts(key, map, isRequired: isRequired)
        checkSentences(key, map)
        return texts.isEmpty ? nil : phrase(texts.mapValues { Wording(text: $0) }, name: name, scope, map, key)
    }

    /// A list of wordings of one form, as long in each language.
    func wordings(_ key: String, _ map: YAMLMap, name: String, _ scope: PackScope) -> [PackPhrase] {
        let lists = locatedLists(key, map)
        let count = lists[language]?.count ?? 0
        guard isBounded(count, key, map) else { return [] }
        for (other, list) in lists where list.count != count {
            map.report(.error, "pack.missing-language", ["key": key, "language": other], at: key)
        }
        checkSentences(key, map)
        return (0..<count).compactMap { index in
            let texts = lists.compactMapValues { index < $0.count ? Wording(text: $0[index].text) : nil }
            return phrase(texts, name: name + "-" + String(index + 1), scope, map, key)
        }
    }

    /// Keeps a wording under its name, and says what it needs.
    private func phrase(
        _ wordings: [String: Wording], name: String, _ scope: PackScope, _ map: YAMLMap, _ key: String
    ) -> PackPhrase? {
        guard !wordings.isEmpty else { return nil }
        phrases[name] = wordings
        phraseLines[name] = map.line(of: key)
        var needs: Set<String> = []
        for wording in wordings.values {
            check(wording, scope, map, key)
            needs.formUnion(wording.neededNames)
        }
        return PackPhrase(name: name, needs: needs.sorted())
    }

    private func check(_ wording: Wording, _ scope: PackScope, _ map: YAMLMap, _ key: String) {
        let longest = [wording.text, wording.simple, wording.speech].compactMap { $0?.count }.max() ?? 0
        if longest > PackLimits.textLength {
            let arguments = ["count": String(longest), "limit": String(PackLimits.textLength)]
            map.report(.error, "pack.too-long", arguments, at: key)
            return
        }
        for mistake in wording.mistakes { map.report(.error, "pack.bad-template", ["found": mistake], at: key) }
        for name in wording.neededNames.union(wording.optionalNames).subtracting(scope.known).sorted() {
            if let nearest = Spelling.suggestion(for: name, among: scope.known.sorted()) {
                map.report(.error, "pack.misspelt-name", ["name": name, "nearest": nearest], at: key)
            } else {
                let known = scope.known.sorted().joined(separator: ", ")
                map.report(.error, "pack.unknown-name", ["name": name, "known": known], at: key)
            }
        }
    }

    private func checkSentences(_ key: String, _ map: YAMLMap) {
        for list in located(key, map) {
            for (text, line) in list { Sentences.check(text, line: line, findings) }
        }
    }

    /// The texts of a key in whatever languages they are.
    private func located(_ key: String, _ map: YAMLMap) -> [[(text: String, line: Int?)]] {
        switch map.shape(of: key) {
        case nil: []
        case .text, .list: [map.locatedTexts(key)]
        case .map: map.optionalMap(key, keys: nil).map { all in all.keys.map { all.locatedTexts($0) } } ?? []
        }
    }
}
