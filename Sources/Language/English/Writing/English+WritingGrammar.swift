/// Articles, possessives, and what agrees with a noun.
extension English {
    /// Singular or plural: what the noun says itself, or else its article, or else its head.
    public func agreement(of noun: Noun) -> Agreement {
        Agreement(isFeminine: noun.gender == .feminine, isPlural: noun.isPlural ?? isPlural(noun: noun.text))
    }

    /// Whether words that agree with a count are plural: every count but one.
    public func isPlural(_ count: Int) -> Bool { count.magnitude != 1 }

    /// Whether a noun is plural: "the bottles of milk" is by its head, "the glass" and "the bus" are not.
    func isPlural(noun text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
        if let first = words.first, list("singular-articles").contains(first) { return false }
        let end = words.dropFirst().firstIndex { list("after-head").contains($0) } ?? words.endIndex
        guard let head = words[..<end].last else { return false }
        if list("plural-nouns").contains(head) { return true }
        if list("singular-nouns").contains(head) { return false }
        return head.hasSuffix("s") && !["ss", "us", "is"].contains { head.hasSuffix($0) }
    }

    /// A word before a name: "an hour", "on Monday", but "tomorrow" and "from Monday to Friday" without "on".
    func combine(_ preposition: String, _ text: String) -> String {
        switch preposition {
        case "a":
            let bare = withoutArticle(text)
            return (startsWithVowelSound(bare) ? "an " : "a ") + bare
        case "on":
            let first = text.prefix { $0.isLetter }.lowercased()
            return list("no-on").contains(first) ? text : preposition + " " + text
        default: return preposition + " " + text
        }
    }

    /// The styles of a noun: the possessive, and the noun without its article.
    func styled(_ text: String, _ style: String?) -> String {
        switch style {
        case "possessive": text + (text.hasSuffix("s") ? "'" : "'s")
        case "bare": withoutArticle(text)
        default: text
        }
    }

    private func withoutArticle(_ text: String) -> String {
        for article in ["the ", "a ", "an "] where text.lowercased().hasPrefix(article) && text.count > article.count {
            return String(text.dropFirst(article.count))
        }
        return text
    }

    /// Whether a text starts with a vowel that is heard: "an hour", "a university", "an 11 o'clock bus", "an ID card".
    private func startsWithVowelSound(_ text: String) -> Bool {
        let word = text.prefix { $0.isLetter || $0.isNumber }
        if word.first?.isNumber == true {
            return word.hasPrefix("8") || word == "11" || word == "18"
        }
        let isSigle = word.count > 1 && word.allSatisfy(\.isUppercase)
        if isSigle { return word.first.map { "AEFHILMNORSX".contains($0) } ?? false }
        let lower = word.lowercased()
        if list("silent-h").contains(where: lower.hasPrefix) { return true }
        if list("consonant-u").contains(where: lower.hasPrefix) { return false }
        return lower.first.map { "aeiouéèêàâîôœ".contains($0) } ?? false
    }
}
