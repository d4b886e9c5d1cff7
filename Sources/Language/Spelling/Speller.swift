/// Corrects words that are misspelt, by hand or by ear, and leaves the others alone.
///
/// A word is right when the lexicon, the language's lists or the favoured words have it, and when it is no word of the language
/// at all: a number, a name with a digit, another script.
public struct Speller: Sendable {
    let rules: any ReadingRules
    let lexicon: Lexicon?
    let words: SpellingWords
    private(set) var favoured = FavouredWords()
    let cost: SpellingCost

    /// Makes a speller.
    ///
    /// - Parameters:
    ///   - rules: the language.
    ///   - lexicon: its words; without them only short forms and favoured words are corrected.
    ///   - words: the language's word lists, as ``LocaleFiles/words``; `spelling` is the one that matters.
    ///   - favouring: names and example sentences whose words are right, and the first choice.
    public init(
        rules: any ReadingRules, lexicon: Lexicon?, words: [String: [String: [String]]], favouring: [String] = []
    ) {
        let own = SpellingWords(words, rules: rules)
        var plain = Speller(rules: rules, lexicon: lexicon, words: own, cost: SpellingCost(words["spelling"] ?? [:]))
        plain.favoured = FavouredWords(favouring, rules: rules) { [plain] in plain.isSlip($0) }
        self = plain
    }

    private init(rules: any ReadingRules, lexicon: Lexicon?, words: SpellingWords, cost: SpellingCost) {
        (self.rules, self.lexicon, self.words, self.cost) = (rules, lexicon, words, cost)
    }

    /// The words of `favouring` that are favoured; given again, they make the same speller in less time.
    public var favouredWords: [String] { favoured.words.map(\.form) }

    /// Whether a word of an example is misspelt there on purpose: it stands for something else or it is near a right word.
    private func isSlip(_ token: Token) -> Bool {
        if words.meaning(of: token.text, folded: token.folded) != nil { return true }
        if isRight(token) { return false }
        let best = CandidateSearch.candidates(
            for: token.text, folded: token.folded, sound: token.sound, speller: self, count: 1)
        return best.contains { $0.cost <= 80 } || RunTogether(self).parts(of: token) != nil
    }

    /// The same sentence respelt for understanding; a right word is untouched.
    ///
    /// One word that stands for several becomes several tokens: the first has the person's own letters, the others have an
    /// empty text and are linked by ``Token/Link/joined``. Words split by mistake become one token.
    public func corrected(_ tokens: [Token]) -> [Token] {
        var result: [Token] = []
        result.reserveCapacity(tokens.count + 4)
        for piece in Respelling(self).pieces(of: tokens) { piece.append(to: &result, from: tokens) }
        return result
    }

    /// Words that may have been meant by one, best first.
    ///
    /// - Parameter word: a word, or a few.
    /// - Returns: at most eight words, none for one that nothing resembles.
    public func suggestions(for word: String) -> [String] {
        let folded = rules.folded(word)
        if let meaning = words.meaning(of: word, folded: folded) { return [Self.text(of: meaning)] }
        return CandidateSearch.candidates(
            for: word, folded: folded, sound: rules.soundKey(of: word), speller: self, count: 8, excluding: word
        ).map(\.form)
    }

    /// Words as they are printed, an apostrophe or a hyphen between them where they have one.
    static func text(of words: [Token]) -> String { words.text(of: words.indices) }

    /// Whether a word needs no correction.
    func isRight(_ token: Token) -> Bool {
        let folded = token.folded
        guard folded.utf8.count > 1, folded.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return true }
        if favoured.word(folded) != nil || words.isRight(folded) { return true }
        guard let lexicon else { return true }
        return lexicon.reading { $0.first(folded: folded.utf8) != nil }
    }
}
