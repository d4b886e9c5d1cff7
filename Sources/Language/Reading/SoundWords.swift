/// The sounds of words, and what the word lists say about them (`words/sound.yaml`).
struct SoundWords: Sendable {
    private var exceptions: [String: String] = [:]
    /// The key that the spelling rules of the language give.
    private let rule: @Sendable (String) -> String

    /// Reads the exceptions; the rules are those of French where no others are given.
    init(_ lists: [String: [String]], rule: @escaping @Sendable (String) -> String = Self.ruled) {
        self.rule = rule
        for (spelling, words) in lists {
            let key = rule(spelling)
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
        return rule(word)
    }

    /// The key that the spelling rules of French give.
    @Sendable private static func ruled(_ word: String) -> String { ruled(letters: SoundLetters.letters(of: word)) }

    /// The key that the spelling rules of French give to letters.
    static func ruled(letters all: [Letter]) -> String {
        var letters = all
        let endsInT = all.last == .t || all.suffix(2) == [.t, .s]
        SilentEnding.trim(&letters)
        let sounds = SoundScanner.sounds(of: letters, endsInT: endsInT)
        return String(decoding: sounds.isEmpty ? all.filter { $0 < 0x80 } : sounds, as: UTF8.self)
    }
}
