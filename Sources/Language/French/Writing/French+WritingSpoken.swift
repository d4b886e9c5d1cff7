internal import CivilTime

/// A text that was written for the eye, said for the ear: its figures, dates, hours, sums, telephone numbers, initials and
/// addresses.
extension French {
    /// The words that say a text aloud.
    public func spoken(_ text: String) -> String {
        guard
            text.contains(where: { $0.isNumber || "@€%°/&".contains($0) }) || text.contains("www.")
                || zip(text, text.dropFirst()).contains(where: { $0.isUppercase && $1.isUppercase })
        else { return text }
        var speaker = Speaker(
            french: self, words: text.split(separator: " ", omittingEmptySubsequences: false).map(SpokenWord.init))
        return speaker.speak()
    }
}

/// A word with the marks around it.
private struct SpokenWord {
    let lead: Substring
    let core: String
    let tail: Substring

    init(_ word: Substring) {
        lead = word.prefix { "«(\"'".contains($0) }
        let rest = word.dropFirst(lead.count)
        let marks = rest.reversed().prefix { ".,;:?!»)\"".contains($0) }
        core = String(rest.dropLast(marks.count))
        tail = rest.suffix(marks.count)
    }

    /// The whole number that the word is; nil when it is anything else, has more than nine digits or a leading zero.
    var number: Int? {
        guard isFigures, core.count <= 9, core == "0" || !core.hasPrefix("0") else { return nil }
        return Int(core)
    }

    var isFigures: Bool { !core.isEmpty && core.allSatisfy { $0.isASCII && $0.isNumber } }
    var isCapitals: Bool { core.count > 1 && core.allSatisfy(\.isUppercase) }
    var isPair: Bool { isFigures && core.count == 2 }
}

private struct Speaker {
    let french: French
    let words: [SpokenWord]
    var index = 0

    init(french: French, words: [SpokenWord]) { (self.french, self.words) = (french, words) }

    mutating func speak() -> String {
        var said: [String] = []
        while index < words.count {
            let (text, count) = phone() ?? clock() ?? price() ?? (one(words[index]), 1)
            said.append(words[index].lead + text + words[index + count - 1].tail)
            index += count
        }
        return said.joined(separator: " ")
    }

    /// "01 99 00 12 34": five pairs, each without a mark before the next.
    private func phone() -> (String, Int)? {
        guard index + 5 <= words.count else { return nil }
        let five = words[index..<index + 5]
        guard five.allSatisfy(\.isPair), five.dropLast().allSatisfy({ $0.tail.isEmpty }),
            words[index].core.hasPrefix("0")
        else { return nil }
        return (french.spokenPhone(five.map(\.core).joined(separator: " ")), 5)
    }

    /// "8 h 30", "8 h", "8h30" or "8h".
    private func clock() -> (String, Int)? {
        let word = words[index]
        if let hour = word.number, word.tail.isEmpty, index + 1 < words.count, words[index + 1].core == "h" {
            let hasMinutes = words[index + 1].tail.isEmpty && index + 2 < words.count && words[index + 2].isPair
            let minute = hasMinutes ? Int(words[index + 2].core) ?? 0 : 0
            return time(hour, minute).map { ($0, hasMinutes ? 3 : 2) }
        }
        return glued(word.core[...]).map { ($0, 1) }
    }

    /// "8h30" or "8h".
    private func glued(_ text: Substring) -> String? {
        let halves = text.split(separator: "h", omittingEmptySubsequences: false)
        guard halves.count == 2, let hour = number(halves[0]), halves[1].isEmpty || halves[1].count == 2,
            let minute = halves[1].isEmpty ? 0 : number(halves[1])
        else { return nil }
        return time(hour, minute)
    }

