/// espeak-ng's phonemes of French, in IPA, as phones of the French acoustic models.
enum FrenchIPA {
    private static let phones: [String: String] = [
        "a": "aa", "ɑ": "aa", "ɐ": "aa", "æ": "aa", "ʌ": "oe", "ɛ": "ai", "ɜ": "oe", "e": "ei", "ə": "ee", "i": "ii",
        "ɪ": "ii", "o": "au", "ɔ": "oo", "ɒ": "oo", "u": "ou", "ʊ": "ou", "y": "uu", "ø": "eu", "œ": "oe", "ɑ̃": "an",
        "ɔ̃": "on", "ɛ̃": "in", "œ̃": "un", "j": "yy", "w": "ww", "ɥ": "uy", "p": "pp", "b": "bb", "t": "tt", "d": "dd",
        "k": "kk", "ɡ": "gg", "g": "gg", "f": "ff", "v": "vv", "s": "ss", "z": "zz", "ʃ": "ch", "ʒ": "jj", "m": "mm",
        "n": "nn", "ɲ": "gn", "ŋ": "nn gg", "l": "ll", "ʁ": "rr", "r": "rr", "ɹ": "rr", "ɾ": "rr", "x": "rr",
        "θ": "ss", "ð": "zz", "h": "", "ʔ": "", "aɪ": "aa yy", "eɪ": "ei", "oʊ": "au", "əʊ": "au", "aʊ": "aa ou",
        "ɔɪ": "oo yy", "tʃ": "tt ch", "dʒ": "dd jj", "iə": "ii ee", "ɚ": "oe", "əl": "ee ll", "ᵻ": "ii",
    ]

    /// The ways to say a word.
    ///
    /// - Parameters:
    ///   - word: the word; `l'`, `qu'` as before a vowel.
    ///   - phonemes: gives the phonemes of a text.
    /// - Returns: phones with a space between; an empty list where a sound is no French one.
    static func pronunciations(of word: String, _ phonemes: (String) -> String) -> [String] {
        guard word.hasSuffix("'") || word.hasSuffix("’") else { return translated(phonemes(word)).map { [$0] } ?? [] }
        // A consonant alone would be read as the letter's name.
        guard let joined = translated(phonemes(word + "a")), joined.hasSuffix(" aa") else { return [] }
        return [String(joined.dropLast(3))]
    }

    /// A pronunciation from phonemes with `_` between them; nil where one is unknown.
    static func translated(_ phonemes: String) -> String? {
        var result: [String] = []
        for part in phonemes.split(separator: "_") {
            // "(en)": the voice of another language reads the word.
            if part.hasPrefix("(") { continue }
            let sound = String(
                String.UnicodeScalarView(part.unicodeScalars.filter { !"ˈˌːˑ-‿ˑ".unicodeScalars.contains($0) }))
            if sound.isEmpty { continue }
            guard let phone = phones[sound] ?? spelled(sound) else { return nil }
            result += phone.split(separator: " ").map(String.init)
        }
        return result.isEmpty ? nil : glides(result).joined(separator: " ")
    }

    /// A sound that the table has only in parts, as a long diphthong.
    private static func spelled(_ sound: String) -> String? {
        let parts = sound.map { phones[String($0)] }
        return parts.contains(nil) ? nil : parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// /ɥi/ of "huit" comes as two vowels.
    private static func glides(_ phones: [String]) -> [String] {
        var result = phones
        for index in result.indices.dropLast() where result[index] == "uu" && result[index + 1] == "ii" {
            result[index] = "uy"
        }
        return result
    }
}
