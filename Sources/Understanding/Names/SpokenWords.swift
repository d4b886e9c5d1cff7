internal import Language

/// The words of an utterance as the gazetteer compares them: run together, by letters and by sound, with and without
/// the articles, so that spaces do not count.
struct SpokenWords {
    /// Words run together.
    struct Track {
        private(set) var bytes: [UInt8] = []
        /// Where each word begins, and the end.
        private(set) var starts: [Int] = [0]
        private(set) var hashes: [UInt64] = []

        mutating func append(_ word: some Sequence<UInt8>) {
            bytes.append(contentsOf: word)
            starts.append(bytes.count)
        }

        mutating func close() { hashes = RollingHash.beginnings(of: bytes) }

        /// The bytes of some words, without the first few.
        func range(_ words: Range<Int>, skipping: Int = 0) -> Range<Int> {
            let end = starts[words.upperBound]
            return min(starts[words.lowerBound] + skipping, end)..<end
        }
    }

    private(set) var letters = Track()
    private(set) var sounds = Track()
    /// The letters of the words that are no articles.
    private(set) var tellingLetters = Track()
    /// The sounds of the words that are no articles.
    private(set) var tellingSounds = Track()
    private(set) var kinds: [WordKind] = []

    init(_ tokens: [Token], names: NameTable) {
        for token in tokens {
            let entry = names.word(token.folded)
            kinds.append(entry.kind)
            if let short = entry.short {
                append(names.letters[short], names.sounds[short], entry.kind)
            } else {
                append(token.folded.utf8, token.sound.utf8, entry.kind)
            }
        }
        letters.close()
        sounds.close()
        tellingLetters.close()
        tellingSounds.close()
    }

    /// Whether some words are no longer than a name may be.
    func isNameLong(_ range: Range<Int>) -> Bool {
        letters.range(range).count < NameTable.longestLetters && sounds.range(range).count < NameTable.longestLetters
    }

    private mutating func append(_ word: some Sequence<UInt8>, _ sound: some Sequence<UInt8>, _ kind: WordKind) {
        letters.append(word)
        sounds.append(sound)
        let isArticle = kind.contains(.article)
        tellingLetters.append(isArticle ? [] : Array(word))
        tellingSounds.append(isArticle ? [] : Array(sound))
    }
}

/// What is known of a word, whoever says it.
struct WordKind: OptionSet, Sendable {
    let rawValue: UInt32
    static let article = WordKind(rawValue: 1)
    static let small = WordKind(rawValue: 2)
    static let way = WordKind(rawValue: 4)
    /// A word of the examples or of a name; it is no slip of another.
    static let known = WordKind(rawValue: 8)
    /// A number in figures.
    static let figure = WordKind(rawValue: 16)
    /// The bits beside the flags: which shortened word it is, plus one.
    static let flagBits: UInt32 = 5
}
