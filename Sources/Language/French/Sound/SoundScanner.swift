/// Reads the letters of a French word as sounds, from left to right.
///
/// Sounds are ASCII letters: `a e i o u y 2` (as in "peu") `@` (as in "le"), nasal `A I O` (as in "an", "in", "on"),
/// glides `j w`, `S` ("ch"), `Z` ("j"), `N` ("gn") and the plain consonants. Sounds that people mix up when they write
/// are one: "é", "è" and "ai"; "in" and "un"; open and closed "o".
struct SoundScanner {
    let letters: [Letter]
    /// Whether a silent "t" was taken from the end of the word.
    let endsInT: Bool
    var index = 0
    var sounds: [UInt8] = []

    /// The sounds of a word whose silent ending is gone.
    static func sounds(of letters: [Letter], endsInT: Bool) -> [UInt8] {
        var scanner = SoundScanner(letters: letters, endsInT: endsInT)
        scanner.sounds.reserveCapacity(letters.count)
        while scanner.index < letters.count {
            if letters[scanner.index].isVowel { scanner.readVowel() } else { scanner.readConsonant() }
        }
        return scanner.sounds
    }

    /// The letter some places further, or 0 outside the word.
    func letter(_ offset: Int = 0) -> Letter {
        let position = index + offset
        return letters.indices.contains(position) ? letters[position] : 0
    }

    /// Whether the word ends right before the letter some places further.
    func ends(at offset: Int) -> Bool { index + offset >= letters.count }

    /// Whether the letter some places further is the last one, an "e" that is not heard.
    func isMuteE(_ offset: Int) -> Bool { letter(offset) == .e && ends(at: offset + 1) }

    /// Writes sounds, never the same consonant twice in a row, and goes on after some letters.
    mutating func emit(_ text: StaticString, skipping count: Int) {
        text.withUTF8Buffer { bytes in
            for byte in bytes where sounds.last != byte || Self.isVowelSound(byte) { sounds.append(byte) }
        }
        index += count
    }

    /// Whether a sound is a vowel.
    static func isVowelSound(_ sound: UInt8) -> Bool {
        switch sound {
        case .a, .e, .i, .o, .u, .y, 0x32, 0x40, 0x41, 0x49, 0x4F: true
        default: false
        }
    }
}
