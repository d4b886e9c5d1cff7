/// What English words sound like, roughly: a spelling in which what is heard alike is written alike.
///
/// Vowels that are heard are kept, so that short words do not fall together; letters that are not heard, doubled letters
/// and the many spellings of one sound go. It is coarser than a dictionary of pronunciations, and needs none.
enum EnglishSound {
    /// The key of a word, in ASCII; the folded word itself where it has no letters.
    @Sendable static func key(of word: String) -> String {
        var rest = Folding.fold(word).filter { ("a"..."z").contains($0) }[...]
        guard !rest.isEmpty else { return Folding.fold(word) }
        for (written, heard) in starts where rest.hasPrefix(written) {
            rest = (heard + rest.dropFirst(written.count))[...]
            break
        }
        for (written, heard) in endings where rest.count > written.count + 1 && rest.hasSuffix(written) {
            rest = (rest.dropLast(written.count) + heard)[...]
            break
        }
        var key = ""
        while let first = rest.first {
            let found = spellings.first { rest.hasPrefix($0.written) }
            let heard = found?.heard ?? softened(first, before: rest.dropFirst().first)
            rest = rest.dropFirst(found?.written.count ?? 1)
            for letter in heard where key.last != letter { key.append(letter) }
        }
        return key
    }

    /// "c" and "g" before a vowel that softens them.
    private static func softened(_ letter: Character, before next: Character?) -> String {
        let isSoft = next.map { "eiy".contains($0) } ?? false
        switch letter {
        case "c": return isSoft ? "s" : "k"
        case "g": return "g"
        case "q": return "k"
        case "x": return "ks"
        case "y": return "i"
        case "z": return "s"
        default: return String(letter)
        }
    }

    /// Silent letters at the start of a word.
    private static let starts = [("kn", "n"), ("gn", "n"), ("pn", "n"), ("ps", "s"), ("wr", "r"), ("wh", "w")]
    /// Silent letters at its end.
    private static let endings = [("mb", "m"), ("ue", "u"), ("e", "")]
    /// Several letters for one sound, the longest first.
    private static let spellings: [(written: String, heard: String)] = [
        ("tion", "shun"), ("sion", "shun"), ("cian", "shun"), ("ough", "o"), ("augh", "o"), ("eigh", "a"),
        ("igh", "i"), ("tch", "ch"), ("sch", "sk"), ("dge", "j"), ("ch", "ch"), ("sh", "sh"), ("th", "th"),
        ("ph", "f"), ("gh", ""), ("ck", "k"), ("sc", "s"), ("qu", "kw"), ("ee", "i"), ("ea", "i"), ("ie", "i"),
        ("ei", "i"), ("ey", "i"), ("ai", "a"), ("ay", "a"), ("oo", "u"), ("ou", "u"), ("ew", "u"), ("ow", "o"),
        ("oa", "o"), ("au", "o"), ("aw", "o"),
    ]
}
