public import Language

/// What is known of a language beyond its topics: how it is read and misspelt, and what its words mean.
public struct Knowledge: Sendable {
    /// How the language is read.
    public let rules: any ReadingRules
    /// The word lists, as ``LocaleFiles/words``.
    public let words: [String: [String: [String]]]
    /// Its words with their lemmas, or nil.
    public let lexicon: Lexicon?
    /// What its words mean, or nil.
    public let vectors: WordVectors?
    /// The words that carry no subject of their own.
    let smallWords: SmallWords

    /// Puts together what there is; all but the rules may lack.
    public init(
        rules: any ReadingRules, words: [String: [String: [String]]] = [:], lexicon: Lexicon? = nil,
        vectors: WordVectors? = nil
    ) {
        (self.rules, self.words, self.lexicon, self.vectors) = (rules, words, lexicon, vectors)
        smallWords = SmallWords(lists: words["small"] ?? [:], fold: rules.folded)
    }

    /// Sentences that are no question for a town hall, from `words/background.yaml`.
    var background: [String] {
        (words["background"] ?? [:]).sorted { $0.key < $1.key }.flatMap(\.value)
    }

    /// What corrects words, some of them favoured.
    func speller(favouring texts: [String]) -> Speller {
        Speller(rules: rules, lexicon: lexicon, words: words, favouring: texts)
    }
}
