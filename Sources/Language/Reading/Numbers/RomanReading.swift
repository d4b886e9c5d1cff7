/// Roman figures: "Louis XIV", "XXIe siècle".
extension NumberReader {
    /// Roman figures in capitals, a single one only with its ending ("Ve"); in small letters only where nothing else
    /// can be meant: "louis xiv", "xive siècle".
    func roman(at index: Int) -> Found? {
        let text = tokens[index].text
        guard let first = text.utf8.first, Self.figure(first | 0x20) != nil, text.utf8.count <= 12 else { return nil }
        let isCapital = first < 0x60
        let figures = text.prefix { isCapital ? "IVX".contains($0) : "ivx".contains($0) }
        guard let value = Self.romanValue(figures) else { return nil }
        let ending = text.dropFirst(figures.count)
        let isNamed = index > 0 && words.role(.romanLead, tokens[index - 1])
        if ending.isEmpty {
            return figures.utf8.count > 1 && (isCapital || isNamed) ? (value, false, index + 1) : nil
        }
        let folded = Folding.fold(String(ending))
        guard words.isRankEnding(folded), value == 1 || !words.isFirstEnding(folded) else { return nil }
        // In capitals "VIE" is a word, and so is "vie"; "XIXe" is a rank.
        let isSurelyRank = isCapital && ending.first?.isUppercase == false
        return isSurelyRank || isBeforeCentury(index) ? (value, true, index + 1) : nil
    }

    private func isBeforeCentury(_ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index].link == .space && words.role(.century, tokens[index + 1])
    }

    private static func figure(_ letter: UInt8) -> Int? {
        switch letter {
        case UInt8(ascii: "i"): 1
        case UInt8(ascii: "v"): 5
        case UInt8(ascii: "x"): 10
        default: nil
        }
    }

    /// The value of Roman figures below forty as they are properly written: "IIII" and "VX" have none.
    static func romanValue(_ figures: Substring) -> Int? {
        let values = figures.utf8.compactMap { figure($0 | 0x20) }
        guard !values.isEmpty, values.count <= 6 else { return nil }
        let tens = values.prefix { $0 == 10 }.count
        let rest = values.dropFirst(tens)
        let units = [[], [1], [1, 1], [1, 1, 1], [1, 5], [5], [5, 1], [5, 1, 1], [5, 1, 1, 1], [1, 10]]
        guard tens <= 3, let unit = units.firstIndex(of: Array(rest)) else { return nil }
        return tens * 10 + unit
    }
}
