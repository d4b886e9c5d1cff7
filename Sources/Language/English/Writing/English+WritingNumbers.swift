/// Numbers in words: "twenty-one", "two hundred and five", "twenty-first".
extension English {
    /// A whole number in words; figures from a thousand billions on.
    func cardinal(_ number: Int) -> String {
        guard number > -1_000_000_000_000, number < 1_000_000_000_000, words["numbers"]?["cardinal.0"] != nil else {
            return String(number)
        }
        if number < 0 { return word("number.minus") + " " + cardinal(-number) }
        if number == 0 { return units(0) }
        var groups: [String] = []
        for size in [1_000_000_000, 1_000_000, 1000] {
            let count = number / size % 1000
            if count > 0 { groups.append(belowThousand(count) + " " + units(size)) }
        }
        let rest = number % 1000
        if rest > 0 {
            let isJoined = rest < 100 && !groups.isEmpty
            groups.append((isJoined ? word("joint") + " " : "") + belowThousand(rest))
        }
        return groups.joined(separator: " ")
    }

    /// An ordinal in words: "first", "twenty-first", "thirtieth".
    func ordinal(_ number: Int) -> String {
        let text = cardinal(number)
        let start = text.lastIndex { $0 == " " || $0 == "-" }.map(text.index(after:)) ?? text.startIndex
        let last = String(text[start...])
        let lists = words["numbers"] ?? [:]
        let value = lists.first { $0.key.hasPrefix("cardinal.") && $0.value.first == last }?.key.dropFirst(9)
        guard let value, let rank = lists["rank." + value]?.first else { return Self.ordinalFigures(number) }
        return text[..<start] + rank
    }

    /// An ordinal in figures: "1st", "22nd", "113th".
    static func ordinalFigures(_ number: Int) -> String {
        let tens = number.magnitude % 100
        let suffix = (11...13).contains(tens) ? "th" : ["th", "st", "nd", "rd"].dropFirst(Int(tens % 10)).first ?? "th"
        return String(number) + suffix
    }

    /// Figures as a telephone number is said: two at a time, with their leading zero.
    func pair(_ digits: some StringProtocol) -> String {
        let zeros = digits.prefix { $0 == "0" }
        let rest = digits.dropFirst(zeros.count)
        return (zeros.map { _ in units(0) } + (rest.isEmpty ? [] : [cardinal(Int(rest) ?? 0)])).joined(separator: " ")
    }

    /// Long figures, two at a time.
    func sayPairs(_ digits: some StringProtocol) -> String { pairs(digits).joined(separator: " ") }

    /// A telephone number in words, a pair at a time; a short number of three figures as a number.
    func spokenPhone(_ text: String) -> String {
        if let national = French.nationalDigits(text) { return pairs(national).joined(separator: ", ") }
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty else { return text }
        if digits.count == 3 { return digits.map { units(Int(String($0)) ?? 0) }.joined(separator: " ") }
        return sayPairs(digits)
    }

    private func pairs(_ digits: some StringProtocol) -> [String] {
        let characters = Array(digits)
        return stride(from: 0, to: characters.count, by: 2).map { start in
            pair(String(characters[start..<min(start + 2, characters.count)]))
        }
    }

    /// An address of the web or of a mailbox, in words: "valclair dot example slash contact".
    func spokenAddress(_ text: String) -> String {
        var rest = text[...]
        for scheme in ["https://", "http://", "mailto:"] where rest.lowercased().hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
        }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        var said: [String] = []
        while let first = rest.first {
            let isDigit = first.isASCII && first.isNumber
            let part =
                isDigit
                ? rest.prefix { $0.isASCII && $0.isNumber }
                : first.isLetter ? rest.prefix { $0.isLetter } : rest.prefix(1)
            if isDigit {
                said.append(part.count < 5 && first != "0" ? cardinal(Int(part) ?? 0) : sayPairs(part))
            } else {
                said.append(list("sign." + part.lowercased()).first ?? String(part))
            }
            rest = rest[part.endIndex...]
        }
        return said.joined(separator: " ")
    }

    private func belowThousand(_ number: Int) -> String {
        let (hundreds, rest) = (number / 100, number % 100)
        let head = hundreds > 0 ? units(hundreds) + " " + units(100) : ""
        let tail = rest > 0 ? belowHundred(rest) : ""
        return head.isEmpty ? tail : tail.isEmpty ? head : head + " " + word("joint") + " " + tail
    }

    private func belowHundred(_ number: Int) -> String {
        if number < 20 || number % 10 == 0 { return units(number) }
        return units(number / 10 * 10) + "-" + units(number % 10)
    }

    private func units(_ number: Int) -> String { words["numbers"]?["cardinal.\(number)"]?.first ?? String(number) }
}
