/// A step of reading: a word, an expression of several words, or a number, with what it may mean.
struct TimeItem {
    /// A number said in words or in figures.
    struct Number {
        let value: Int
        let isOrdinal: Bool
        /// How many figures wrote it; 0 when it was written in words.
        let figures: Int
        /// Whether the first figure is a zero: "08" is never eight in the evening.
        var hasZero = false
    }

    /// The tokens that it comes from; parts of one token ("8h30") share it.
    let tokens: Range<Int>
    var meaning = TimeMeaning()
    var number: Number?
    /// What stands between it and the next item.
    var link: Token.Link
    /// Whether nothing at all stands between it and the next item, as in "8h".
    var isTight = false

    /// The roles of the word in grammar.
    var roles: TimeRoles { meaning.roles }

    /// Whether the item is nothing that times are made of.
    var isOther: Bool { number == nil && !meaning.isContent && meaning.edge == nil && meaning.roles.isEmpty }
}

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
            } else if let first = tokens[index].folded.utf8.first, (0x30...0x39).contains(first) {
                appendFigures(at: index, to: &items)
                index += 1
            } else {
                index = appendWord(at: index, reader: reader, to: &items)
            }
        }
        return items
    }

    private func appendWord(at index: Int, reader: NumberReader, to items: inout [TimeItem]) -> Int {
        let meaning = words.meaning(of: tokens[index])
        let number = reader.number(at: index)
        let end = number.map(\.end) ?? index + 1
        var item = TimeItem(tokens: index..<end, link: tokens[end - 1].link)
        if end == index + 1, let meaning { item.meaning = meaning }
        item.number = number.map { TimeItem.Number(value: $0.value, isOrdinal: $0.isOrdinal, figures: 0) }
        items.append(item)
        return end
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
                appendLetters(String(letters), at: index, after: start, to: &items)
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

    /// Letters after figures: an ending of ranks, a unit or a month, or something that takes the number out of reading.
    private func appendLetters(_ letters: String, at index: Int, after start: Int, to items: inout [TimeItem]) {
        let previous = items.count - 1
        if previous >= start, let number = items[previous].number, numbers.isRankEnding(letters) {
            items[previous].number = TimeItem.Number(value: number.value, isOrdinal: true, figures: number.figures)
            return
        }
        let folded = Token(text: letters, folded: letters, sound: "", start: 0, end: 0)
        var item = TimeItem(tokens: index..<index + 1, link: .space, isTight: true)
        if let meaning = words.meaning(of: folded), meaning.isContent {
            item.meaning = meaning
        } else if previous >= start {
            items[previous].number = nil
        }
        items.append(item)
    }
}
