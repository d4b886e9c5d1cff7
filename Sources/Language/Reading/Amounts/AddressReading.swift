/// Addresses: the number of a house, a way and its name, the postcode and the town.
extension AmountReader {
    /// The address that a token starts, or nil.
    func address(at index: Int) -> Found? {
        let house = house(at: index)
        let place = house?.end ?? index
        if let house, let found = mainStreet(of: house.text, at: place, from: index) { return found }
        guard let (way, start) = way(at: place, hasHouse: house != nil), let name = name(after: start)
        else { return nil }
        let isProper = name.isProper
        guard
            house == nil
                ? isStreet(at: place, start, isProper: isProper) : isHouse(at: place, start, isProper: isProper)
        else { return nil }
        var (number, end) = (house?.text, name.end)
        if number == nil, let after = self.house(after: end) { (number, end) = after }
        let (postcode, town, last) = town(after: end)
        let street = way + " " + tokens.text(of: start..<name.end)
        return Found(
            amount: .address(StreetAddress(number: number, street: street, postcode: postcode, town: town)),
            tokens: index..<last)
    }

    /// "12 Grande Rue": a way whose name stands before it.
    private func mainStreet(of house: String, at place: Int, from index: Int) -> Found? {
        guard has(.wayLead, at: place), has(.way, at: place + 1), flows(into: place + 1) else { return nil }
        let (postcode, town, last) = town(after: place + 2)
        let street = StreetAddress(
            number: house, street: tokens.text(of: place..<place + 2), postcode: postcode, town: town)
        return Found(amount: .address(street), tokens: index..<last)
    }

    // MARK: The house

    /// "12", "12 bis", "12b", "12-14", "numéro 12", "douze", up to the way: "au 12 de la".
    private func house(at index: Int) -> (text: String, end: Int)? {
        let isNamed = has(.houseNumber, at: index) && !has(.number, at: index)
        let start = isNamed ? index + 1 : index
        guard let (text, end) = houseNumber(at: start, isNamed: isNamed) else { return nil }
        var place = end
        if place < tokens.count, tokens[place - 1].link == .comma { return (text, place) }
        while place < tokens.count, place - end < 3, has(.houseLink, at: place), flows(into: place) { place += 1 }
        return flows(into: place) ? (text, place) : nil
    }

    private func houseNumber(at index: Int, isNamed: Bool) -> (text: String, end: Int)? {
        guard index < tokens.count else { return nil }
        let folded = tokens[index].folded
        let digits = folded.prefix { $0.isASCII && $0.isNumber }
        if digits.isEmpty {
            guard has(.number, at: index), let found = numbers.number(at: index), !found.isOrdinal, found.value > 0,
                found.value < 10_000, isNamed || found.value > 1
            else { return nil }
            return suffixed(String(found.value), at: found.end)
        }
        guard digits.utf8.count <= 4, digits.first != "0" else { return nil }
        let letters = String(folded.dropFirst(digits.count))
        if !letters.isEmpty {
            let suffix = Token(text: "", folded: letters, sound: "", start: 0, end: 0)
            guard words.roles(of: suffix).contains(.houseSuffix) else { return nil }
            return (digits + " " + letters, index + 1)
        }
        // "12-14 rue des Lilas"
        if isFigures(index + 1, 1...4), isTight(index + 1), [.hyphen, .slash].contains(tokens[index].link) {
            return (folded + "-" + tokens[index + 1].folded, index + 2)
        }
        return suffixed(folded, at: index + 1)
    }

    private func suffixed(_ number: String, at index: Int) -> (text: String, end: Int) {
        guard has(.houseSuffix, at: index), flows(into: index) || isTight(index) else { return (number, index) }
        // "Le 12 d'une rue": the letter is elided, no suffix.
        guard tokens[index].link != .apostrophe else { return (number, index) }
        return (number + " " + tokens[index].folded, index + 1)
    }

    /// The number after the name: "rue de la République numéro 12", "rue des Lilas, 12", "rue des Lilas au 12".
    private func house(after index: Int) -> (String, Int)? {
        guard index < tokens.count, tokens[index - 1].link != .cut, tokens[index - 1].link != .stop else { return nil }
        var place = index
        while place < tokens.count, place - index < 3, has([.houseNumber, .town, .article], at: place) || isTo(place) {
            place += 1
        }
        let isNamed = place > index && has(.houseNumber, at: place - 1)
        guard isFigures(place, 1...4) || isGlued(place) || isNamed,
            let (text, end) = houseNumber(at: place, isNamed: isNamed)
        else { return nil }
        let isLast = isEnd(end) || has(.nameEnd, at: end)
        guard isNamed || (isLast && !(place > index && isTime(place - 1))), !isCounting(end) else { return nil }
        return (text, end)
    }

    private func isTo(_ index: Int) -> Bool { has(.dialFiller, at: index) && has(.filler, at: index) }

    private func isGlued(_ index: Int) -> Bool {
        guard index < tokens.count, let first = tokens[index].folded.utf8.first else { return false }
        return (0x30...0x39).contains(first)
    }

    /// Whether the number before a place counts or dates something: "rue des Lilas 12 ans".
    private func isCounting(_ index: Int) -> Bool {
        guard flows(into: index) else { return false }
        if has([.euro, .cent, .noPostcodeAfter, .way], at: index) || isFigures(index) { return true }
        guard let meaning = times.meaning(of: tokens[index]) else { return false }
        return meaning.unit != nil || meaning.month != nil || meaning.shortMonth != nil
    }

    // MARK: The way

    /// The kind of way in full, and the place after it; a short kind needs a number before it or a full stop.
    private func way(at index: Int, hasHouse: Bool) -> (String, Int)? {
        guard has([.way, .shortWay], at: index), let way = words.way(tokens[index]) else { return nil }
        let isShort = has(.shortWay, at: index) && !has(.way, at: index)
        if isShort, !hasHouse, tokens[index].link != .stop, tokens[index].folded.utf8.count < 2 { return nil }
        if isShort, tokens[index].link == .stop { return (way, index + 1) }
        return flows(into: index + 1) ? (way, index + 1) : nil
    }

    /// Whether a way without the number of a house is an address: neither "dans quelle rue la crèche" nor, where the way
    /// may be something else, "une place de parking".
    private func isStreet(at index: Int, _ start: Int, isProper: Bool) -> Bool {
        let isFlowing = index > 0 && flows(into: index)
        if isFlowing, has(.noWayBefore, at: index - 1) { return false }
        guard !isProper, has([.weakWay, .shortWay], at: index) || !isSpelt(index) else { return true }
        if isFlowing, has(.noWeakWayBefore, at: index - 1) { return false }
        return isNamed(start)
    }

    /// Whether a way that may be something else is one after a number: "12 place du marché" but not "2 cours de danse".
    private func isHouse(at index: Int, _ start: Int, isProper: Bool) -> Bool {
        guard !isProper, has(.weakWay, at: index) else { return true }
        let mayBeMany = tokens[index].folded.hasSuffix("s")
        return isNamed(start) || (!mayBeMany && (!has(.nameLink, at: start) || has(.article, at: start)))
    }

    /// Whether a name starts as that of one way does: "du marché", "de la gare".
    private func isNamed(_ start: Int) -> Bool {
        has(.nameContraction, at: start)
            || (has(.of, at: start) && has(.article, at: start + 1) && flows(into: start + 1))
    }

    /// Whether a kind of way is written as it should be rather than by ear.
    private func isSpelt(_ index: Int) -> Bool { words.isSpelt(tokens[index]) }
}
