/// Reads the numbers of a text, from left to right.
struct NumberReader {
    /// A number, and the token after it.
    typealias Found = (value: Int, isOrdinal: Bool, end: Int)

    let tokens: [Token]
    let words: NumberWords

    /// The number that starts at a token, or nil.
    func number(at index: Int) -> Found? {
        guard tokens.indices.contains(index), let first = tokens[index].folded.utf8.first else { return nil }
        if (0x30...0x39).contains(first) { return figures(at: index) }
        return named(from: index) ?? roman(at: index)
    }

    // MARK: Figures

    private func figures(at index: Int) -> Found? {
        let folded = tokens[index].folded
        let digits = folded.prefix { $0.isASCII && $0.isNumber }
        guard digits.utf8.count <= 9, let value = Int(digits) else { return nil }
        let letters = folded.dropFirst(digits.count)
        if letters.isEmpty { return grouped(value, digits.utf8.count, at: index) }
        if words.isRankEnding(letters) { return (value, true, index + 1) }
        if let found = fourTwenties(value, letters, at: index) { return found }
        // "3enfants" counts; "8h" and "12b" do not.
        guard letters.count > 1, !letters.contains(where: \.isNumber) else { return nil }
        return (value, false, index + 1)
    }

    /// Figures in groups of three: "12 500", "12.500"; or the four of "4 vingt".
    private func grouped(_ value: Int, _ length: Int, at index: Int) -> Found {
        var (total, end) = (value, index + 1)
        if let found = fourTwenties(value, "", at: index) { return found }
        while total < 1_000_000, isGroup(at: end, after: index) {
            (total, end) = (total * 1000 + (Int(tokens[end].folded) ?? 0), end + 1)
        }
        return (total, false, end)
    }

    /// Whether a token is a group of three figures that goes on with those before it, all parted by the same sign.
    func isGroup(at end: Int, after index: Int) -> Bool {
        guard end > index, end < tokens.count, isFigures(end), tokens[end].folded.utf8.count == 3 else { return false }
        let first = tokens[index].folded
        guard first.utf8.count <= 3, first.first != "0", isFigures(index) else { return false }
        let isTight = tokens[end].start == tokens[end - 1].end + 1
        return tokens[end - 1].link == tokens[index].link
            && (tokens[index].link == .space || (tokens[index].link == .stop && isTight))
    }

