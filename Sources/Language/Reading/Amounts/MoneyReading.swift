/// Sums: "12,50 €", "12€50", "douze euros cinquante", "50 centimes".
extension AmountReader {
    /// The sum that a number starts, or nil.
    func money(_ quantity: NumberReader.Quantity, at index: Int) -> Found? {
        guard let (unit, end) = coin(after: quantity) else { return nil }
        guard unit == .euro else {
            return quantity.value.times(1).map { Found(amount: .money(cents: $0), tokens: index..<end) }
        }
        guard let cents = quantity.value.times(100) else { return nil }
        let (more, next) = quantity.value.isWhole ? self.cents(after: end) : (0, end)
        return Found(amount: .money(cents: cents + more), tokens: index..<next)
    }

    /// Euros or cents right after a number: "12 €", "une centaine d'euros", "50cts".
    private func coin(after quantity: NumberReader.Quantity) -> (unit: AmountRoles, end: Int)? {
        if !quantity.letters.isEmpty {
            let letters = Token(text: "", folded: String(quantity.letters), sound: "", start: 0, end: 0)
            return coin(words.roles(of: letters), quantity.end)
        }
        var place = quantity.end
        if has(.of, at: place), flows(into: place) { place += 1 }
        guard flows(into: place) else { return nil }
        return coin(roles[place], place + 1)
    }

    private func coin(_ roles: AmountRoles, _ end: Int) -> (unit: AmountRoles, end: Int)? {
        if roles.contains(.euro) { return (.euro, end) }
        return roles.contains(.cent) ? (.cent, end) : nil
    }

    /// The cents after euros: "50", "cinquante", "et 30 centimes", "et demi"; none is 0.
    private func cents(after index: Int) -> (cents: Int, end: Int) {
        guard flows(into: index) else { return (0, index) }
        let isJoined = has(.and, at: index)
        let start = isJoined ? index + 1 : index
        guard isJoined ? flows(into: start) : true, let more = numbers.quantity(at: start), more.letters.isEmpty else {
            return (0, index)
        }
        if isJoined, more.value.denominator == 2, let half = more.value.times(100), half == 50 { return (50, more.end) }
        guard let cents = more.value.times(1), more.value.isWhole, cents < 100 else { return (0, index) }
        // "trois euros zéro cinq"
        if cents == 0, more.figures == 0, !isJoined, let units = numbers.quantity(at: more.end), units.figures == 0,
            units.value.isWhole, (1...9).contains(units.value.numerator)
        {
            return (units.value.numerator, units.end)
        }
        if flows(into: more.end), has(.cent, at: more.end) { return (cents, more.end + 1) }
        let isPlain = more.figures == 2 || (more.figures == 0 && cents >= 5 && !more.isOne)
        return !isJoined && isPlain && !counts(more.end) ? (cents, more.end) : (0, index)
    }

    /// Whether a number before a place counts what stands there: "12 euros 50 personnes", "3 euros 15 jours".
    private func counts(_ index: Int) -> Bool {
        guard flows(into: index) else { return false }
        if isFigures(index) || has([.euro, .noPostcodeAfter, .way], at: index) { return true }
        return times.meaning(of: tokens[index])?.unit != nil
    }

    /// Whether the sign of the euro stands right before figures: "€12.50".
    func isSign(_ index: Int) -> Bool {
        tokens[index].text == "€" && index + 1 < tokens.count && numbers.isFigures(index + 1)
            && tokens[index + 1].start == tokens[index].end
            && (index == 0 || tokens[index - 1].end < tokens[index].start)
    }

    /// "€12", "€12.50".
    func signedMoney(at index: Int) -> Found? {
        guard isSign(index), let quantity = numbers.quantity(at: index + 1), let cents = quantity.value.times(100)
        else {
            return nil
        }
        return Found(amount: .money(cents: cents), tokens: index..<quantity.end)
    }
}
