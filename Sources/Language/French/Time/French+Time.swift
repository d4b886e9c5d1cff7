public import CivilTime

extension French {
    /// The times named in a text, in order and not overlapping.
    ///
    /// What is not said is taken from now, and lies ahead: "lundi" is the next Monday, "le 14 juillet" the next one. A
    /// day of the week said on that day is the next week's, but "ce mardi" is today. What comes again is read as its
    /// next time ("tous les mardis"); how often it comes, alone, is no time ("tous les jours", "hebdomadaire"), nor is a
    /// length ("pendant 3 jours") or a vague word ("bientôt", "tout à l'heure"). "Quelques jours" are three. A list
    /// gives one mention each ("les 3, 4 et 10 mai"); hours said of several days make the days one stretch ("du lundi au
    /// vendredi de 9 h à 12 h"), since no stretch has gaps.
    ///
    /// The calendar gives the school holidays of one zone: holidays that it lacks, or of other zones, are not read.
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
