/// Numbers that need not be whole: "12,5", "douze virgule cinq", "deux et demi", "trois quarts", "1,5 million".
extension NumberReader {
    /// A number, whole or not.
    struct Quantity {
        var value: Fraction
        /// The token after it.
        var end: Int
        /// Whether it is only "un" or "une", which may be an article.
        var isOne = false
        /// How many figures wrote it; 0 when words did.
        var figures = 0
        /// Letters that stand in the same token: "h30" of "1h30".
        var letters: Substring = ""
    }

    /// The number that starts at a token, or nil; a rank is none.
    func quantity(at index: Int) -> Quantity? {
        guard index < tokens.count else { return nil }
        if let part = part(at: index) { return part }
        guard var quantity = figuresWithLetters(at: index) ?? plain(at: index) else { return nil }
        if quantity.letters.isEmpty {
            addDecimals(to: &quantity)
            addScale(to: &quantity)
            addHalf(to: &quantity)
        }
        return quantity
    }

    /// "un quart", "trois quarts", "la moitié", "un demi".
    private func part(at index: Int) -> Quantity? {
        var (count, start) = (1, index)
        if words.role(.one, tokens[index]) {
            start = index + 1
        } else if let found = number(at: index), !found.isOrdinal {
            (count, start) = (found.value, found.end)
        }
        guard start < tokens.count, start == index || tokens[start - 1].link == .space else { return nil }
        if words.role(.half, tokens[start]), count == 1 {
            return Fraction(1, over: 2).map { Quantity(value: $0, end: start + 1) }
        }
        guard start > index, let below = words.part(tokens[start]), !isPerson(start, count) else { return nil }
        return Fraction(count, over: below).map { Quantity(value: $0, end: start + 1) }
    }

    /// "Un tiers" is somebody, "un tiers des habitants" is not.
    private func isPerson(_ index: Int, _ count: Int) -> Bool {
        guard count == 1, words.role(.personPart, tokens[index]) else { return false }
        return index + 1 >= tokens.count || !words.role(.partOf, tokens[index + 1])
    }

    private func plain(at index: Int) -> Quantity? {
        guard let found = number(at: index), !found.isOrdinal, let value = Fraction(found.value) else { return nil }
        let figures = isFigures(index) ? tokens[index].folded.utf8.count : 0
        let isOne = found.value == 1 && figures == 0 && found.end == index + 1
        return Quantity(value: value, end: found.end, isOne: isOne, figures: figures)
    }

    /// A token of figures and then letters that make no rank: "1h30", "3ans".
    private func figuresWithLetters(at index: Int) -> Quantity? {
        let folded = tokens[index].folded
        guard let first = folded.utf8.first, (0x30...0x39).contains(first) else { return nil }
        let digits = folded.prefix { $0.isASCII && $0.isNumber }
        let letters = folded.dropFirst(digits.count)
        guard !letters.isEmpty, !words.isRankEnding(letters), digits.utf8.count <= 9, let number = Int(digits),
            words.twenty(letters) == nil, let value = Fraction(number)
        else { return nil }
        return Quantity(value: value, end: index + 1, figures: digits.utf8.count, letters: letters)
    }

    /// "12,5", "12.5", "douze virgule zéro cinq".
    private func addDecimals(to quantity: inout Quantity) {
        let next = quantity.end
        guard next < tokens.count, quantity.value.isWhole else { return }
        if quantity.figures > 0, isFigures(next) {
            let sign = tokens[next - 1].link
            // In "01.02.2026" and "192.168.1.10" no two parts are a number with its decimals.
            guard sign == .comma || sign == .stop, isTight(next), !isChained(next + 1, sign), !isChained(next - 1, sign)
            else { return }
            add(decimals: tokens[next].folded, end: next + 1, to: &quantity)
        } else if words.role(.decimal, tokens[next]), next + 1 < tokens.count {
            var (digits, end) = ("", next + 1)
            while digits.utf8.count < 6, let found = number(at: end), !found.isOrdinal {
                digits += String(found.value)
                end = found.end
                if found.value != 0 { break }
            }
            add(decimals: digits, end: end, to: &quantity)
        }
    }

    private func isTight(_ index: Int) -> Bool { tokens[index].start == tokens[index - 1].end + 1 }

    /// Whether a token goes on figures before it after a sign.
    private func isChained(_ index: Int, _ sign: Token.Link) -> Bool {
        guard index > 0, index < tokens.count else { return false }
        return tokens[index - 1].link == sign && isTight(index) && isFigures(index) && isFigures(index - 1)
    }

    private func add(decimals: String, end: Int, to quantity: inout Quantity) {
        guard (1...6).contains(decimals.utf8.count), let digits = Int(decimals) else { return }
        let below = (0..<decimals.utf8.count).reduce(1) { product, _ in product * 10 }
        guard let fraction = Fraction(digits, over: below), let sum = quantity.value + fraction else { return }
        (quantity.value, quantity.end) = (sum, end)
    }

    /// "1,5 million", "2 millions".
    private func addScale(to quantity: inout Quantity) {
        guard quantity.figures > 0, quantity.end < tokens.count, tokens[quantity.end - 1].link == .space,
            let scale = words.meaning(of: tokens[quantity.end]), scale.kind == .cardinal, scale.value >= 1000,
            let product = quantity.value.times(scale.value), let value = Fraction(product)
        else { return }
        (quantity.value, quantity.end) = (value, quantity.end + 1)
    }

    /// "deux et demi".
    private func addHalf(to quantity: inout Quantity) {
        let end = quantity.end
        guard quantity.value.isWhole, let place = half(after: end), let half = Fraction(1, over: 2),
            let sum = quantity.value + half
        else { return }
        (quantity.value, quantity.end, quantity.isOne) = (sum, place + 1, false)
    }

    /// The place of a half that is joined to what ends at a place: "et demi", "and a half".
    private func half(after end: Int) -> Int? {
        guard end + 1 < tokens.count, words.isAnd(tokens[end]) else { return nil }
        let place = words.role(.one, tokens[end + 1]) && end + 2 < tokens.count ? end + 2 : end + 1
        return words.role(.half, tokens[place]) ? place : nil
    }
}
