/// Lengths of time: "2 heures", "une demi-heure", "1h30", "un an et demi", "une quinzaine de jours".
extension AmountReader {
    /// A length of time as it is being read.
    struct Length {
        var amount: TimeAmount
        /// The first, largest unit.
        let unit: TimeUnit
        var tokens: Range<Int>
        /// The hours of what may be a time of day: "8 h 30"; nil when it has another form.
        var clockHour: Int?
        /// Whether the number is only "un" or "une", which may be an article.
        var isOne: Bool
    }

    /// The length of time or the age that a number starts, or nil; a time of day is passed over.
    func length(_ quantity: NumberReader.Quantity, at index: Int) -> Found? {
        guard let (unit, unitEnd, minutes) = unit(after: quantity), let amount = self.span(quantity.value, unit) else {
            return nil
        }
        // "8 heures" may be a time of day, "8 hours" never is.
        let mayBeClock = unit == .hour && quantity.value.isWhole && !has(.neverClock, at: unitEnd - 1)
        let hour = mayBeClock ? quantity.value.numerator : nil
        var length = Length(
            amount: amount, unit: unit, tokens: index..<unitEnd, clockHour: hour, isOne: quantity.isOne)
        if let minutes { length.amount = length.amount + TimeAmount(seconds: minutes * 60) }
        extend(&length)
        return Found(amount: meaning(of: length), tokens: length.tokens)
    }

    /// The unit after a number, the place after it, and the minutes that stand in the same token: "1h30".
    private func unit(
        after quantity: NumberReader.Quantity
    ) -> (unit: TimeUnit, end: Int, minutes: Int?)? {
        guard quantity.letters.isEmpty else { return unit(in: quantity) }
        var place = quantity.end
        // "une quinzaine de jours", "three quarters of an hour"
        while has(.of, at: place), flows(into: place), place < quantity.end + 2 { place += 1 }
        guard flows(into: place), let unit = times.meaning(of: tokens[place])?.unit, unit != .weekend else {
            return nil
        }
        // "12 j'ai" has no unit.
        let isLetter = tokens[place].folded.utf8.count == 1
        return isLetter && tokens[place].link == .apostrophe ? nil : (unit, place + 1, nil)
    }

    private func unit(in quantity: NumberReader.Quantity) -> (unit: TimeUnit, end: Int, minutes: Int?)? {
        let name = quantity.letters.prefix { !$0.isNumber }
        let rest = quantity.letters.dropFirst(name.count)
        let token = Token(text: "", folded: String(name), sound: "", start: 0, end: 0)
        guard let unit = times.meaning(of: token)?.unit, unit != .weekend else { return nil }
        if rest.isEmpty { return (unit, quantity.end, nil) }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard unit == .hour, digits.utf8.count == 2, let minutes = Int(digits), minutes < 60 else { return nil }
        let last = Token(text: "", folded: String(rest.dropFirst(2)), sound: "", start: 0, end: 0)
        guard rest.utf8.count == 2 || times.meaning(of: last)?.unit == .minute else { return nil }
        return (unit, quantity.end, minutes)
    }

    /// "1/2 heure", "3/4 d'heure": figures that would else be a date.
    func slashed(at index: Int) -> NumberReader.Quantity? {
        guard isFigures(index, 1...1), isFigures(index + 1, 1...1), isTight(index + 1), tokens[index].link == .slash,
            let above = Int(tokens[index].folded), let below = Int(tokens[index + 1].folded), above < below,
            let value = Fraction(above, over: below)
        else { return nil }
        return NumberReader.Quantity(value: value, end: index + 2, figures: 1)
    }

    // MARK: What follows

    /// Adds what goes on a length: "et demie", "trois quarts", "30", "et 6 mois".
    private func extend(_ length: inout Length) {
        var unit = length.unit
        for _ in 0..<3 {
            let end = length.tokens.upperBound
            // "24h/24" and "9h-12h" end before their sign.
            guard flows(into: end), [.space, .apostrophe].contains(tokens[end - 1].link) else { return }
            let isJoined = has(.and, at: end)
            let start = isJoined ? end + 1 : end
            guard !isJoined || flows(into: start) else { return }
            if unit == .hour, has(.minus, at: end) {
                passMinus(&length)
                return
            }
            if let (more, next) = fraction(of: unit, at: start, isJoined: isJoined) {
                add(more, upTo: next, to: &length)
                return
            }
            guard let more = numbers.quantity(at: start) else { return }
            if let (smaller, next, _) = self.unit(after: more), smaller < unit,
                let span = self.span(more.value, smaller)
            {
                if smaller != .minute { length.clockHour = nil }
                add(span, upTo: next, to: &length)
                unit = smaller
            } else {
                if let seconds = bare(more, after: unit, isJoined: isJoined) {
                    add(TimeAmount(seconds: seconds), upTo: more.end, to: &length)
                }
                return
            }
        }
    }

