public import CivilTime

extension French {
    /// The times named in a text, in order and not overlapping.
    ///
    /// What is not said is taken from now, and lies ahead: "lundi" is the next Monday, "le 14 juillet" the next one. A
    /// day of the week said on that day is the next week's, but "ce mardi" is today. The calendar gives the school
    /// holidays; without it they are not read.
    public func times(in tokens: [Token], now: Moment, calendar: DayCalendar) -> [TimeMention] {
        let items = TimeLexer(tokens: tokens, words: time, numbers: number).items()
        guard items.contains(where: { $0.meaning.isContent || $0.number != nil }) else { return [] }
        let reader = TimeReader(items: items, now: now, calendar: calendar)
        return reader.mentions().map { mention in
            let first = items[mention.items.lowerBound].tokens.lowerBound
            let last = items[mention.items.upperBound - 1].tokens.upperBound
            return TimeMention(
                span: mention.span, reach: mention.reach, tokens: first..<last, text: tokens.text(of: first..<last))
        }
    }
}
