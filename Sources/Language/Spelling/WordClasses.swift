/// What parts of speech a word form can be, and its gender and number where it has them.
public struct WordClasses: OptionSet, Sendable, Hashable {
    /// Bits 0 to 15 are the classes in the order of ``letters``, 16 to 19 gender and number, 20 to 24 the commonest class.
    public let rawValue: UInt32

    /// Makes a set from its bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The letters that stand for the classes in a word list; see `Locales/fr/lexicon/README.md`.
    static let letters = Array("NVIPGJRDOQECMAXL".utf8)
    private static let agreement = Array("mfsp".utf8)

    /// Reads the letters of a word list, the commonest class first; unknown letters are left out.
    init(letters text: some Sequence<UInt8>) {
        var bits: UInt32 = 0
        var main: Int?
        for letter in text {
            if let index = Self.letters.firstIndex(of: letter) {
                bits |= 1 << UInt32(index)
                if main == nil { main = index }
            } else if let index = Self.agreement.firstIndex(of: letter) {
                bits |= 1 << UInt32(16 + index)
            }
        }
        if let main { bits |= UInt32(main + 1) << 20 }
        rawValue = bits
    }

    /// A noun.
    public static let noun = WordClasses(letters: "N".utf8).only
    /// An adjective.
    public static let adjective = WordClasses(letters: "J".utf8).only
    /// A finite verb.
    public static let verb = WordClasses(letters: "V".utf8).only
    /// A finite form of an auxiliary.
    public static let auxiliary = WordClasses(letters: "A".utf8).only
    /// An infinitive.
    public static let infinitive = WordClasses(letters: "I".utf8).only
    /// A past participle.
    public static let participle = WordClasses(letters: "P".utf8).only
    /// An adverb.
    public static let adverb = WordClasses(letters: "R".utf8).only
    /// A personal pronoun.
    public static let pronoun = WordClasses(letters: "O".utf8).only
    /// A number.
    public static let number = WordClasses(letters: "M".utf8).only
    /// A name, or a word of another language.
    public static let name = WordClasses(letters: "L".utf8).only

    /// Determiners, pronouns, prepositions and conjunctions.
    static let grammatical = WordClasses(letters: "DOQEC".utf8).only

    /// The classes without gender, number and which is the commonest.
    var only: WordClasses { WordClasses(rawValue: rawValue & 0xFFFF) }

    /// The commonest class alone.
    var main: WordClasses {
        let index = rawValue >> 20
        return index == 0 ? only : WordClasses(rawValue: 1 << (index - 1))
    }
}
