internal import Language

/// An utterance as far as it is read before its intent is judged.
struct Sentence: Sendable {
    /// Its words, respelt.
    let tokens: [Token]
    /// The names in it.
    let mentions: [Mention]
    /// The times that it names.
    let times: [TimeMention]
    /// What each word is a form of: its lemma, or its sound where the lexicon does not have it.
    let roots: [String]
    /// Whether each word is part of a time or of a proper name, which hides what it is made of.
    let hidden: [Bool]
    /// What its words mean together, or nil when none is known.
    let meaning: [Float]?

    init(tokens: [Token], mentions: [Mention] = [], times: [TimeMention] = [], knowledge: Knowledge) {
        var hidden = [Bool](repeating: false, count: tokens.count)
        for range in times.map(\.tokens) + mentions.filter(\.hidesItsLetters).map(\.tokens) {
            for index in range.clamped(to: tokens.indices) { hidden[index] = true }
        }
        (self.tokens, self.mentions, self.times, self.hidden) = (tokens, mentions, times, hidden)
        roots = tokens.map { knowledge.lexicon?.lemma(folded: $0.folded) ?? $0.sound }
        meaning = knowledge.vectors?.meaning(of: zip(tokens, hidden).lazy.filter { !$1 }.map(\.0.folded))
    }
}

extension Mention {
    /// Whether what it is called says nothing of what is asked: "rue des Lilas" is a street, whatever its name.
    fileprivate var hidesItsLetters: Bool { isProper && !isDetail }
}
