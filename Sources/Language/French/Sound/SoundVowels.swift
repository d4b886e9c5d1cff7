extension SoundScanner {
    /// Reads the group of vowels at the index, with the "n" or "m" that makes it nasal.
    mutating func readVowel() {
        switch letter() {
        case .a: readA()
        case .e: readE()
        case .i: readI()
        case .o: readO()
        case .u: readU()
        case .y: readY()
        case .acute, .grave: readAccentedE()
        case .diaeresisI: emit("i", skipping: 1)
        case .diaeresisE: emit("e", skipping: 1)
        default: emit("y", skipping: 1)
        }
    }

    /// Whether the letter some places further is an "n" or "m" that makes the vowel before it nasal.
    private func isNasal(_ offset: Int) -> Bool {
        let next = letter(offset + 1)
        switch letter(offset) {
        case .n: return !next.isVowel && next != .n && next != .h
        case .m: return next == .b || next == .p || ends(at: offset + 1)
        default: return false
        }
    }

    /// Whether "il" some places further is the glide of "travail", "feuille": at the end, or with two "l".
    private func isGlideIL(_ offset: Int) -> Bool {
        letter(offset) == .i && letter(offset + 1) == .l && (letter(offset + 2) == .l || ends(at: offset + 2))
    }

    /// How many letters such an "il" or "ill" has.
    private func glideLength(_ offset: Int) -> Int { letter(offset + 2) == .l ? 3 : 2 }

    private mutating func readA() {
        switch letter(1) {
        case .u: emit("o", skipping: 2)
        case .i where isGlideIL(1): emit("aj", skipping: 1 + glideLength(1))
        case .i where isNasal(2): emit("I", skipping: 3)
        case .i: emit("e", skipping: 2)
        case .y where letter(2).isVowel && !isMuteE(2): emit("ej", skipping: 2)
        case .y: emit("e", skipping: 2)
        case .e: emit("e", skipping: 2)
        case .n where isNasal(1), .m where isNasal(1): emit("A", skipping: 2)
        default: emit("a", skipping: 1)
        }
    }

    private mutating func readE() {
        switch letter(1) {
        case .a where letter(2) == .u: emit("o", skipping: 3)
        case .u where isGlideIL(2): emit("2j", skipping: 2 + glideLength(2))
        case .u: emit("2", skipping: 2)
        case .i where isGlideIL(1): emit("ej", skipping: 1 + glideLength(1))
        case .i where isNasal(2): emit("I", skipping: 3)
        case .i: emit("e", skipping: 2)
        case .y: emit("e", skipping: letter(2).isVowel ? 1 : 2)
        case .m where letter(2) == .m && index == 0: emit("Am", skipping: 3)
        case .n where letter(2) == .n && index == 0: emit("An", skipping: 3)
        case .m where letters[index...].elementsEqual([.e, .m, .m, .e, .n]): emit("am", skipping: 3)
        case .n where isNasal(1), .m where isNasal(1): readNasalE()
        default: readPlainE()
        }
    }

    /// "en": "A" as in "vent" and "client", "I" as in "bien", "viendra" and "lycéen".
    private mutating func readNasalE() {
        let isIn =
            switch letter(-1) {
            case .acute: true
            case .i: ends(at: 2) ? !endsInT || letter(-2) == .v || letter(-2) == .t : letter(2) == .d || letter(2) == .v
            case .y: ends(at: 2)
            default: false
            }
        if isIn { emit("I", skipping: 2) } else { emit("A", skipping: 2) }
    }

    private mutating func readPlainE() {
        if ends(at: 1) {
            // "le", "que": the only vowel of the word is heard.
            if sounds.contains(where: Self.isVowelSound) { index += 1 } else { emit("@", skipping: 1) }
        } else if letter(1).isVowel && index > 0 && letter(-1) == .g {
            index += 1
        } else {
            readAccentedE()
        }
    }

    /// An "e" that is heard, unless it falls between two consonants as in "samedi".
    private mutating func readAccentedE() {
        if letter() != .e, isNasal(1), letter(1) == .n, ends(at: 2) { return emit("e", skipping: 1) }
        if falls { index += 1 } else { emit("e", skipping: 1) }
    }

    /// Whether an "e" falls in speech: one consonant before it, after a vowel, and one after it, before a vowel.
    ///
    /// Accents are not looked at, since people leave them out: "téléphone", "telefone" and "télefone" are one.
    private var falls: Bool {
        guard sounds.count > 1, let last = sounds.last, !Self.isVowelSound(last), last != .j, last != .w,
            Self.isVowelSound(sounds[sounds.count - 2]), !letter(1).isVowel, !ends(at: 1), letter(1) != .x
        else { return false }
        let isPair = letter(2) == .h || (letter(1) == .q && letter(2) == .u)
        let following = isPair ? 3 : 2
        guard letter(following).isVowel, !isMuteE(following) else { return false }
        // Of two in a row only the second falls: "déch(è)t'rie".
        let fallsNext = letter(following) == .e && !letter(following + 1).isVowel && letter(following + 2).isVowel
        return !fallsNext
    }

    private mutating func readI() {
        let isAlone = !letter(-1).isVowel || (letter(-1) == .u && (letter(-2) == .q || letter(-2) == .g))
        if isNasal(1) { return emit("I", skipping: 2) }
        if isAlone, letter(1) == .l, letter(2) == .l { return readILL() }
        let next = letter(1)
        guard next.isVowel && !isMuteE(1) else { return emit("i", skipping: 1) }
        let isAfterCluster =
            (letter(-1) == .r || letter(-1) == .l) && index > 1 && !letter(-2).isVowel
            && letter(-2) != letter(-1) && letter(-2) != .r && letter(-2) != .l
        if isAfterCluster { emit("ij", skipping: 1) } else { emit("j", skipping: 1) }
    }

    /// "ill" after a consonant: "fille", but "ville", "mille" and "tranquille" keep their "l".
    private mutating func readILL() {
        switch letter(-1) {
        case .v where index == 1, .m where index == 1: emit("il", skipping: 3)
        case 0: emit("il", skipping: 3)
        default: emit("ij", skipping: 3)
        }
    }

    private mutating func readO() {
        switch letter(1) {
        case .e where letter(2) == .u: emit("2", skipping: 3)
        case .e where isGlideIL(2): emit("2j", skipping: 2 + glideLength(2))
        case .u where isGlideIL(2): emit("uj", skipping: 2 + glideLength(2))
        case .u where letter(2).isVowel && !isMuteE(2): emit("w", skipping: 2)
        case .u: emit("u", skipping: 2)
        case .i where isNasal(2): emit("wI", skipping: 3)
        case .i: emit("wa", skipping: 2)
        case .y where letter(2).isVowel: emit("waj", skipping: 2)
        case .y: emit("wa", skipping: 2)
        case .n where isNasal(1), .m where isNasal(1): emit("O", skipping: 2)
        case .o: emit("o", skipping: 2)
        default: emit("o", skipping: 1)
        }
    }

    private mutating func readU() {
        switch letter(1) {
        case .e where letter(2) == .i && isGlideIL(2): emit("2j", skipping: 2 + glideLength(2))
        case .m where ends(at: 2) && letter(-1) != .f: emit("om", skipping: 2)
        case .n where isNasal(1), .m where isNasal(1): emit("I", skipping: 2)
        case .i where letter(2) == .l && letter(3) == .l: emit("yij", skipping: 4)
        case .y where letter(2).isVowel: emit("yij", skipping: 2)
        default: emit("y", skipping: 1)
        }
    }

    private mutating func readY() {
        if isNasal(1) { return emit("I", skipping: 2) }
        if letter(1).isVowel && !isMuteE(1) { return emit("j", skipping: 1) }
        emit("i", skipping: 1)
    }
}
