extension French {
    /// How many syllables a word is said in: one for each vowel that is heard.
    ///
    /// An "e" within a word is not heard after one consonant ("sam(e)di", "nouvell(e)ment") and is heard after two
    /// ("appartement", "autrement"). Words joined by hyphens are counted one by one.
    public func syllables(in word: String) -> Int {
        tokens(in: word).reduce(0) { sum, token in
            let vowels = token.sound.utf8.count(where: SoundScanner.isVowelSound)
            return sum + max(vowels + Self.heardE(SoundLetters.letters(of: token.text)), 1)
        }
    }

    /// How many times an "e" that the sounds leave out is heard: between two different consonants and one.
    private static func heardE(_ letters: [Letter]) -> Int {
        guard letters.count > 4 else { return 0 }
        return (3..<letters.count - 1).count { index in
            let (first, second, next) = (letters[index - 2], letters[index - 1], letters[index + 1])
            guard letters[index] == .e, !first.isVowel, !second.isVowel, !next.isVowel, first != second else {
                return false
            }
            let isOneSound = second == .h || (first == .g && second == .n)
            let isHeardAnyway = index + 2 >= letters.count || !letters[index + 2].isVowel
            return !isOneSound && !isHeardAnyway && letters[..<(index - 2)].contains(where: \.isVowel)
        }
    }
}
