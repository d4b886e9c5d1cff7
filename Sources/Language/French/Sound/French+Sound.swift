extension French {
    /// What a word sounds like, in ASCII (the letters are explained at `SoundScanner`).
    ///
    /// A word that the spelling rules misread ("femme", "monsieur") is listed in `words/sound.yaml` under a spelling that
    /// they read right. A word with a digit keeps its folded form.
    public func soundKey(of word: String) -> String { sound.key(of: word, folded: Folding.fold(word)) }
}

/// The sounds of words, and what the word lists say about them (`words/sound.yaml`).
struct SoundWords: Sendable {
    private var exceptions: [String: String] = [:]

    init(_ lists: [String: [String]]) {
        for (spelling, words) in lists {
            let key = Self.ruled(spelling)
            for word in words { exceptions[Folding.fold(word)] = key }
        }
    }

    /// Whether a word is listed under a spelling that the rules read right.
    func isListed(_ folded: String) -> Bool { exceptions[folded] != nil }

    /// The key of a word that is already folded.
    func key(of word: String, folded: String) -> String {
        if let exception = exceptions[folded] { return exception }
        if folded.utf8.contains(where: { (0x30...0x39).contains($0) }) {
            return String(decoding: folded.utf8.filter { $0 < 0x80 }, as: UTF8.self)
        }
        return Self.ruled(word)
    }

    /// The key that the spelling rules give.
    private static func ruled(_ word: String) -> String { ruled(SoundLetters.letters(of: word)) }

    /// The key that the spelling rules give to letters.
    static func ruled(_ all: [Letter]) -> String {
        var letters = all
        let endsInT = all.last == .t || all.suffix(2) == [.t, .s]
        SilentEnding.trim(&letters)
        let sounds = SoundScanner.sounds(of: letters, endsInT: endsInT)
        return String(decoding: sounds.isEmpty ? all.filter { $0 < 0x80 } : sounds, as: UTF8.self)
    }
}
