public import CivilTime

/// How a language is read: its words, their sounds, its numbers and its ways of naming a time.
public protocol ReadingRules: Sendable {
    /// The words of a text, in order; what is neither a letter nor a digit only separates them.
    ///
    /// Any Unicode text is accepted; what comes after ``Token/longestText`` scalars is not read.
    func tokens(in text: String) -> [Token]

    /// The times named in a text, in order and not overlapping.
    func times(in tokens: [Token], now: Moment, calendar: DayCalendar) -> [TimeMention]

    /// The whole numbers named in a text, in order and not overlapping.
    func numbers(in tokens: [Token]) -> [NumberMention]

    /// The sums, lengths of time, ages, telephone numbers, addresses and their like that a text names, in order and not
    /// overlapping.
    func amounts(in tokens: [Token]) -> [AmountMention]

    /// What a word sounds like, written in ASCII; words that sound the same have the same key.
    ///
    /// The word may be folded or not: with its accents the key is more exact.
    func soundKey(of word: String) -> String

    /// The key of what a recogniser heard phone by phone, in its own phones; empty for a language whose phones are not known.
    func soundKey(ofPhones phones: some Sequence<some StringProtocol>) -> String

    /// A way to say a word, in a recogniser's phones, and the others in which people say it: with a liaison, without a schwa.
    func pronunciations(of word: String, phones: [String]) -> [[String]]

    /// A word in lower case, without accents or ligatures, with a plain apostrophe.
    func folded(_ word: String) -> String

    /// How many syllables a word is said in, at least one; words joined by hyphens are one text.
    func syllables(in word: String) -> Int
}

extension ReadingRules {
    /// That way alone: what is known without the phones of a language.
    public func pronunciations(of word: String, phones: [String]) -> [[String]] { phones.isEmpty ? [] : [phones] }

    /// Nothing: what is known without the phones of a language.
    public func soundKey(ofPhones phones: some Sequence<some StringProtocol>) -> String { "" }

    /// One syllable for each group of the letters a, e, i, o, u and y: what is known without the sounds of a language.
    public func syllables(in word: String) -> Int {
        let groups = folded(word).split { !"aeiouy".contains($0) }
        return max(groups.count, 1)
    }
}
