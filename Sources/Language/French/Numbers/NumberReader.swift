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
        return named(at: index) ?? roman(at: index)
    }

    // MARK: Figures

    private func figures(at index: Int) -> Found? {
        let folded = tokens[index].folded
        let digits = folded.prefix { $0.isASCII && $0.isNumber }
        guard digits.utf8.count <= 9, let value = Int(digits) else { return nil }
        let letters = folded.dropFirst(digits.count)
        if letters.isEmpty { return grouped(value, digits.utf8.count, at: index) }
        if words.isRankEnding(letters) { return (value, true, index + 1) }
        // "3enfants" counts; "8h" and "12b" do not.
        guard letters.count > 1, !letters.contains(where: \.isNumber) else { return nil }
        return (value, false, index + 1)
    }

    /// Figures in groups of three: "12 500".
    private func grouped(_ value: Int, _ length: Int, at index: Int) -> Found {
        var (total, end) = (value, index + 1)
        guard length <= 3, value > 0, tokens[index].folded.first != "0" else { return (total, false, end) }
        while end < tokens.count, tokens[end - 1].link == .space, tokens[end].folded.utf8.count == 3,
            total < 1_000_000, let group = Int(tokens[end].folded)
        {
            (total, end) = (total * 1000 + group, end + 1)
        }
        return (total, false, end)
    }

    // MARK: Words

    /// A number in words: millions, then thousands, then the rest; or a group: "deux douzaines".
    private func named(at index: Int) -> Found? {
        var (total, end, isOrdinal, isAnything) = (0, index, false, false)
        var ceiling = 10_000_000_000
        while !isOrdinal {
            var (part, next) = (1, end)
            var partIsOrdinal = false
            if let hundreds = belowThousand(at: end) {
                (part, partIsOrdinal, next) = hundreds
                if partIsOrdinal || next == end { return (total + part, partIsOrdinal, next) }
            }
            if let scale = meaning(at: next), scale.value >= 1000, scale.kind != .group, scale.value < ceiling {
                guard next > end || scale.value == 1000 else { break }
                total += part * scale.value
                (ceiling, end, isAnything) = (scale.value, next + 1, true)
                isOrdinal = scale.kind == .rank
            } else {
                if next > end { (total, end, isAnything) = (total + part, next, true) }
                break
            }
        }
        if !isOrdinal, let group = meaning(at: end), group.kind == .group, total <= 1000 {
            return (max(total, 1) * group.value, false, end + 1)
        }
        return isAnything ? (total, isOrdinal, end) : nil
    }

    private func belowThousand(at index: Int) -> Found? {
        let first = belowHundred(at: index)
        let next = first?.end ?? index
        let isPlain = first.map { !$0.isOrdinal && (2...19).contains($0.value) } ?? true
        guard isPlain, let hundred = meaning(at: next), hundred.value == 100, hundred.kind != .group else {
            return first
        }
        let hundreds = (first?.value ?? 1) * 100
        if hundred.kind == .rank { return (hundreds, true, next + 1) }
        guard let rest = belowHundred(at: next + 1) else { return (hundreds, false, next + 1) }
        return (hundreds + rest.value, rest.isOrdinal, rest.end)
    }

    private func belowHundred(at index: Int) -> Found? {
        guard let first = meaning(at: index), first.kind != .group, first.value < 100 else { return nil }
        if first.kind == .rank { return (first.value, true, index + 1) }
        if first.value == 4, let twenty = meaning(at: index + 1), twenty.value == 20, twenty.kind != .group {
            if twenty.kind == .rank { return (80, true, index + 2) }
            return adding(1...19, to: 80, at: index + 2) ?? (80, false, index + 2)
        }
        if first.value == 10 { return adding(7...9, to: 10, at: index + 1) ?? (10, false, index + 1) }
        guard first.value >= 20 else { return (first.value, false, index + 1) }
        let range = first.value == 60 ? 1...19 : 1...9
        return adding(range, to: first.value, at: index + 1) ?? (first.value, false, index + 1)
    }

    /// What follows tens, with or without "et": "et un", "deux", "dix-sept".
    private func adding(_ range: ClosedRange<Int>, to tens: Int, at index: Int) -> Found? {
        let hasAnd = tokens.indices.contains(index) && words.isAnd(tokens[index])
        let start = hasAnd ? index + 1 : index
        guard let unit = meaning(at: start), unit.kind != .group, range.contains(unit.value) else { return nil }
        // "vingt et deux" are two numbers; "vingt et un" and "soixante et onze" are one.
        guard !hasAnd || unit.value == 1 || unit.value == 11 else { return nil }
        if unit.kind == .rank { return (tens + unit.value, true, start + 1) }
        if unit.value == 10, let more = meaning(at: start + 1), more.kind != .group, (7...9).contains(more.value),
            range.upperBound == 19
        {
            return (tens + 10 + more.value, more.kind == .rank, start + 2)
        }
        return (tens + unit.value, false, start + 1)
    }

    private func meaning(at index: Int) -> NumberWords.Meaning? {
        guard tokens.indices.contains(index) else { return nil }
        // A comma or the end of a sentence ends a number.
        if index > 0, [.comma, .stop, .cut].contains(tokens[index - 1].link), isContinued(at: index) { return nil }
        return words.meaning(of: tokens[index])
    }

    /// Whether the token before may be the start of the same number.
    private func isContinued(at index: Int) -> Bool { words.meaning(of: tokens[index - 1]) != nil }

    // MARK: Roman figures

    /// Roman figures in capitals: "XIVe", "Louis XIV"; a single letter only with its ending, "Ve".
    private func roman(at index: Int) -> Found? {
        let text = tokens[index].text
        let capitals = text.prefix { "IVX".contains($0) }
        guard !capitals.isEmpty, let value = Self.romanValue(capitals) else { return nil }
        let ending = text.dropFirst(capitals.count)
        if ending.isEmpty { return capitals.utf8.count > 1 ? (value, false, index + 1) : nil }
        return words.isRankEnding(Folding.fold(String(ending))) ? (value, true, index + 1) : nil
    }

    private static func romanValue(_ figures: Substring) -> Int? {
        guard figures.utf8.count <= 8 else { return nil }
        let values = figures.map { $0 == "X" ? 10 : $0 == "V" ? 5 : 1 }
        var total = 0
        for (position, value) in values.enumerated() {
            let next = position + 1 < values.count ? values[position + 1] : 0
            total += value < next ? -value : value
        }
        return total > 0 ? total : nil
    }
}
