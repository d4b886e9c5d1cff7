extension French {
    /// The other ways in which people say a word: a schwa at the end or none within, a liaison, a final consonant.
    ///
    /// - Parameters:
    ///   - word: the word as it is written.
    ///   - phones: one way to say it, in the French phones of CMUSphinx.
    /// - Returns: that way first, then the others.
    public func pronunciations(of word: String, phones: [String]) -> [[String]] {
        guard let last = phones.last else { return [] }
        var ways = [phones]
        let letters = SoundLetters.letters(of: word)
        let isVowel = Self.vowelPhones.contains(last)
        if !isVowel, Self.endsInMuteE(letters) { ways.append(phones + ["ee"]) }
        // "les amis", "grand hôtel", "un an": what is written and not said at the end is said before a vowel.
        if let liaison = Self.liaison(letters, last), last != liaison { ways.append(phones + [liaison]) }
        if let short = Self.withoutSchwa(phones) { ways.append(short) }
        // "r" and "l" after a consonant are dropped in quick speech: "quat' heures".
        if phones.count > 2, ["rr", "ll"].contains(last), !Self.vowelPhones.contains(phones[phones.count - 2]) {
            ways.append(Array(phones.dropLast()))
        }
        return ways
    }

    private static let vowelPhones: Set<String> = [
        "aa", "ai", "an", "au", "ee", "ei", "eu", "ii", "in", "oe", "on", "oo", "ou", "un", "uu",
    ]

    private static func endsInMuteE(_ letters: [Letter]) -> Bool {
        letters.last == .e || letters.suffix(2) == [.e, .s] || letters.suffix(3) == [.e, .n, .t]
    }

    /// What a liaison would add after a word, or nil.
    private static func liaison(_ letters: [Letter], _ last: String) -> String? {
        switch letters.last {
        case .s, .x, .z: "zz"
        case .t, .d: vowelPhones.contains(last) ? "tt" : nil
        case .n: ["an", "in", "on", "un"].contains(last) ? "nn" : nil
        default: nil
        }
    }

    /// The phones without the first schwa that stands between two single consonants: "s'maine".
    private static func withoutSchwa(_ phones: [String]) -> [String]? {
        guard phones.count > 3 else { return nil }
        for place in 1..<(phones.count - 1) where phones[place] == "ee" {
            guard !vowelPhones.contains(phones[place - 1]), !vowelPhones.contains(phones[place + 1]),
                place < 2 || vowelPhones.contains(phones[place - 2])
            else { continue }
            var short = phones
            short.remove(at: place)
            return short
        }
        return nil
    }
}