    /// "8h30-12h".
    private func hours(_ core: String) -> String? {
        let ends = core.split(separator: "-", omittingEmptySubsequences: false).map { glued($0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1] else { return nil }
        return first + " " + french.word("number.range") + " " + last
    }

    private func time(_ hour: Int, _ minute: Int) -> String? {
        guard (0...24).contains(hour), (0...59).contains(minute) else { return nil }
        return french.clock(hour * 60 + minute, isSpoken: true)
    }

    /// "4,50 €" or "4,50 euros".
    private func price() -> (String, Int)? {
        let word = words[index]
        guard word.core.contains(","), word.tail.isEmpty, index + 1 < words.count,
            ["€", french.unit("unit.euro", 2)].contains(words[index + 1].core)
        else { return nil }
        return sum(word.core + "€").map { ($0, 2) }
    }

    private func one(_ word: SpokenWord) -> String {
        let core = word.core
        if let said = short(core) ?? initials(core) { return said }
        guard core.contains(where: \.isNumber) || core.contains(where: { "@/".contains($0) }) || core.hasPrefix("www.")
        else { return core }
        if core.contains("@") || core.contains("://") || core.hasPrefix("www.") { return french.spokenAddress(core) }
        if let number = word.number { return french.cardinal(number, isFeminine: isNextFeminine(number)) }
        if French.nationalDigits(core) != nil { return french.spokenPhone(core) }
        if word.isFigures { return french.sayPairs(core) }
        return date(core) ?? hours(core) ?? decimal(core) ?? ordinal(core) ?? sum(core) ?? range(core) ?? core
    }

    /// "26/11/2026", "26/11" or "2026-11-26".
    private func date(_ core: String) -> String? {
        let parts = core.split(separator: core.contains("/") ? "/" : "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { number($0) }
        guard numbers.count == parts.count, (2...3).contains(parts.count) else { return nil }
        if core.contains("/"), parts.count == 3 || parts[1].count == 2 {
            // A leap year, so that 29/02 is a day.
            let year = parts.count == 3 ? numbers[2] : 2000
            return Day(year, numbers[1], numbers[0]).map {
                french.write($0, style: parts.count == 3 ? "date" : "short", isSpoken: true, today: $0)
                    .replacingPrefix("le ", with: "")
            }
        }
        return Day(iso: core).map {
            french.write($0, style: "date", isSpoken: true, today: $0).replacingPrefix("le ", with: "")
        }
    }

    /// "RSA" letter by letter, "CAF" as the word that it is, "XIV" as a number.
    ///
    /// Capitals beside other capitals are a heading or a cry, not initials.
    private func initials(_ core: String) -> String? {
        let capitals = core.prefix { $0.isUppercase }
        guard capitals.count > 1 else { return capitals.isEmpty ? nil : rank(capitals, of: core) }
        if let said = roman(capitals, of: core) { return said }
        guard capitals.count == core.count, capitals.count <= 6 else { return nil }
        if french.list("initials.word").contains(core) { return core }
        let isLoud = [index - 1, index + 1].contains { words.indices.contains($0) && words[$0].isCapitals }
        let isSpelt = french.list("initials.letters").contains(core)
        guard isSpelt || !isLoud && (capitals.count <= 3 || !capitals.contains { "AEIOUY".contains($0) }) else {
            return nil
        }
        return core.map(String.init).joined(separator: " ")
    }

    /// "XIV", "XIVe".
    private func roman(_ figures: Substring, of core: String) -> String? {
        guard let value = Self.value(of: figures) else { return nil }
        return figures.count == core.count ? french.cardinal(value) : rank(figures, of: core)
    }

    /// "Ier", "Ve", "XIVe".
    private func rank(_ figures: Substring, of core: String) -> String? {
        guard let value = Self.value(of: figures), figures.count < core.count else { return nil }
        return ordinal(String(value) + core.dropFirst(figures.count))
    }

    /// What Roman figures are worth; nil for other capitals.
    private static func value(of figures: Substring) -> Int? {
        figures.allSatisfy { "IVX".contains($0) } ? NumberReader.romanValue(figures) : nil
    }

    /// "€", "kg": by the figure before it, one or more.
    private func short(_ core: String) -> String? {
        let forms = french.list("short." + core)
        guard !forms.isEmpty, core != "m" || index > 0 else { return nil }
        let isPlural = index > 0 && (words[index - 1].number.map { french.isPlural($0) } ?? true)
        return isPlural ? forms.last : forms.first
    }

    /// "4,5".
    private func decimal(_ core: String) -> String? {
        let halves = core.split(separator: ",", omittingEmptySubsequences: false)
        guard halves.count == 2, let whole = number(halves[0]), number(halves[1]) != nil else { return nil }
        let fraction = halves[1].hasPrefix("0") ? french.sayPairs(halves[1]) : french.cardinal(number(halves[1]) ?? 0)
        return [french.cardinal(whole), french.word("number.decimal"), fraction].joined(separator: " ")
    }

    private func ordinal(_ core: String) -> String? {
        for (suffix, isFeminine) in [("er", false), ("re", true), ("ère", true), ("ème", false), ("e", false)]
        where core.hasSuffix(suffix) {
            return number(core.dropLast(suffix.count)).map { french.ordinal($0, isFeminine: isFeminine) }
        }
        return nil
    }

    /// "4€" or "4,50€".
    private func sum(_ core: String) -> String? {
        guard core.hasSuffix("€") else { return nil }
        let halves = core.dropLast().split(separator: ",")
        guard let euros = halves.first.flatMap({ number($0) }), halves.count <= 2 else { return nil }
        let cents = halves.count == 2 && halves[1].count == 2 ? number(halves[1]) ?? 0 : 0
        return french.money(euros * 100 + cents, isSpoken: true)
    }

    /// "2026-2028".
    private func range(_ core: String) -> String? {
        let ends = core.split(separator: "-", omittingEmptySubsequences: false).map { number($0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1] else { return nil }
        return french.cardinal(first) + " " + french.word("number.range") + " " + french.cardinal(last)
    }

    private func number(_ text: Substring) -> Int? {
        text.count <= 9 && text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
    }

    /// Whether the word after a number that ends in one is feminine: "une photo", "vingt et une pages".
    private func isNextFeminine(_ number: Int) -> Bool {
        guard number % 10 == 1, number % 100 != 11, index + 1 < words.count else { return false }
        return french.isFeminine(word: words[index + 1].core) && !isHouse
    }

    /// Whether the number is that of a house: before a kind of way that has a name, "1 place de la Mairie".
    private var isHouse: Bool {
        guard french.words["small"]?["way"]?.contains(words[index + 1].core) ?? false else { return false }
        return words.dropFirst(index + 2).prefix(3).contains { $0.core.first?.isUppercase ?? false }
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
