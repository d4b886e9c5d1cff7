extension French {
    /// How many syllables a word is said in: one for each vowel that is heard when it is read with care.
    ///
    /// A final "e" is not heard ("poubelle" has two), one within a word is ("doucement" has three). "u" and "i" before
    /// another vowel make one syllable with it ("lui", "pied"). Words joined by hyphens are counted one by one.
    public func syllables(in word: String) -> Int {
        tokens(in: word).reduce(0) { sum, token in
            let key = sound.isListed(token.folded) ? token.sound : SoundWords.ruled(letters: Self.careful(token.text))
            let count = Self.vowels(in: Array(key.utf8))
            return sum + (token.link == .apostrophe && count == 0 ? 0 : max(count, 1))
        }
    }

    /// The letters of a word with no "e" that the sounds of quick speech leave out: "é" as "ai", "e" in an open syllable as
    /// "eu".
    private static func careful(_ word: String) -> [Letter] {
        let letters = SoundLetters.letters(of: word)
        func letter(_ index: Int) -> Letter { letters.indices.contains(index) ? letters[index] : 0 }
        return letters.indices.flatMap { index -> [Letter] in
            if letters[index] == .acute || letters[index] == .grave { return [.a, .i] }
            guard letters[index] == .e, index > 0, !letter(index - 1).isVowel else { return [letters[index]] }
            let second = letter(index + 2)
            let isOpen =
                letter(index + 1) != 0 && !letter(index + 1).isVowel
                && (second.isVowel
                    || ([.l, .r, .h].contains(second) && second != letter(index + 1) && letter(index + 3).isVowel))
            return isOpen ? [.e, .u] : [.e]
        }
    }

    /// The vowels of a key; a "u" that glides into the next vowel ("lui") is none, unless two consonants stand before it.
    private static func vowels(in sounds: [UInt8]) -> Int {
        sounds.indices.count { index in
            guard SoundScanner.isVowelSound(sounds[index]) else { return false }
            let glides = sounds[index] == UInt8(ascii: "y") && index + 1 < sounds.count
            guard glides, SoundScanner.isVowelSound(sounds[index + 1]) else { return true }
            if sounds[index + 1] == UInt8(ascii: "i") { return false }
            return index > 1 && !SoundScanner.isVowelSound(sounds[index - 1])
                && !SoundScanner.isVowelSound(sounds[index - 2])
        }
    }
}
