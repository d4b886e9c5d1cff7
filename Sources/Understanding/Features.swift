internal import Language

/// What an utterance is judged by: its words and pairs of words, pieces of words by letters and by sound, and its meaning.
///
/// Pieces of words make a misspelt word resemble the right one; pieces of its sound make what is written by ear
/// resemble what is written by rule; the meaning makes words resemble others of like use. Recognised names and times are
/// features of their own, and the proper names among them hide their letters: "rue des Lilas" is a street whatever it
/// is called.
struct Features: Sendable {
    /// What a feature is made of; each kind is weighed apart, so that the many pieces do not drown the few words.
    enum Kind: Int, CaseIterable { case word, letters, sound }

    /// The hash of each occurrence of a feature, by kind, in rising order.
    let hashes: [[UInt64]]
    /// What the words mean together (see ``Language/WordVectors``), or nil when none is known.
    let meaning: [Float]?

    init(_ sentence: Sentence) {
        var hashes = [[UInt64]](repeating: [], count: Kind.allCases.count)
        Features.visit(sentence) { kind, hash, _ in hashes[kind.rawValue].append(hash) }
        for kind in hashes.indices { hashes[kind].sort() }
        self.hashes = hashes
        meaning = sentence.meaning
    }

    /// Names every feature of a sentence, as often as it occurs, with the words that it comes from.
    static func visit(_ sentence: Sentence, _ body: (Kind, UInt64, Range<Int>) -> Void) {
        visitNames(sentence, body)
        let hidden = sentence.hidden
        // The roots of the words before, as far back as pairs reach.
        var before: [(root: UInt64, index: Int)] = []
        var previous = hash(.pair, "^".utf8)
        for (index, token) in sentence.tokens.enumerated() {
            let place = index..<index + 1
            guard !hidden[index] else {
                previous = hash(.pair, "*".utf8)
                continue
            }
            body(.word, hash(.word, token.folded.utf8), place)
            body(.word, extend(previous, token.folded.utf8), index == 0 ? place : index - 1..<index + 1)
            previous = extend(hash(.pair, token.folded.utf8), " ".utf8)
            body(.word, hash(.spoken, token.sound.utf8), place)
            let root = hash(.root, sentence.roots[index].utf8)
            body(.word, root, place)
            for earlier in before {
                body(.word, extend(earlier.root, sentence.roots[index].utf8), earlier.index..<index + 1)
            }
            before = before.suffix(reach - 1) + [(root, index)]
            pieces(of: token.folded, .letters) { body(.letters, $0, place) }
            pieces(of: token.sound, .sound) { body(.sound, $0, place) }
        }
    }

    /// How far apart the words of a pair may be.
    private static let reach = 3

    private static func visitNames(_ sentence: Sentence, _ body: (Kind, UInt64, Range<Int>) -> Void) {
        var slots: [String: Range<Int>] = [:]
        // "Perdu" belongs to a lost card and to a lost dog: a detail of one subject must not draw others to it.
        for mention in sentence.mentions where !mention.isDetail {
            slots[mention.topic + "." + mention.slot] = mention.tokens
        }
        for (slot, tokens) in slots { body(.word, hash(.slot, slot.utf8), tokens) }
        var grains: [String: Range<Int>] = [:]
        for time in sentence.times { (grains[time.span.grain.rawValue], grains["time"]) = (time.tokens, time.tokens) }
        for (grain, tokens) in grains { body(.word, hash(.time, grain.utf8), tokens) }
    }

    /// The pieces of a word of two to five letters, its ends marked.
    private static func pieces(of word: String, _ family: Family, body: (UInt64) -> Void) {
        let units = [UInt8(ascii: "<")] + word.utf8 + [UInt8(ascii: ">")]
        for start in units.indices.dropLast() {
            var value = hash(family, CollectionOfOne(units[start]))
            for unit in units[(start + 1)..<min(start + 5, units.count)] {
                value = (value ^ UInt64(unit)) &* prime
                body(value)
            }
        }
    }

    private enum Family: UInt64 { case slot = 1, time, word, pair, letters, sound, spoken, root }

    private static let prime: UInt64 = 0x100_0000_01b3

    /// FNV-1a over the family and the bytes: stable from one run to the next, as a stored model needs.
    private static func hash(_ family: Family, _ text: some Sequence<UInt8>) -> UInt64 {
        extend((0xcbf2_9ce4_8422_2325 ^ family.rawValue) &* prime, text)
    }

    private static func extend(_ start: UInt64, _ text: some Sequence<UInt8>) -> UInt64 {
        var value = start
        for byte in text { value = (value ^ UInt64(byte)) &* prime }
        return value
    }
}
