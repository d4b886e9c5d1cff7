/// A text that was written for the eye, said for the ear: its figures, hours, sums, telephone numbers and addresses.
///
/// Names of French streets and places stay as they are; their figures are said in English.
extension English {
    /// The words that say a text aloud.
    public func spoken(_ text: String) -> String {
        guard text.contains(where: { $0.isNumber || "@€%°/&".contains($0) }) || text.contains("www.") else {
            return text
        }
        var speaker = EnglishSpeaker(english: self, text: text)
        return speaker.speak()
    }
}

private struct EnglishSpeaker {
    /// A word with the marks around it.
    private struct Word {
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

        var isFigures: Bool { !core.isEmpty && core.allSatisfy { $0.isASCII && $0.isNumber } }
        /// The whole number that the word is, without a leading zero and of at most nine figures.
        var number: Int? { isFigures && core.count <= 9 && (core == "0" || !core.hasPrefix("0")) ? Int(core) : nil }
    }

    let english: English
    private let words: [Word]
    private var index = 0

    init(english: English, text: String) {
        self.english = english
        words = text.split(separator: " ", omittingEmptySubsequences: false).map(Word.init)
    }

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
        guard five.allSatisfy({ $0.isFigures && $0.core.count == 2 }), five.dropLast().allSatisfy({ $0.tail.isEmpty }),
            words[index].core.hasPrefix("0")
        else { return nil }
        return (english.spokenPhone(five.map(\.core).joined(separator: " ")), 5)
    }

    /// "8:30 am", "5 pm".
    private func clock() -> (String, Int)? {
        guard index + 1 < words.count, words[index].tail.isEmpty else { return nil }
        let half = words[index + 1].core
        guard half == english.word("am") || half == english.word("pm"), !half.isEmpty else { return nil }
        let parts = words[index].core.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(parts.count), let hour = parts[0], (1...12).contains(hour),
            let minute = parts.count == 2 ? parts[1] : 0, (0...59).contains(minute)
        else { return nil }
        return (english.clock(hour % 12 * 60 + minute + (half == english.word("pm") ? 720 : 0), isSpoken: true), 2)
    }

    /// "4.50 euros", "4 euros 50", which a count alone would say well but for its cents.
    private func price() -> (String, Int)? {
        guard index + 1 < words.count, words[index].tail.isEmpty, words[index].core.contains("."),
            english.list("unit.euro").contains(words[index + 1].core)
        else { return nil }
        return sum(words[index].core + "€").map { ($0, 2) }
    }

    private func one(_ word: Word) -> String {
        let core = word.core
        if let said = short(core) { return said }
        guard core.contains(where: \.isNumber) || core.contains(where: { "@/".contains($0) }) || core.hasPrefix("www.")
        else { return core }
        if core.contains("@") || core.contains("://") || core.hasPrefix("www.") { return english.spokenAddress(core) }
        if let number = word.number { return english.cardinal(number) }
        if French.nationalDigits(core) != nil { return english.spokenPhone(core) }
        if word.isFigures { return english.sayPairs(core) }
        return digital(core) ?? decimal(core) ?? ordinal(core) ?? sum(core) ?? range(core) ?? core
    }

    /// "€", "kg": by the figure before it, one or more.
    private func short(_ core: String) -> String? {
        let forms = english.list("short." + core)
        guard !forms.isEmpty, core != "m" || index > 0 else { return nil }
        return index > 0 && words[index - 1].number == 1 ? forms.first : forms.last
    }

    /// "14:30".
    private func digital(_ core: String) -> String? {
        let parts = core.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour),
            (0...59).contains(minute)
        else { return nil }
        return english.clock(hour * 60 + minute, isSpoken: true)
    }

    /// "4.5".
    private func decimal(_ core: String) -> String? {
        let halves = core.split(whereSeparator: { $0 == "." || $0 == "," })
        guard halves.count == 2, let whole = number(halves[0]), number(halves[1]) != nil else { return nil }
        // "12,500" groups thousands.
        if core.contains(","), halves[1].count == 3 {
            return number(halves[0] + halves[1]).map { english.cardinal($0) }
        }
        let digits = halves[1].compactMap { Int(String($0)) }.map { english.cardinal($0) }
        return ([english.cardinal(whole), english.word("number.decimal")] + digits).joined(separator: " ")
    }

    private func ordinal(_ core: String) -> String? {
        for suffix in ["st", "nd", "rd", "th"] where core.hasSuffix(suffix) {
            return number(core.dropLast(2)).map { english.ordinal($0) }
        }
        return nil
    }

    /// "€4", "4€" or "€4.50".
    private func sum(_ core: String) -> String? {
        guard core.hasPrefix("€") || core.hasSuffix("€") else { return nil }
        let halves = core.filter { $0 != "€" }.split { ".,".contains($0) }
        guard let euros = halves.first.flatMap({ number($0) }), halves.count <= 2 else { return nil }
        let cents = halves.count == 2 && halves[1].count == 2 ? number(halves[1]) ?? 0 : 0
        return english.money(euros * 100 + cents, isSpoken: true)
    }

    /// "2026-2028".
    private func range(_ core: String) -> String? {
        let ends = core.split(separator: "-", omittingEmptySubsequences: false).map { number($0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1] else { return nil }
        return english.cardinal(first) + " " + english.word("to") + " " + english.cardinal(last)
    }

    private func number(_ text: some StringProtocol) -> Int? {
        text.count <= 9 && text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
    }
}
