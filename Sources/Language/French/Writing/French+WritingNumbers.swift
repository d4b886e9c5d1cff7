/// Numbers in words, with the spelling before 1990: "vingt et un", "deux cent mille".
extension French {
    /// A whole number in words; figures from a thousand billions on.
    func cardinal(_ number: Int, isFeminine: Bool = false) -> String {
        guard number > -1_000_000_000_000, number < 1_000_000_000_000, words["numbers"]?["cardinal.0"] != nil else {
            return String(number)
        }
        if number < 0 { return word("number.minus") + " " + cardinal(-number, isFeminine: isFeminine) }
        if number == 0 { return units(0) }
        var groups: [String] = []
        for size in [1_000_000_000, 1_000_000] {
            let count = number / size % 1000
            let forms = words["numbers"]?["cardinal.\(size)"] ?? []
            let name = (isPlural(count) ? forms.last : forms.first) ?? ""
            if count > 0 { groups.append(belowThousand(count, isLast: true) + " " + name) }
        }
        let thousands = number / 1000 % 1000
        if thousands == 1 { groups.append(units(1000)) }
        if thousands > 1 { groups.append(belowThousand(thousands, isLast: false) + " " + units(1000)) }
        let rest = number % 1000
        if rest > 0 { groups.append(belowThousand(rest, isLast: true)) }
        let text = groups.joined(separator: " ")
        return isFeminine && text.hasSuffix(units(1)) ? text + "e" : text
    }

    /// An ordinal in words: "premier", "deuxième", "vingt et unième".
    func ordinal(_ number: Int, isFeminine: Bool = false) -> String {
        if number == 1, let first = words["numbers"]?["rank.1"]?.dropFirst(isFeminine ? 1 : 0).first { return first }
        var stem = cardinal(number)
        if stem.hasSuffix("quatre-vingts") || stem.hasSuffix("cents") || stem.hasSuffix("e") { stem.removeLast() }
        if stem.hasSuffix("cinq") { stem += "u" }
        if stem.hasSuffix("neuf") { stem = stem.dropLast() + "v" }
        return stem + word("ordinal.suffix")
    }

    /// Figures as a telephone number is said: two at a time, with their leading zero.
    func pair(_ digits: some StringProtocol) -> String {
        let zeros = digits.prefix { $0 == "0" }
        let rest = digits.dropFirst(zeros.count)
        return (zeros.map { _ in units(0) } + (rest.isEmpty ? [] : [cardinal(Int(rest) ?? 0)]))
            .joined(separator: " ")
    }

    /// `isLast`: whether "cents" and "quatre-vingts" keep their s, which "mille" after them takes away.
    private func belowThousand(_ number: Int, isLast: Bool) -> String {
        let (hundreds, rest) = (number / 100, number % 100)
        let tail = rest > 0 ? belowHundred(rest, isLast: isLast) : ""
        guard hundreds > 0 else { return tail }
        let plural = hundreds > 1 && rest == 0 && isLast ? "s" : ""
        let head = (hundreds > 1 ? units(hundreds) + " " : "") + units(100) + plural
        return tail.isEmpty ? head : head + " " + tail
    }

    private func belowHundred(_ number: Int, isLast: Bool) -> String {
        switch number {
        case ..<17: return units(number)
        case 17..<20: return units(10) + "-" + units(number - 10)
        case 80: return word("number.eighty") + (isLast ? "s" : "")
        case 81...: return word("number.eighty") + "-" + belowHundred(number - 80, isLast: isLast)
        default:
            let ten = min(number / 10, 6)
            let rest = number - ten * 10
            let head = units(ten * 10)
            if rest == 0 { return head }
            let joint = rest == 1 || rest == 11 ? " et " : "-"
            return head + joint + belowHundred(rest, isLast: isLast)
        }
    }

    func word(_ key: String) -> String { list(key).first ?? "" }

    private func units(_ number: Int) -> String { words["numbers"]?["cardinal.\(number)"]?.first ?? String(number) }
}