    /// Whether a token is made of figures alone.
    func isFigures(_ index: Int) -> Bool { tokens[index].folded.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    /// Eighty and more, begun with a figure: "4 vingt", "4vingt onze", "4vindi".
    private func fourTwenties(_ value: Int, _ letters: Substring, at index: Int) -> Found? {
        guard value == 4, words.hasFourTwenties else { return nil }
        if letters.isEmpty {
            guard let twenty = meaning(at: index + 1, in: index, byEar: true), twenty.value == 20,
                twenty.kind == .cardinal
            else {
                return nil
            }
            return adding(1...19, to: 80, at: index + 2, in: index) ?? (80, false, index + 2)
        }
        guard let more = words.twenty(letters) else { return nil }
        return more > 0
            ? (80 + more, false, index + 1) : adding(1...19, to: 80, at: index + 1, in: index) ?? (80, false, index + 1)
    }

    // MARK: Words

    /// A number in words: millions, then thousands, then the rest; or a group: "deux douzaines".
    private func named(from start: Int) -> Found? {
        var (total, end, isOrdinal, isAnything) = (0, start, false, false)
        var ceiling = 10_000_000_000
        while !isOrdinal {
            var (part, next) = (1, end)
            var partIsOrdinal = false
            if let hundreds = belowThousand(at: end, in: start) {
                (part, partIsOrdinal, next) = hundreds
                if partIsOrdinal || next == end { return (total + part, partIsOrdinal, next) }
            }
            if let scale = meaning(at: next, in: start), scale.value >= 1000, scale.kind != .group,
                scale.value < ceiling
            {
                guard next > end || scale.value == 1000 else { break }
                total += part * scale.value
                (ceiling, end, isAnything) = (scale.value, next + 1, true)
                isOrdinal = scale.kind == .rank
            } else {
                if next > end { (total, end, isAnything) = (total + part, next, true) }
                break
            }
        }
        if !isOrdinal, let group = meaning(at: end, in: start), group.kind == .group, total <= 1000 {
            return (max(total, 1) * group.value, false, end + 1)
        }
        return isAnything ? (total, isOrdinal, end) : nil
    }

    private func belowThousand(at index: Int, in start: Int) -> Found? {
        let first = belowHundred(at: index, in: start)
        let next = first?.end ?? index
        // "Un cent" is not said, "one hundred" is.
        let isPlain = first.map { !$0.isOrdinal && $0.value < 20 && $0.value > (words.hasFourTwenties ? 1 : 0) } ?? true
        guard isPlain, let hundred = meaning(at: next, in: start), hundred.value == 100, hundred.kind != .group else {
            return first
        }
        let hundreds = (first?.value ?? 1) * 100
        if hundred.kind == .rank { return (hundreds, true, next + 1) }
        // "two hundred and five"
        let isJoined = next + 1 < tokens.count && words.role(.hundredAnd, tokens[next + 1])
        guard let rest = belowHundred(at: isJoined ? next + 2 : next + 1, in: start) else {
            return (hundreds, false, next + 1)
        }
        return (hundreds + rest.value, rest.isOrdinal, rest.end)
    }

    private func belowHundred(at index: Int, in start: Int) -> Found? {
        guard let first = meaning(at: index, in: start) ?? twentyByEar(at: index, in: start), first.kind != .group,
            first.value < 100
        else {
            return nil
        }
        if first.kind == .rank { return (first.value, true, index + 1) }
        if first.value == 4, words.hasFourTwenties, let twenty = meaning(at: index + 1, in: start, byEar: true),
            twenty.value == 20,
            twenty.kind != .group
        {
            if twenty.kind == .rank { return (80, true, index + 2) }
            return adding(1...19, to: 80, at: index + 2, in: start) ?? (80, false, index + 2)
        }
        if first.value == 10 { return adding(7...9, to: 10, at: index + 1, in: start) ?? (10, false, index + 1) }
        guard first.value >= 20, first.value % 10 == 0 else { return (first.value, false, index + 1) }
        let range = first.value == 60 ? 1...19 : 1...9
        return adding(range, to: first.value, at: index + 1, in: start) ?? (first.value, false, index + 1)
    }

    /// What follows tens, with or without "et": "et un", "deux", "dix-sept".
    private func adding(_ range: ClosedRange<Int>, to tens: Int, at index: Int, in start: Int) -> Found? {
        let hasAnd = tokens.indices.contains(index) && words.isAnd(tokens[index])
        let place = hasAnd ? index + 1 : index
        guard let unit = meaning(at: place, in: start, byEar: true), unit.kind != .group, range.contains(unit.value),
            !startsEighty(at: place, in: start)
        else { return nil }
        // "vingt et deux" are two numbers; "vingt et un" and "soixante et onze" are one.
        guard !hasAnd || unit.value == 1 || unit.value == 11 else { return nil }
        if unit.kind == .rank { return (tens + unit.value, true, place + 1) }
        if unit.value == 10, let more = meaning(at: place + 1, in: start, byEar: true), more.kind != .group,
            (7...9).contains(more.value),
            range.upperBound == 19
        {
            return (tens + 10 + more.value, more.kind == .rank, place + 2)
        }
        return (tens + unit.value, false, place + 1)
    }

    /// "quarante quatre-vingt-deux", as in a telephone number, is forty and eighty-two: the hyphens tell.
    private func startsEighty(at index: Int, in start: Int) -> Bool {
        guard tokens[index].link == .hyphen, tokens[index - 1].link != .hyphen,
            words.meaning(of: tokens[index])?.value == 4
        else { return false }
        return meaning(at: index + 1, in: start)?.value == 20
    }

    /// "vin cinq": a word that sounds like twenty is twenty before a unit, but not after an article.
    private func twentyByEar(at index: Int, in start: Int) -> NumberWords.Meaning? {
        guard tokens.indices.contains(index), let twenty = words.earMeaning(of: tokens[index]), twenty.value == 20,
            index == 0 || !words.role(.nounLead, tokens[index - 1]),
            let unit = meaning(at: index + 1, in: start, byEar: true)
        else { return nil }
        return unit.kind == .cardinal && (2...9).contains(unit.value) ? twenty : nil
    }

    /// What a token stands for in a number that began at `start`; words that only sound like numbers count within it.
    private func meaning(at index: Int, in start: Int, byEar: Bool = false) -> NumberWords.Meaning? {
        guard tokens.indices.contains(index) else { return nil }
        // A comma or the end of a sentence ends a number.
        if index > start, [.comma, .stop, .cut].contains(tokens[index - 1].link) { return nil }
        return words.meaning(of: tokens[index]) ?? (byEar ? words.earMeaning(of: tokens[index]) : nil)
    }
}
