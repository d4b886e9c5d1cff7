internal import Language

/// Turns an utterance into weighted features: words, pairs of words, and pieces of words by letters and by sound.
///
/// Pieces of words make a misspelt word resemble the right one; pieces of its sound make what is written by ear
/// resemble what is written by rule. Recognised names and times are features of their own, and the proper names among
/// them hide their letters: "rue des Lilas" is a street whatever it is called.
enum Features {
    /// What a feature is made of; each kind is weighed apart, so that the many pieces do not drown the few words.
    enum Kind: Int, CaseIterable { case word, letters, sound }

    /// How often each feature occurs, by kind and then by hash.
    typealias Counts = [[UInt64: Float]]

    /// The features of one utterance.
    static func extract(tokens: [Token], mentions: [Mention], times: [TimeMention]) -> Counts {
        var counts = Counts(repeating: [:], count: Kind.allCases.count)
        func count(_ kind: Kind, _ family: UInt8, _ text: some Sequence<UInt8>) {
            counts[kind.rawValue][hash(family, text), default: 0] += 1
        }

        // "Perdu" belongs to a lost card and to a lost dog: a detail of one subject must not draw others to it.
        let mentions = mentions.filter { !$0.isDetail }
        var hidden = Set<Int>()
        for time in times { hidden.formUnion(time.tokens) }
        for mention in mentions where mention.isProper { hidden.formUnion(mention.tokens) }
        for slot in Set(mentions.map { $0.topic + "." + $0.slot }) { count(.word, 1, slot.utf8) }
        for grain in Set(times.map(\.span.grain.rawValue)) { count(.word, 2, grain.utf8) }
        if !times.isEmpty { count(.word, 2, "time".utf8) }

        var previous = "^"
        for (index, token) in tokens.enumerated() {
            guard !hidden.contains(index) else {
                previous = "*"
                continue
            }
            count(.word, 3, token.folded.utf8)
            count(.word, 4, (previous + " " + token.folded).utf8)
            previous = token.folded
            pieces(of: "<" + token.folded + ">") { count(.letters, 5, $0) }
            pieces(of: "<" + token.sound + ">") { count(.sound, 6, $0) }
            count(.word, 7, token.sound.utf8)
        }
        return counts
    }

    private static func pieces(of word: String, body: (ArraySlice<UInt8>) -> Void) {
        let units = Array(word.utf8)
        for length in 2...5 where length <= units.count {
            for start in 0...(units.count - length) { body(units[start..<(start + length)]) }
        }
    }

    /// FNV-1a over the family and the bytes: stable from one run to the next, as a stored model needs.
    private static func hash(_ family: UInt8, _ text: some Sequence<UInt8>) -> UInt64 {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        value = (value ^ UInt64(family)) &* 0x100_0000_01b3
        for byte in text { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return value
    }
}
