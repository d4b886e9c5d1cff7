/// Reads the amounts of one text: families of expressions, each in a file of its own.
///
/// Each family looks at one place and gives what it found there with the place after it, or nil. What it recognises but
/// is no amount, such as a time of day, it passes over. Each word is looked at a bounded number of times, so that the time
/// to read grows as the text does.
struct AmountReader {
    /// What a family found: an amount, or something else to pass over, and the tokens of it.
    struct Found {
        var amount: Amount?
        var tokens: Range<Int>
    }

    let tokens: [Token]
    let words: AmountWords
    let numbers: NumberReader
    let times: TimeWords
    /// What each token does.
    let roles: [AmountRoles]

    init(tokens: [Token], words: AmountWords, numbers: NumberWords, times: TimeWords) {
        (self.tokens, self.words, self.times) = (tokens, words, times)
        self.numbers = NumberReader(tokens: tokens, words: numbers)
        roles = tokens.map { words.roles(of: $0) }
    }

    /// The amounts of the text, in order.
    func mentions() -> [AmountMention] {
        var result: [AmountMention] = []
        var mails = mails()[...]
        var index = 0
        while index < tokens.count {
            if let mail = mails.first, mail.tokens.lowerBound <= index {
                add(mail, to: &result)
                mails = mails.dropFirst()
                index = max(index, mail.tokens.upperBound)
            } else if isStart(index), let found = read(at: index) {
                let limit = mails.first?.tokens.lowerBound ?? tokens.count
                if found.tokens.upperBound <= limit { add(found, to: &result) }
                index = max(index + 1, min(found.tokens.upperBound, limit))
            } else {
                index += 1
            }
        }
        return result
    }

    private func add(_ found: Found, to result: inout [AmountMention]) {
        guard let amount = found.amount else { return }
        result.append(AmountMention(amount: amount, tokens: found.tokens, text: tokens.text(of: found.tokens)))
    }

    /// Whether an amount may start at a token: cheap, for it is asked of every word.
    private func isStart(_ index: Int) -> Bool {
        if !roles[index].isDisjoint(with: .starts) || isSign(index) { return true }
        guard let first = tokens[index].folded.utf8.first else { return false }
        if (0x30...0x39).contains(first) { return true }
        return tokens[index].folded.utf8.count >= 5 && roles[index].isDisjoint(with: .way)
            && numbers.words.meaning(of: tokens[index]) != nil
    }

    private func read(at index: Int) -> Found? {
        if let found = phone(at: index) ?? address(at: index) ?? postcode(at: index) { return found }
        if let part = slashed(at: index), let found = length(part, at: index) { return found }
        if let found = signedMoney(at: index) { return found }
        guard let quantity = numbers.quantity(at: index) else { return nil }
        if let found = money(quantity, at: index) ?? length(quantity, at: index) { return found }
        let range = index..<quantity.end
        return Found(amount: isFraction(quantity, range) ? .fraction(quantity.value) : nil, tokens: range)
    }

    /// Whether a number that is not whole stands for itself, and is no part of a time of day: "midi et quart".
    private func isFraction(_ quantity: NumberReader.Quantity, _ range: Range<Int>) -> Bool {
        guard !quantity.value.isWhole, quantity.letters.isEmpty else { return false }
        guard range.count == 1 || quantity.figures > 0 || range.lowerBound == 0 else {
            let before = range.lowerBound - 1
            return roles[before].isDisjoint(with: [.and, .minus]) && !isTime(before)
        }
        return range.count > 1
    }

    // MARK: Places in the text

    /// Whether a token has one of some roles.
    func has(_ role: AmountRoles, at index: Int) -> Bool {
        roles.indices.contains(index) && !roles[index].isDisjoint(with: role)
    }

    /// Whether the text goes on without a break from a token to the next one.
    func flows(into index: Int) -> Bool {
        guard index > 0, index < tokens.count else { return false }
        switch tokens[index - 1].link {
        case .cut, .stop, .comma: return false
        default: return true
        }
    }

    /// Whether nothing at all, or one sign, parts a token from the one before it.
    func isTight(_ index: Int) -> Bool { index > 0 && tokens[index].start <= tokens[index - 1].end + 1 }

    /// Whether a token is made of figures alone, within a range of lengths.
    func isFigures(_ index: Int, _ length: ClosedRange<Int> = 1...40) -> Bool {
        tokens.indices.contains(index) && length.contains(tokens[index].folded.utf8.count) && numbers.isFigures(index)
    }

    /// Whether a token names a day, a month or a time of day by itself.
    func isTime(_ index: Int) -> Bool {
        guard let meaning = times.meaning(of: tokens[index]) else { return false }
        return meaning.weekday != nil || meaning.month != nil || meaning.dayOffset != nil
            || (meaning.part != nil && meaning.part != .work)
            || meaning.clock == .noon || meaning.clock == .midnight || meaning.clock == .now
    }

    /// Whether nothing of the sentence follows a place.
    func isEnd(_ index: Int) -> Bool { index >= tokens.count || (index > 0 && !flows(into: index)) }
}
