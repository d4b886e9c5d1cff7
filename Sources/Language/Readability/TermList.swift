/// Words and groups of words to look for, each with what to say instead.
struct TermList: Sendable {
    /// A place in a sentence where an entry stands.
    struct Hit {
        /// The entry's words as the sentence has them.
        let text: String
        /// What to write instead, or "".
        let suggestion: String
        /// The tokens of the sentence that it takes.
        let tokens: Range<Int>
    }

    private struct Entry {
        let words: [String]
        let suggestion: String
    }

    private var entries: [String: [Entry]] = [:]

    /// Whether there is nothing to look for.
    var isEmpty: Bool { entries.isEmpty }

    /// Reads the entries of a list whose keys begin with a prefix: `jargon.afin de: pour`.
    ///
    /// - Parameters:
    ///   - lists: the lists of `words/plain.yaml`.
    ///   - prefix: what the keys begin with, without the point.
    ///   - rules: the language, to cut the words.
    init(_ lists: [String: [String]], _ prefix: String, rules: any ReadingRules) {
        for (key, value) in lists where key.hasPrefix(prefix + ".") {
            add(String(key.dropFirst(prefix.count + 1)), value.first ?? "", rules: rules)
        }
    }

    /// Reads names with their variants: each variant is an entry, the name what to write instead.
    init(variants lists: [String: [String]], _ prefix: String, rules: any ReadingRules) {
        for (key, variants) in lists where key.hasPrefix(prefix + ".") {
            for variant in variants { add(variant, String(key.dropFirst(prefix.count + 1)), rules: rules) }
        }
    }

    private mutating func add(_ text: String, _ suggestion: String, rules: any ReadingRules) {
        let words = rules.tokens(in: text).map(\.folded)
        guard let first = words.first else { return }
        entries[first, default: []].append(Entry(words: words, suggestion: suggestion))
    }

    /// Where entries stand in a sentence, the longest first at each place; a word counts as itself or by its lemma.
    func hits(in tokens: [Token], lemma: (Token) -> String?) -> [Hit] {
        guard !isEmpty else { return [] }
        let forms = tokens.map { token in [token.folded, lemma(token)].compactMap { $0 } }
        var (hits, index): ([Hit], Int) = ([], 0)
        while index < tokens.count {
            // The second half of a compound is no word of its own: "e-mail" is no "mail".
            if index > 0, tokens[index - 1].link == .hyphen {
                index += 1
                continue
            }
            let found = forms[index].flatMap { entries[$0] ?? [] }.filter { stands($0, at: index, in: forms) }
                .max { $0.words.count < $1.words.count }
            if let found {
                let range = index..<index + found.words.count
                hits.append(Hit(text: tokens.text(of: range), suggestion: found.suggestion, tokens: range))
                index = range.upperBound
            } else {
                index += 1
            }
        }
        return hits
    }

    private func stands(_ entry: Entry, at index: Int, in forms: [[String]]) -> Bool {
        index + entry.words.count <= forms.count
            && entry.words.indices.allSatisfy { forms[index + $0].contains(entry.words[$0]) }
    }
}
