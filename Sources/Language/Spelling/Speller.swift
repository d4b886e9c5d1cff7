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
    let context: ContextRules

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
        var plain = Speller(
            rules: rules, lexicon: lexicon, words: own, cost: SpellingCost(words["spelling"] ?? [:]),
            context: ContextRules(words["spelling"] ?? [:], rules: rules))
        plain.favoured = FavouredWords(favouring, rules: rules) { [plain] in plain.isSlip($0) }
        self = plain
    }

    private init(
        rules: any ReadingRules, lexicon: Lexicon?, words: SpellingWords, cost: SpellingCost, context: ContextRules
    ) {
        (self.rules, self.lexicon, self.words, self.cost, self.context) = (rules, lexicon, words, cost, context)
    }

    /// The words of `favouring` that are favoured; given again, they make the same speller in less time.
    public var favouredWords: [String] { favoured.words.map(\.form) }

    /// Whether a word of an example is misspelt there on purpose: it stands for something else or it is near a right word.
    private func isSlip(_ token: Token) -> Bool {
        if words.meaning(of: token.text, folded: token.folded) != nil { return true }
        if isRight(token) { return false }
        let best = CandidateSearch.candidates(
            for: token.text, folded: token.folded, sound: token.sound, speller: self, count: 1)
        return best.contains { $0.isHeard || $0.cost <= 80 } || RunTogether(self).parts(of: token) != nil
    }

    /// The same sentence respelt for understanding; a right word is untouched.
    ///
    /// One word that stands for several becomes several tokens: the first has the person's own letters, the others have an
    /// empty text and are linked by ``Token/Link/joined``. Words split by mistake become one token.
    public func corrected(_ tokens: [Token]) -> [Token] {
        var result: [Token] = []
        result.reserveCapacity(tokens.count + 4)
        var respelling = Respelling(self)
        for piece in respelling.pieces(of: tokens) { piece.append(to: &result, from: tokens) }
        return result
    }

    /// Words that may have been meant by one, best first.
    ///
    /// - Parameter word: a word, or a few.
    /// - Returns: at most eight words, none for one that nothing resembles.
    public func suggestions(for word: String) -> [String] {
        let tokens = rules.tokens(in: word)
        guard tokens.count < 8 else { return [] }
        var result: [String] = []
        if tokens.count > 1 {
            let whole = corrected(word)
            if whole != word { result.append(whole) }
        } else if let meaning = words.meaning(of: word, folded: rules.folded(word)) {
            result.append(Self.text(of: meaning))
        }
        let letterCase = LetterCase(of: word)
        let candidates = CandidateSearch.candidates(
            for: word, folded: rules.folded(word), sound: rules.soundKey(of: word), speller: self, count: 8,
            excluding: word.lowercased())
        var parts = tokens.first.flatMap { tokens.count == 1 && !isRight($0) ? RunTogether(self).parts(of: $0) : nil }
        for candidate in candidates {
            if let words = parts, words.score < candidate.score {
                result.append(Self.text(of: words.words))
                parts = nil
            }
            result.append(letterCase.applied(to: candidate.form))
        }
        if let parts { result.append(Self.text(of: parts.words)) }
        return Array(result.prefix(8))
    }

    /// Words as they are printed, an apostrophe or a hyphen between them where they have one.
    static func text(of words: [Token]) -> String { words.text(of: words.indices) }

    /// Whether a word only repeats two letters: "haha", "hihihi".
    private static func isLaughter(_ folded: String) -> Bool {
        let letters = folded.utf8
        return letters.count > 3 && zip(letters, letters.dropFirst(2)).allSatisfy { $0 == $1 }
    }

    /// Whether a word needs no correction.
    func isRight(_ token: Token) -> Bool {
        let folded = token.folded
        guard folded.utf8.count > 1, folded.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return true }
        if favoured.word(folded) != nil || words.isRight(folded) || Self.isLaughter(folded) { return true }
        guard let lexicon else { return true }
        return lexicon.reading { $0.first(folded: folded.utf8) != nil || words.isDerived(folded, $0) }
    }
}
