public import Language

/// What is known of a language beyond its topics: how it is read and misspelt, and what its words mean.
public struct Knowledge: Sendable {
    /// How the language is read.
    public let rules: any LanguageRules
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
        rules: any LanguageRules, words: [String: [String: [String]]] = [:], lexicon: Lexicon? = nil,
        vectors: WordVectors? = nil
    ) {
        (self.rules, self.words, self.lexicon, self.vectors) = (rules, words, lexicon, vectors)
        smallWords = SmallWords(lists: words["small"] ?? [:], fold: rules.folded)
    }

    /// Sentences that are no question for a town hall, from `words/background.yaml`.
    var background: [String] {
        (words["background"] ?? [:]).sorted { $0.key < $1.key }.flatMap(\.value)
    }

    /// The same without the lexicon and its spelling, where texts are in another language than it is.
    ///
    /// - Parameter texts: sentences of the kind that are to be read.
    /// - Returns: what helps to read them: most words of a text in the language, misspelt or not, are in its lexicon.
    func suited(to texts: [String]) -> Knowledge {
        guard let lexicon else { return self }
        let words = texts.prefix(Knowledge.sample).flatMap { rules.tokens(in: $0).map(\.folded) }
        let known = words.count { !lexicon.words(folded: $0).isEmpty }
        guard Double(known) < Knowledge.fewestKnown * Double(words.count) else { return self }
        return Knowledge(rules: rules, words: self.words.filter { $0.key != "spelling" }, vectors: vectors)
    }

    /// How many texts tell which language they are in.
    private static let sample = 1000
    /// French sentences have 96 known words in a hundred, 82 when they are written by ear; English ones 54 to 61.
    private static let fewestKnown = 0.7

    /// What corrects words, some of them favoured.
    func speller(favouring texts: [String]) -> Speller {
        Speller(rules: rules, lexicon: lexicon, words: words, favouring: texts)
    }
}
