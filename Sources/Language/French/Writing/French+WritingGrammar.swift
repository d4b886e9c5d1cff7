/// Articles, elision and agreement.
extension French {
    /// What agrees with a noun: what it says itself, or else its article, or else its first word.
    public func agreement(of noun: Noun) -> Agreement {
        let (article, rest) = Self.article(of: noun.text)
        let plural = noun.isPlural ?? Self.pluralArticles.contains(article)
        if let gender = noun.gender { return Agreement(isFeminine: gender == .feminine, isPlural: plural) }
        let isFeminine =
            Self.feminineArticles.contains(article)
            || (!Self.masculineArticles.contains(article) && !article.isEmpty && isFeminine(word: rest))
        return Agreement(isFeminine: isFeminine, isPlural: plural)
    }

    /// Whether the first word of a text is a feminine noun, as far as the lists and the usual endings tell.
    func isFeminine(word text: some StringProtocol) -> Bool {
        let word = Self.firstWord(of: text)
        let forms = [word, String(word.dropLast(word.hasSuffix("s") ? 1 : 0))]
        if forms.contains(where: list("masculine-nouns").contains) { return false }
        return forms.contains { form in
            list("feminine-nouns").contains(form) || list("feminine-endings").contains { form.hasSuffix($0) }
        }
    }

    /// A preposition before a name: contracted with the article or elided before a vowel.
    ///
    /// "de" before a partitive article takes its place: "pas d'arachides" for "des arachides".
    func combine(_ preposition: String, _ text: String) -> String {
        let (article, rest) = Self.article(of: text)
        switch (preposition, article) {
        case ("jusqu'à", _): return "jusqu'" + combine("à", text)
        case ("de", "le"): return "du " + rest
        case ("de", "les"): return "des " + rest
        case ("de", "du"), ("de", "des"), ("de", "de la"), ("de", "de l'"): return elide("de", String(rest))
        case ("à", "le"): return "au " + rest
        case ("à", "les"): return "aux " + rest
        case ("à", _): return "à " + text
        case ("si", _):
            let isPronoun = ["il", "ils"].contains(Self.firstWord(of: text))
            return isPronoun ? "s'" + text : "si " + text
        default: return elide(preposition, text)
        }
    }

    private func elide(_ word: String, _ text: String) -> String {
        startsWithVowelSound(text) ? word.dropLast() + "'" + text : word + " " + text
    }

    /// Whether a text starts with a vowel or a silent h, so that the word before it loses its own vowel.
    func startsWithVowelSound(_ text: String) -> Bool {
        let word = Self.firstWord(of: text)
        guard let first = word.first, !list("no-elision").contains(word) else { return false }
        switch first {
        case "h": return !isAspirated(word)
        case "y": return word.dropFirst().first.map { !Self.vowels.contains($0) } ?? true
        default: return Self.vowels.contains(first)
        }
    }

    private func isAspirated(_ word: String) -> Bool {
        let stems = [word] + ["s", "e", "es"].filter(word.hasSuffix).map { String(word.dropLast($0.count)) }
        return stems.contains(where: list("h-aspire").contains)
    }

    /// The article that a text starts with, in lower case, and what follows it; an empty article when there is none.
    static func article(of text: String) -> (article: String, rest: Substring) {
        let start = text.prefix(6).lowercased().map { $0 == "’" ? "'" : $0 }
        for article in articles {
            let opening = article.hasSuffix("'") ? article : article + " "
            if start.starts(with: opening), text.count > opening.count {
                return (article, text.dropFirst(opening.count))
            }
        }
        return ("", text[...])
    }

    /// The first word in lower case, without the quotation mark before it.
    static func firstWord(of text: some StringProtocol) -> String {
        let start = text.drop { !$0.isLetter && !$0.isNumber }
        return start.prefix { $0.isLetter || $0.isNumber }.lowercased()
    }

    private static let vowels: Set<Character> = Set("aàâäeéèêëiîïoôöuùûüœæ")
    private static let articles = [
        "de la", "de l'", "le", "la", "les", "l'", "un", "une", "du", "des", "au", "aux", "cette", "cet", "ce", "ces",
        "votre", "vos", "notre", "nos",
    ]
    private static let pluralArticles: Set<String> = ["les", "des", "aux", "ces", "vos", "nos"]
    private static let feminineArticles: Set<String> = ["la", "une", "de la", "cette"]
    private static let masculineArticles: Set<String> = ["le", "un", "du", "au", "ce", "cet"]
}
