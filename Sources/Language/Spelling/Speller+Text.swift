extension Speller {
    /// The longest stretch that is respelt at once, in UTF-8 bytes: less than a reader of tokens reads.
    private static let stretch = 1_500
    /// From here on a stretch ends with its sentence.
    private static let enough = 800

    /// A text respelt as one would print it, with its accents and apostrophes.
    ///
    /// Capitals, punctuation, spaces, addresses, numbers and emoji are kept. Where two right words sound alike, one is
    /// put for the other only when the words beside it leave no doubt.
    public func corrected(_ text: String) -> String {
        var result = ""
        var free = text[text.startIndex..<text.startIndex]
        var length = 0
        var index = text.startIndex
        while index < text.endIndex {
            let isSpace = text[index].isWhitespace
            var end = index
            var width = 0
            while end < text.endIndex, text[end].isWhitespace == isSpace, width < 400 {
                width += text[end].utf8.count
                end = text.index(after: end)
            }
            let isAddress = !isSpace && (width >= 400 || Self.isAddress(text[index..<end]))
            let isEnd = length > Self.enough && isSpace && (free.last.map { ".?!…".contains($0) } ?? false)
            if isAddress || isEnd || length + width > Self.stretch {
                result += TextRespelling.respelt(free, speller: self)
                (free, length) = (text[index..<index], 0)
            }
            if isAddress {
                result += text[index..<end]
                free = text[end..<end]
            } else {
                free = text[free.startIndex..<end]
                length += width
            }
            index = end
        }
        return result + TextRespelling.respelt(free, speller: self)
    }

    /// Whether what stands between spaces is an address, a tag or a file's name: nothing to correct.
    private static func isAddress(_ word: Substring) -> Bool {
        if word.contains("@") || word.contains("#") || word.contains("_") || word.contains("\\") { return true }
        if word.contains("://") || word.hasPrefix("www.") { return true }
        // A point between letters: "valclair.fr".
        let bytes = Array(word.utf8)
        return bytes.indices.dropFirst().dropLast().contains { index in
            bytes[index] == 0x2E && isLetter(bytes[index - 1]) && isLetter(bytes[index + 1])
                && bytes[index + 1] & 0x20 != 0
        } && !word.contains("..")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// The form with accents that a word has, and what it can be; a word that is right is its own.
    func rightForm(_ word: String, folded: String) -> (form: String, classes: WordClasses) {
        if favoured.word(folded)?.form == word, lexicon == nil { return (word, .name) }
        let known = lexicon?.reading { view -> (form: String, classes: WordClasses)? in
            guard let first = view.first(folded: folded.utf8) else { return nil }
            var best: (entry: Int, score: Int)?
            let typed = SpelledLetters(word)
            var meant = SpelledLetters()
            var entry: Int? = first
            while let current = entry {
                meant.read(view.form(current))
                let wrong = zip(typed.accents, meant.accents).count { $0 != 0 && $0 != $1 }
                let score = view.frequency(current) - 100 * wrong
                if view.form(current).elementsEqual(word.utf8) {
                    return (word, view.classes(current))
                }
                if best.map({ score > $0.score }) ?? true { best = (current, score) }
                entry = view.next(current)
            }
            return best.map { (String(decoding: view.form($0.entry), as: UTF8.self), view.classes($0.entry)) }
        }
        if let known { return known }
        return (
            favoured.word(folded)?.form ?? word, folded.utf8.allSatisfy { (0x30...0x39).contains($0) } ? .number : []
        )
    }
}
