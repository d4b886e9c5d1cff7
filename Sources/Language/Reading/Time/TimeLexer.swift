/// Turns tokens into items.
struct TimeLexer {
    let tokens: [Token]
    let words: TimeWords
    let numbers: NumberWords

    /// The items of a text.
    func items() -> [TimeItem] {
        var items: [TimeItem] = []
        items.reserveCapacity(tokens.count)
        let reader = NumberReader(tokens: tokens, words: numbers)
        var index = 0
        while index < tokens.count {
            if let found = words.expression(at: index, in: tokens) {
                items.append(
                    TimeItem(tokens: index..<found.end, meaning: found.meaning, link: tokens[found.end - 1].link))
                index = found.end
            } else if let first = tokens[index].folded.utf8.first, Self.isFigure(first) {
                appendFigures(at: index, to: &items)
                index += 1
            } else {
                index = appendWord(at: index, reader: reader, to: &items)
            }
        }
        return items
    }

    private static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private func appendWord(at index: Int, reader: NumberReader, to items: inout [TimeItem]) -> Int {
        let meaning = words.meaning(of: tokens[index])
        let number = reader.number(at: index)
        if meaning == nil, number == nil, appendWordWithFigures(at: index, to: &items) { return index + 1 }
        let end = number.map(\.end) ?? index + 1
        var item = TimeItem(tokens: index..<end, link: tokens[end - 1].link)
        item.isCapital = Self.isCapital(tokens[index].text)
        item.isLong = tokens[index].folded.utf8.count > 2
        if end == index + 1, let meaning { item.meaning = meaning }
        item.number = number.map { TimeItem.Number(value: $0.value, isOrdinal: $0.isOrdinal, figures: 0) }
        items.append(item)
        return end
    }

    /// Whether a word has a capital first and no other: "Avril", "Émile", not "AVRIL".
    private static func isCapital(_ word: String) -> Bool {
        var bytes = word.utf8.makeIterator()
        guard let first = bytes.next(), var second = bytes.next() else { return false }
        if first == 0xC3 {
            guard (0x80...0x9E).contains(second), let third = bytes.next() else { return false }
            second = third
        } else if !(0x41...0x5A).contains(first) {
            return false
        }
        return !(0x41...0x5A).contains(second)
    }

    /// A word of dates with figures joined to it: "vendredi4", "T3", the "h30" of "9 h30"; false when it is none.
    private func appendWordWithFigures(at index: Int, to items: inout [TimeItem]) -> Bool {
        let folded = tokens[index].folded
        guard let last = folded.utf8.last, Self.isFigure(last) else { return false }
        let letters = folded.prefix { !($0.isASCII && $0.isNumber) }
        let figures = folded.dropFirst(letters.count)
        guard figures.utf8.count <= 2, let value = Int(figures), let meaning = words.meaning(ofFolded: String(letters)),
            meaning.weekday != nil || meaning.unit == .hour
                || !meaning.roles.isDisjoint(with: [.quarterSign, .semesterSign])
        else { return false }
        items.append(TimeItem(tokens: index..<index + 1, meaning: meaning, link: .space, isTight: true))
        var item = TimeItem(tokens: index..<index + 1, link: tokens[index].link)
        item.number = TimeItem.Number(value: value, isOrdinal: false, figures: figures.utf8.count)
        items.append(item)
        return true
    }

    /// A token that starts with a figure, cut where figures and letters meet: "8h30", "14juillet", "1er".
    private func appendFigures(at index: Int, to items: inout [TimeItem]) {
        let token = tokens[index]
        if let meaning = words.meaning(of: token), meaning.isContent {
            items.append(TimeItem(tokens: index..<index + 1, meaning: meaning, link: token.link))
            return
        }
        var rest = Substring(token.folded)
        let start = items.count
        while !rest.isEmpty {
            let figures = rest.prefix { $0.isASCII && $0.isNumber }
            if figures.isEmpty {
                let letters = rest.prefix { !($0.isASCII && $0.isNumber) }
                rest = rest.dropFirst(letters.count)
                if isMark(letters, before: rest, in: items, from: start) {
                    items[items.count - 1].isTight = false
                } else {
                    appendLetters(String(letters), at: index, after: start, to: &items)
                }
            } else {
                rest = rest.dropFirst(figures.count)
                var item = TimeItem(tokens: index..<index + 1, link: .space, isTight: true)
                if figures.utf8.count <= 4, let value = Int(figures) {
                    item.number = TimeItem.Number(
                        value: value, isOrdinal: false, figures: figures.utf8.count,
                        hasZero: figures.utf8.count > 1 && figures.first == "0")
                }
                items.append(item)
            }
        }
        items[items.count - 1].link = token.link
        items[items.count - 1].isTight = false
    }

    /// Whether letters are a mark of ISO 8601: the T between a date and its hour, the Z after it.
    private func isMark(_ letters: Substring, before rest: Substring, in items: [TimeItem], from start: Int) -> Bool {
        guard items.count == start + 1, start > 0 else { return false }
        switch letters {
        case "t": return !rest.isEmpty && items[start - 1].link == .hyphen
        case "z": return rest.isEmpty && items[start - 1].link == .colon
        default: return false
        }
    }

    /// Letters after figures: an ending of ranks, a unit or a month, or something that takes the number out of reading.
    private func appendLetters(_ letters: String, at index: Int, after start: Int, to items: inout [TimeItem]) {
        let previous = items.count - 1
        if previous >= start, let number = items[previous].number, numbers.isRankEnding(letters) {
            items[previous].number = TimeItem.Number(value: number.value, isOrdinal: true, figures: number.figures)
            return
        }
        var item = TimeItem(tokens: index..<index + 1, link: .space, isTight: true)
        let isAfterHours = previous > start && items[previous - 1].meaning.unit == .hour
        if let meaning = words.meaning(ofFolded: letters),
            meaning.isContent || (isAfterHours && meaning.roles.contains(.minuteSign))
        {
            item.meaning = meaning
        } else if previous >= start {
            items[previous].number = nil
        }
        items.append(item)
    }
}