    private func add(_ amount: TimeAmount, upTo end: Int, to length: inout Length) {
        length.amount = length.amount + amount
        length.tokens = length.tokens.lowerBound..<end
        length.isOne = false
    }

    /// "et demie", "et quart", "trois quarts".
    private func fraction(of unit: TimeUnit, at index: Int, isJoined: Bool) -> (TimeAmount, Int)? {
        let place =
            isJoined && has(.number, at: index) && index + 1 < tokens.count && numbers.words.role(.one, tokens[index])
            ? index + 1 : index
        if isJoined, numbers.words.role(.half, tokens[place]), let half = Fraction(1, over: 2) {
            return span(half, unit).map { ($0, place + 1) }
        }
        guard unit == .hour else { return nil }
        if let part = slashed(at: index), let seconds = part.value.times(3600) {
            return (TimeAmount(seconds: seconds), part.end)
        }
        if isJoined, numbers.words.part(tokens[index]) == 4 { return (TimeAmount(seconds: 900), index + 1) }
        guard let part = numbers.quantity(at: index), part.value.denominator == 4, let seconds = part.value.times(3600),
            seconds < 3600, !(has(.of, at: part.end) && flows(into: part.end))
        else { return nil }
        return (TimeAmount(seconds: seconds), part.end)
    }

    /// Minutes after hours, or seconds after minutes, without their name: "1 h 30", "une heure trente".
    private func bare(_ more: NumberReader.Quantity, after unit: TimeUnit, isJoined: Bool) -> Int? {
        guard !isJoined, unit == .hour || unit == .minute, more.value.isWhole, (0..<60).contains(more.value.numerator),
            more.letters.isEmpty, more.figures == 2 || (more.figures == 0 && !more.isOne), !isFigures(more.end),
            !flows(into: more.end) || !has([.euro, .cent, .way, .noPostcodeAfter], at: more.end)
        else { return nil }
        return more.value.numerator * (unit == .hour ? 60 : 1)
    }

    /// "onze heures moins le quart": surely a time of day.
    private func passMinus(_ length: inout Length) {
        var place = length.tokens.upperBound + 1
        if has(.article, at: place) { place += 1 }
        guard flows(into: place) else { return }
        let end = numbers.words.part(tokens[place]) == 4 ? place + 1 : numbers.quantity(at: place)?.end
        guard let end else { return }
        length.tokens = length.tokens.lowerBound..<end
        length.clockHour = length.clockHour.map { max($0, Self.longestBareHours + 1) }
    }

    // MARK: Units

    /// The hours that alone are a length rather than a time of day: "2 heures" is, "8 heures" is not.
    static let longestBareHours = 6

    /// So many of a unit; nil for what is too long to count.
    func span(_ value: Fraction, _ unit: TimeUnit) -> TimeAmount? {
        switch unit {
        case .second: value.times(1).map { TimeAmount(seconds: $0) }
        case .minute: value.times(60).map { TimeAmount(seconds: $0) }
        case .hour: value.times(3600).map { TimeAmount(seconds: $0) }
        case .day: Self.split(value, 1, of: 86_400) { TimeAmount(days: $0, seconds: $1) }
        case .week: Self.split(value, 7, of: 86_400) { TimeAmount(days: $0, seconds: $1) }
        case .fortnight: Self.split(value, times.fortnightDays, of: 86_400) { TimeAmount(days: $0, seconds: $1) }
        case .month: Self.split(value, 1, of: 30) { TimeAmount(months: $0, days: $1) }
        case .quarter: value.times(3).map { TimeAmount(months: $0) }
        case .semester: value.times(6).map { TimeAmount(months: $0) }
        case .year: value.times(12).map { TimeAmount(months: $0) }
        case .weekend: nil
        }
    }

    /// Whole units, and what is left in smaller ones: two and a half days are two days and twelve hours.
    private static func split(
        _ value: Fraction, _ each: Int, of small: Int, _ make: (Int, Int) -> TimeAmount
    ) -> TimeAmount? {
        let (product, isOver) = value.numerator.multipliedReportingOverflow(by: each)
        guard !isOver, let rest = Fraction(product % value.denominator, over: value.denominator)?.times(small) else {
            return nil
        }
        return make(product / value.denominator, rest)
    }
}
