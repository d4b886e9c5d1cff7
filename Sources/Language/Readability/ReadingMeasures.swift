/// How hard a text is to read, in figures: what rules X1 and X2 look at.
public struct ReadingMeasures: Sendable, Hashable, Encodable {
    /// How many words there are.
    public internal(set) var words = 0
    /// How many sentences there are.
    public internal(set) var sentences = 0
    /// The words of the longest sentence.
    public internal(set) var longest = 0
    /// How many words are measured by their letters: not names, dates, numbers, nor the words of the town-hall list.
    public internal(set) var measured = 0
    /// The syllables of the measured words.
    public internal(set) var syllables = 0
    /// How many measured words have more than six letters.
    public internal(set) var longWords = 0
    /// How many texts were copied from a record; they are left out of all the rest.
    public internal(set) var quotations = 0

    /// How easy the text is, from about 0 to 120, higher being easier; nil where the language has no formula.
    ///
    /// Kandel and Moles for French: `207 - 1.015 · words/sentence - 73.6 · syllables/word`.
    public internal(set) var ease: Double?

    /// Words a sentence, all words counted.
    public var wordsPerSentence: Double { sentences == 0 ? 0 : Double(words) / Double(sentences) }
    /// Syllables a measured word.
    public var syllablesPerWord: Double { measured == 0 ? 0 : Double(syllables) / Double(measured) }
    /// Björnsson's readability index: words a sentence, plus how many measured words in a hundred are long; lower is easier.
    public var lix: Double { wordsPerSentence + (measured == 0 ? 0 : 100 * Double(longWords) / Double(measured)) }

    /// Adds the counts of another text; the ease is left to whoever knows the formula.
    mutating func add(_ other: ReadingMeasures) {
        words += other.words
        sentences += other.sentences
        longest = max(longest, other.longest)
        measured += other.measured
        syllables += other.syllables
        longWords += other.longWords
        quotations += other.quotations
    }

    /// Writes the counts and the figures made of them, rounded to a tenth.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(words, forKey: .words)
        try container.encode(sentences, forKey: .sentences)
        try container.encode(longest, forKey: .longest)
        try container.encode(measured, forKey: .measured)
        try container.encode(quotations, forKey: .quotations)
        try container.encode(rounded(wordsPerSentence, 10), forKey: .wordsPerSentence)
        try container.encode(rounded(syllablesPerWord, 100), forKey: .syllablesPerWord)
        try container.encode(ease.map { rounded($0, 10) }, forKey: .ease)
        try container.encode(rounded(lix, 10), forKey: .lix)
    }

    private func rounded(_ value: Double, _ unit: Double) -> Double { (value * unit).rounded() / unit }

    private enum CodingKeys: String, CodingKey {
        case words, sentences, longest, measured, quotations, ease, lix
        case wordsPerSentence = "words_per_sentence"
        case syllablesPerWord = "syllables_per_word"
    }
}
