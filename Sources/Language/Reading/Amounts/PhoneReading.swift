/// Telephone numbers, in figures and in words.
extension AmountReader {
    /// The telephone number that starts at a token, or nil.
    func phone(at index: Int) -> Found? {
        if let (digits, end) = short(at: index) { return Found(amount: .phone(digits), tokens: index..<end) }
        let starts = isFigures(index) || has(.number, at: index)
        guard starts, !isWithinFigures(index), let (digits, end) = national(at: index) else { return nil }
        return Found(amount: .phone(digits), tokens: index..<end)
    }

    /// Whether figures stand before a token as parts of the same number: "1 84 12 76...".
    private func isWithinFigures(_ index: Int) -> Bool {
        guard isFigures(index), isFigures(index - 1) else { return false }
        return tokens[index - 1].link == .space || (isTight(index) && tokens[index - 1].link != .slash)
    }

    /// Ten figures after a zero, or nine after the prefix of France.
    private func national(at index: Int) -> (digits: String, end: Int)? {
        guard let first = chunk(at: index) else { return nil }
        let hasPrefix = first.digits == "33" || first.digits == "0033"
        guard first.digits.hasPrefix("0") || first.digits.hasPrefix("33") else { return nil }
        var (digits, end) = first
        // "+33 (0)1 99 00 12 34"
        if hasPrefix, end < tokens.count, tokens[end].folded == "0" { end += 1 }
        let wanted = digits.hasPrefix("0033") ? 13 : digits.hasPrefix("33") ? 11 : 10
        while digits.utf8.count < wanted, isJoined(end) || (hasPrefix && end == index + 1), let next = chunk(at: end) {
            digits += next.digits
            end = next.end
        }
        guard digits.utf8.count == wanted, !goesOn(at: end) else { return nil }
        let local = "0" + digits.dropFirst(wanted == 10 ? 1 : wanted - 9)
        return local.utf8.dropFirst().first == UInt8(ascii: "0") ? nil : (local, end)
    }

    /// The figures that a token, or a number in words, adds to a telephone number.
    private func chunk(at index: Int) -> (digits: String, end: Int)? {
        guard index < tokens.count else { return nil }
        if isFigures(index, 1...13) { return (tokens[index].folded, index + 1) }
        if numbers.words.meaning(of: tokens[index]) == nil, let ear = numbers.words.earMeaning(of: tokens[index]) {
            return (String(ear.value), index + 1)
        }
        guard has(.number, at: index) || numbers.words.meaning(of: tokens[index]) != nil,
            let found = numbers.number(at: index), !found.isOrdinal, found.value < 1000
        else { return nil }
        return (String(found.value), found.end)
    }

    /// Whether what stands at a place may belong to the number before it.
    private func isJoined(_ index: Int) -> Bool {
        guard index > 0, index < tokens.count else { return false }
        switch tokens[index - 1].link {
        case .space, .hyphen, .dash: return true
        case .stop, .slash, .cut: return isTight(index) || tokens[index - 1].folded == "0"
        case .comma: return !isFigures(index)
        default: return false
        }
    }

    /// Whether more figures follow, so that it was no telephone number.
    private func goesOn(at index: Int) -> Bool {
        guard index < tokens.count, isFigures(index, 2...2), tokens[index - 1].link == .space || isTight(index) else {
            return false
        }
        return tokens[index - 1].link != .slash && !has([.euro, .cent], at: index + 1)
            && (index + 1 >= tokens.count || times.meaning(of: tokens[index + 1])?.unit == nil)
    }

    // MARK: Short numbers

    /// "15", "3919", "36 46": only when it is said that one calls them.
    private func short(at index: Int) -> (digits: String, end: Int)? {
        guard isFigures(index, 2...4), isDialled(index) else { return nil }
        let text = tokens[index].folded
        if text.utf8.count == 4, text.hasPrefix("3") { return (text, index + 1) }
        if text.utf8.count == 2, text.hasPrefix("3"), isFigures(index + 1, 2...2), tokens[index].link == .space {
            return (text + tokens[index + 1].folded, index + 2)
        }
        if text == "118", isFigures(index + 1, 3...3) { return (text + tokens[index + 1].folded, index + 2) }
        // "Le numéro 15 de la rue" is a house.
        guard has(.shortNumber, at: index), !(flows(into: index + 1) && has(.of, at: index + 1)),
            isEnd(index + 1) || !isCounted(index + 1)
        else { return nil }
        return (text, index + 1)
    }

    /// Whether a call is spoken of right before a place: "appelez le", "le numéro d'urgence".
    private func isDialled(_ index: Int) -> Bool {
        var place = index - 1
        while place >= 0, index - place <= 6, flows(into: place + 1) {
            if has(.dial, at: place) { return true }
            // "Le 15 ou le 18": what was read before tells for what follows.
            guard has([.dialFiller, .of, .shortNumber], at: place) else { return false }
            place -= 1
        }
        return false
    }

    /// Whether a date or a count goes on at a place: "le 15 décembre", "le 15 à 8 h".
    private func isCounted(_ index: Int) -> Bool {
        guard let meaning = times.meaning(of: tokens[index]) else { return isFigures(index) || has(.way, at: index) }
        return meaning.month != nil || meaning.shortMonth != nil || meaning.unit != nil
    }
}
