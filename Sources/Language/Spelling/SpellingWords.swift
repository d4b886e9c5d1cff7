/// What a language says about spelling (`words/spelling.yaml`).
struct SpellingWords: Sendable {
    /// What a short form stands for, by its folded words joined with spaces.
    private var meanings: [String: [Token]] = [:]
    /// The same by its own letters, for the forms that are listed with accents.
    private var accented: [String: [Token]] = [:]
    /// The first words of the forms of several words, and how many words the longest has.
    private var longest: [String: Int] = [:]
    /// Words that are right although the lexicon lacks them, folded.
    private var right: Set<String> = []
    /// Words that lose their vowel before another, by what is left of them: "l", "qu".
    private(set) var elided: Set<String> = []
    /// The whole word for an elided one that stands before a consonant: "j" for "je".
    private(set) var unelided: [String: Token] = [:]
    /// Letters before which a word is elided.
    let vowels: Set<UInt8>
    /// Short words that may be a part of words run together.
    private(set) var small: Set<String> = []

    /// Reads the lists.
    ///
    /// - Parameters:
    ///   - lists: every word list of the language, by file.
    ///   - rules: the language.
    init(_ lists: [String: [String: [String]]], rules: any ReadingRules) {
        let own = lists["spelling"] ?? [:]
        vowels = Set((own["vowels"] ?? []).flatMap(\.utf8))
        small = Set((own["small"] ?? []).map(rules.folded))
        right = Set((own["right"] ?? []).map(rules.folded))
        for list in lists.values {
            for entry in list.values.joined() where entry.hasSuffix(".") { right.insert(rules.folded(String(entry.dropLast()))) }
        }
        for (key, spellings) in own.sorted(by: { $0.key < $1.key }) {
            if key.hasPrefix("elided.") {
                let short = String(key.dropFirst(7))
                elided.insert(short)
                unelided[short] = spellings.first.flatMap { rules.tokens(in: $0).first }
            } else if key.hasPrefix("stands.") {
                let meaning = rules.tokens(in: String(key.dropFirst(7)))
                for spelling in spellings { add(rules.tokens(in: spelling), meaning) }
            }
        }
    }

    private mutating func add(_ words: [Token], _ meaning: [Token]) {
        guard let first = words.first, !meaning.isEmpty else { return }
        if words.count == 1, first.text.lowercased() != first.folded {
            accented[first.text.lowercased()] = meaning
        } else {
            meanings[words.map(\.folded).joined(separator: " ")] = meaning
            longest[first.folded] = max(longest[first.folded] ?? 0, words.count)
        }
    }

    /// What the words at an index stand for, the longest form first.
    func meaning(_ tokens: [Token], at index: Int) -> (words: [Token], count: Int)? {
        let token = tokens[index]
        for count in stride(from: min(longest[token.folded] ?? 0, tokens.count - index), through: 2, by: -1) {
            let run = tokens[index..<index + count]
            guard run.dropLast().allSatisfy({ [.space, .apostrophe, .hyphen].contains($0.link) }) else { continue }
            if let meaning = meanings[run.map(\.folded).joined(separator: " ")] { return (meaning, count) }
        }
        return meaning(of: token.text, folded: token.folded).map { ($0, 1) }
    }

    /// What one word stands for; a spelling that is listed with accents counts only with them: "cé" is not "ce".
    func meaning(of word: String, folded: String) -> [Token]? {
        if word != folded, let meaning = accented[word] ?? accented[word.lowercased()] { return meaning }
        return meanings[folded]
    }

    func isRight(_ folded: String) -> Bool { right.contains(folded) }
}
