/// The words of the topics and of the town: always right, and the first choice for what is nearly one of them.
struct FavouredWords: Sendable {
    /// A word with what tells quickly that another is far from it.
    struct Word: Sendable {
        let form: String
        let letters: SpelledLetters
        let sound: String
        let signature: UInt32
    }

    private(set) var words: [Word] = []
    private var indices: [String: Int] = [:]

    /// No words.
    init() {}

    /// Takes the words of texts; the first spelling of a folded form is kept.
    ///
    /// - Parameters:
    ///   - texts: names and example sentences.
    ///   - rules: the language.
    ///   - isSlip: whether a word that is written without a capital is a misspelling, as examples have them.
    init(_ texts: [String], rules: any ReadingRules, isSlip: (Token) -> Bool) {
        for token in texts.flatMap({ rules.tokens(in: $0) }) {
            let folded = token.folded
            guard folded.utf8.count > 2, folded.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
                indices[folded] == nil
            else { continue }
            let form = token.text.lowercased()
            if form == token.text, isSlip(token) { continue }
            indices[folded] = words.count
            words.append(
                Word(
                    form: form, letters: SpelledLetters(form), sound: token.sound,
                    signature: Self.signature(folded.utf8)))
        }
    }

    /// The word with a folded form, or nil when it is not favoured.
    func word(_ folded: String) -> Word? { indices[folded].map { words[$0] } }

    /// Which letters a word has, a bit each.
    static func signature(_ word: some Sequence<UInt8>) -> UInt32 {
        word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }
}
