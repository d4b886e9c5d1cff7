/// Takes from the end of a word the letters that are not heard.
enum SilentEnding {
    /// The letters of a word without its silent consonants; a final "e" stays, it is what makes a consonant sound.
    static func trim(_ letters: inout [Letter]) {
        guard letters.count > 2 else { return }
        if trimVerbPlural(&letters) { return }
        if trimSoundedE(&letters) { return }
        if letters.last == .s, letters.count > 2 {
            letters.removeLast()
            if trimSoundedE(&letters) { return }
        }
        guard letters.last != .e else { return }
        trimConsonants(&letters)
    }

    /// The plural of a verb: "passent" sounds like "passe", "allaient" like "allait"; "souvent" and "parlement" do not.
    private static func trimVerbPlural(_ letters: inout [Letter]) -> Bool {
        guard letters.count > 4, letters.suffix(3) == [.e, .n, .t] else { return false }
        let before = letters.dropLast(3)
        guard let last = before.last, let previous = before.dropLast().last else { return false }
        guard isVerbStem(previous, last, first: letters[0], length: letters.count) else { return false }
        letters.removeLast(2)
        return true
    }

    /// Whether "-ent" after these two letters is more often the plural of a verb than a part of a noun.
    private static func isVerbStem(_ previous: Letter, _ last: Letter, first: Letter, length: Int) -> Bool {
        if previous == last { return !last.isVowel && last != .m && last != .c }
        switch last {
        case .v: return previous != .n
        case .t: return previous != .e && previous != .acute
        case .r: return previous != .a && !previous.isE
        case .l: return !previous.isVowel
        case .n: return previous == .g || previous == .grave
        case .s: return previous != .e && previous != .acute && previous != .b
        case .d: return previous == .n || previous == .r
        case .g: return previous == .n && length > 6 || previous == .a && length > 5
        case .h, .p, .b: return true
        case .c: return previous == .n || previous == .r
        case .u: return previous == .q && length > 6
        case .i: return previous == .a || previous == .o
        case .m: return previous == .i && length == 6 && first == .a
        default: return false
        }
    }

    /// Endings in which an "e" is heard as "é": "-er", "-ez", "-ed", "-et", and "-es" of short words.
    private static func trimSoundedE(_ letters: inout [Letter]) -> Bool {
        guard letters.count > 2, letters[letters.count - 2] == .e, let last = letters.last else { return false }
        let isHeard =
            switch last {
            case .z: true
            case .r: letters.count > 4 || (letters.count == 4 && isShortVerb(letters))
            case .t, .d: true
            case .s: letters.count == 3
            default: false
            }
        guard isHeard else { return false }
        letters.removeLast()
        letters[letters.count - 1] = .acute
        return true
    }

    /// Whether four letters in "-er" are a verb, "jeter" or "user", rather than "fier" or "cher".
    private static func isShortVerb(_ letters: [Letter]) -> Bool {
        letters[0].isVowel || (letters[1].isVowel && letters[1] != .i)
    }

    private static func trimConsonants(_ letters: inout [Letter]) {
        while letters.count > 1, let last = letters.last {
            let previous = letters[letters.count - 2]
            switch last {
            case .d, .p, .z, .s, .x: break
            case .t where previous == .c || previous == .s: return
            case .t: break
            case .g where previous == .n || previous == .r: break
            case .c where previous == .n: break
            default: return
            }
            guard letters.dropLast().contains(where: \.isVowel) else { return }
            letters.removeLast()
        }
    }
}
