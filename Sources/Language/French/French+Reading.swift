public import CivilTime

extension French: ReadingRules {
    /// The whole numbers named in a text.
    public func numbers(in tokens: [Token]) -> [NumberMention] {
        tokens.indices.compactMap { index in
            guard tokens[index].text.utf8.count <= 9, let value = Int(tokens[index].folded) else { return nil }
            return NumberMention(value: value, tokens: index..<index + 1, text: tokens[index].text)
        }
    }

    /// The times named in a text.
    public func times(in tokens: [Token], now: Moment, calendar: DayCalendar) -> [TimeMention] {
        []
    }
}
