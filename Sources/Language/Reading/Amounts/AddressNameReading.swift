/// The name of a way, the postcode and the town of an address.
extension AmountReader {
    /// How many words of a name that tell something are read where no capital shows its end.
    private static let longestPlainName = 3
    private static let longestName = 8

    /// The name of a way up to its end, and whether it is surely a name.
    func name(after start: Int) -> (end: Int, isProper: Bool)? {
        // In a text in capitals, capitals say nothing.
        let way = tokens[start - 1].text.utf8
        let tellsCapitals = way.count < 2 || way.dropFirst().contains { $0 >= 0x61 }
        var (place, end, plain) = (start, start, 0)
        var isProper = false
        if let (date, next) = dateName(at: start) { return (next, date) }
        while place < tokens.count, place - start < Self.longestName, place == start || flowsInName(place) {
            let isCapital = tellsCapitals && isCapitalised(place)
            if isProper, has(.and, at: place), place + 1 < tokens.count, isCapitalised(place + 1) {
                place += 1
                continue
            }
            if has(.nameLink, at: place), !isCapital || place == start {
                place += 1
                continue
            }
            guard isWord(place) || isFigureInName(place, isFirst: end == start), isCapital || !isProper,
                isCapital || !endsName(place, first: end == start)
            else {
                break
            }
            if !isCapital {
                plain += 1
                if plain > Self.longestPlainName { break }
            }
            isProper = isProper || isCapital
            place += 1
            end = place
        }
        return end > start ? (end, isProper) : nil
    }

    /// "du 8 mai 1945", "du 11 novembre": a date that is a name.
    private func dateName(at start: Int) -> (isProper: Bool, end: Int)? {
        let place = has([.nameLink, .article], at: start) ? start + 1 : start
        guard place < tokens.count, let day = numbers.number(at: place), (1...31).contains(day.value),
            day.end < tokens.count, times.meaning(of: tokens[day.end])?.month != nil
        else { return nil }
        let year = day.end + 1
        guard isFigures(year, 4...4), flows(into: year), let value = Int(tokens[year].folded),
            (1700...2099).contains(value)
        else { return (true, year) }
        return (true, year + 1)
    }

    private func flowsInName(_ index: Int) -> Bool {
        // "rue du Gal. Leclerc": the full stop of a short word.
        if tokens[index - 1].link == .stop { return tokens[index - 1].folded.utf8.count <= 3 && isCapitalised(index) }
        return [.space, .apostrophe, .hyphen].contains(tokens[index - 1].link)
    }

    private func isWord(_ index: Int) -> Bool {
        guard let first = tokens[index].folded.utf8.first else { return false }
        return !(0x30...0x39).contains(first)
    }

    /// "rue des 4 Vents", "rue de la 2e DB".
    private func isFigureInName(_ index: Int, isFirst: Bool) -> Bool {
        guard isFirst, has(.nameLink, at: index - 1), index + 1 < tokens.count, flowsInName(index + 1),
            isWord(index + 1)
        else {
            return false
        }
        return !has(.nameEnd, at: index + 1) && times.meaning(of: tokens[index + 1])?.isContent != true
    }

    private func isCapitalised(_ index: Int) -> Bool {
        tokens[index].text.unicodeScalars.first?.properties.isUppercase ?? false
    }

    /// Whether a word in small letters ends a name; right after "du" a time of day may be one: "rue du midi".
    private func endsName(_ index: Int, first: Bool) -> Bool {
        if has([.nameEnd, .dial, .euro, .cent, .number], at: index) { return true }
        return !first && isTime(index) || first && !has(.nameLink, at: index - 1) && isTime(index)
    }

    // MARK: Where it is

    /// The postcode and the town after the street: "38170 Valclair", "à Valclair".
    func town(after index: Int) -> (postcode: String?, town: String?, end: Int) {
        guard index < tokens.count, tokens[index - 1].link != .cut, tokens[index - 1].link != .stop else {
            return (nil, nil, index)
        }
        if isPostcode(index) {
            let end = townEnd(from: index + 1, hasPostcode: true)
            let town = end > index + 1 ? tokens.text(of: index + 1..<end) : nil
            return (tokens[index].folded, town, max(end, index + 1))
        }
        if tokens[index - 1].link == .comma, isCapitalised(index), !has(.nameEnd, at: index) {
            let end = townEnd(from: index, hasPostcode: false)
            return end > index && isEnd(end) ? (nil, tokens.text(of: index..<end), end) : (nil, nil, index)
        }
        guard has(.town, at: index), flows(into: index), index + 1 < tokens.count, isCapitalised(index + 1),
            isWord(index + 1)
        else { return (nil, nil, index) }
        let end = townEnd(from: index + 1, hasPostcode: false)
        return end > index + 1 ? (nil, tokens.text(of: index + 1..<end), end) : (nil, nil, index)
    }

    /// The end of a town's name: words in capitals, or joined by hyphens, or one word after a postcode.
    private func townEnd(from start: Int, hasPostcode: Bool) -> Int {
        var (place, end) = (start, start)
        while place < tokens.count, place - start < Self.longestName, place == start || flows(into: place),
            isWord(place)
        {
            let isFirst = place == start && hasPostcode && !has([.nameEnd], at: place)
            let isJoined = place > start && tokens[place - 1].link == .hyphen
            if isCapitalised(place) || isJoined || isFirst {
                end = place + 1
            } else if !has(.nameLink, at: place) || place == start && !hasPostcode {
                break
            }
            place += 1
        }
        return end
    }

    // MARK: Postcodes

    /// A postcode alone: five figures that nothing around makes another number.
    func postcode(at index: Int) -> Found? {
        guard isPostcode(index), !isFigures(index - 1), !isFigures(index + 1) || !flows(into: index + 1) else {
            return nil
        }
        if flows(into: index + 1), has([.noPostcodeAfter, .euro, .cent], at: index + 1) { return nil }
        if flows(into: index + 1), times.meaning(of: tokens[index + 1])?.unit != nil { return nil }
        let before = has(.of, at: index - 1) ? index - 2 : index - 1
        if before >= 0, flows(into: index), has([.noPostcodeBefore, .compared], at: before) { return nil }
        return Found(amount: .postcode(tokens[index].folded), tokens: index..<index + 1)
    }

    private func isPostcode(_ index: Int) -> Bool {
        guard isFigures(index, 5...5), let department = Int(tokens[index].folded.prefix(2)) else { return false }
        return (1...98).contains(department)
    }
}
