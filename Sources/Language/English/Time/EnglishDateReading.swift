import CivilTime

/// Days: "tomorrow", "next Thursday", "the 3rd of May", "May 3rd, 2027", "26/11", "the first Monday of December".
extension EnglishTimeReader {
    /// The day or period at a place: the families in the order in which they are tried, the longest names first.
    func date(at index: Int) -> (DateParts, Int)? {
        relativeDay(at: index) ?? nthWeekday(at: index) ?? weekday(at: index) ?? dayOfMonth(at: index)
            ?? numeric(at: index) ?? named(at: index) ?? edge(at: index) ?? period(at: index) ?? monthOrYear(at: index)
    }

    /// "tomorrow", "the day after Christmas".
    private func relativeDay(at index: Int) -> (DateParts, Int)? {
        if let offset = meaning(index).dayOffset { return (.day(today.adding(days: offset)), index + 1) }
        guard meaning(index).unit == .day, has([.after, .before], at: index + 1),
            let (date, end) = date(at: base.skip(.the, from: index + 2)), date.isDay, let span = base.resolve(date)
        else { return nil }
        let step = has(.after, at: index + 1) ? 1 : -1
        return (.day(span.firstDay.adding(days: step), isRelative: span.isRelative), end)
    }

    /// "26/11", "2026-11-26"; the day comes first, as in France.
    private func numeric(at index: Int) -> (DateParts, Int)? {
        let isNamed = has([.the, .on, .at, .from, .to, .until, .before, .after, .by], at: index - 1)
        return base.numericDate(at: index, lead: isNamed ? .the : [])
    }

    // MARK: Days of the week

    private func weekday(at index: Int) -> (DateParts, Int)? {
        let place = after([.this, .next, .last], at: index)
        guard let weekday = meaning(place).weekday ?? shortWeekday(at: place), place == index || flows(into: place)
        else {
            return nil
        }
        let end = place + 1
        if has(.last, at: index), place > index { return (.day(base.previous(weekday)), end) }
        let plain = DateParts(weekday: weekday, isThisWeekday: has(.this, at: index) && place > index)
        guard flows(into: end) else { return (plain, end) }
        let dayPlace = base.skip([.the, .filler], from: end, most: 2)
        if let (found, dayEnd) = dayOfMonth(at: dayPlace, isNamed: true) ?? numeric(at: dayPlace), found.span == nil {
            var date = found
            date.weekday = weekday
            return (date, dayEnd)
        }
        return ofWeek(weekday, at: end) ?? (plain, end)
    }

    /// "Monday next week", "Thursday of this week", "Thursday week".
    private func ofWeek(_ weekday: Weekday, at index: Int) -> (DateParts, Int)? {
        if meaning(index).unit == .week { return (.day(today.next(weekday).adding(days: 7)), index + 1) }
        let place = after(.of, at: index)
        guard let (week, end) = period(at: place), let span = week.span, span.grain == .week else { return nil }
        return (.day(span.firstDay.next(weekday)), end)
    }

    /// An abbreviation counts beside a number, with its full stop, or alone.
    private func shortWeekday(at index: Int) -> Weekday? {
        guard let weekday = meaning(index).shortWeekday else { return nil }
        let next = base.skip(.the, from: index + 1)
        let isBesideNumber = base.item(next)?.number != nil && flows(into: index + 1)
        return isBesideNumber || base.isWhole(index, index + 1) ? weekday : nil
    }

    /// "the first Monday of December", "the last Friday of the month".
    private func nthWeekday(at index: Int) -> (DateParts, Int)? {
        let isLast = has(.last, at: index)
        let rank = number(at: index, in: 1...5).flatMap { $0.isOrdinal ? $0.value : nil }
        guard isLast || rank != nil, let weekday = meaning(index + 1).weekday, has([.of, .inTime], at: index + 2) else {
            return nil
        }
        let place = base.skip(.the, from: index + 3)
        guard let (date, end) = monthOrYear(at: place, isAsked: true) ?? period(at: place) ?? currentMonth(at: place),
            let month = base.resolve(date), month.grain == .month
        else { return nil }
        let day =
            isLast
            ? month.lastDay.adding(days: -6).next(weekday)
            : month.firstDay.next(weekday).adding(days: ((rank ?? 1) - 1) * 7)
        guard day <= month.lastDay else { return nil }
        return (.day(day, isRelative: month.isRelative), end)
    }

    /// "the month" after "of": this one.
    private func currentMonth(at index: Int) -> (DateParts, Int)? {
        guard meaning(index).unit == .month, has(.the, at: index - 1) else { return nil }
        return Periods.span(of: .month, 0, from: today).map { (DateParts(span: $0), index + 1) }
    }

    // MARK: Days of the month

    /// "3 May", "the 3rd of May 2027", "May 3rd"; "the 15th" alone, and a bare number after a day of the week.
    private func dayOfMonth(at start: Int, isNamed: Bool = false) -> (DateParts, Int)? {
        let index = base.skip(.the, from: start, most: 1)
        if let found = monthFirst(at: index) { return found }
        guard let day = number(at: index, in: 1...31), !items[index].isTight else { return nil }
        let place = base.skip([.of, .filler], from: index + 1, most: 1)
        if flows(into: index + 1), flows(into: place), let month = month(at: place) {
            let (year, end) = year(after: place + 1)
            return (DateParts(day: day.value, month: month, year: year), end)
        }
        let isArticled = index > start || has(.the, at: index - 1)
        guard day.isOrdinal, day.figures > 0 || day.value > 5, isArticled || isNamed else { return nil }
        if flows(into: place), has([.this, .next, .last], at: place), let (month, end) = period(at: place),
            let span = month.span, span.grain == .month,
            let date = Day(span.firstDay.year, span.firstDay.month, day.value)
        {
            return (.day(date), end)
        }
        if has(.of, at: index + 1), has(.the, at: index + 2), meaning(index + 3).unit == .month {
            return (DateParts(day: day.value), index + 4)
        }
        // "The 15th floor" is no day; "on the 15th please" is one.
        let before = has(.the, at: index - 1) ? index - 2 : index - 1
        let isAsked =
            isNamed || has([.on, .at, .from, .to, .fromPast, .since, .until, .before, .after, .by, .and], at: before)
        let isLast = base.isEnd(index + 1) || !flows(into: index + 1) || base.item(index + 1)?.isOther == false
        return (isAsked || isLast) && !has([.street, .counted], at: index + 1)
            ? (DateParts(day: day.value), index + 1) : nil
    }

    /// "May 3", "May the 3rd, 2027", but not "May 2027" or "in May 3 people".
    private func monthFirst(at index: Int) -> (DateParts, Int)? {
        guard let month = month(at: index), flows(into: index + 1) else { return nil }
        let place = base.skip(.the, from: index + 1, most: 1)
        guard let day = number(at: place, in: 1...31), !items[place].isTight, items[place].link != .colon,
            day.isOrdinal || base.isEnd(place + 1) || base.item(place + 1)?.isOther == false
                || items[place].link == .comma,
            meaning(place + 1).unit == nil, meaning(place + 1).clock == nil, !has(.counted, at: place + 1)
        else { return nil }
        let (year, end) = year(after: place + 1)
        return (DateParts(day: day.value, month: month, year: year), end)
    }

    /// The month at a place beside a number, where its abbreviation counts.
    private func month(at index: Int) -> Int? { meaning(index).month ?? meaning(index).shortMonth }

    /// A year of four figures, or said in words, after a place.
    func year(after index: Int) -> (Int?, Int) {
        guard flows(into: index) else { return (nil, index) }
        let place = base.skip([.of, .inTime], from: index, most: 1)
        guard let year = number(at: place, in: 1900...2199), !year.isOrdinal, year.figures == 4 || year.figures == 0
        else {
            return (nil, index)
        }
        return (year.value, place + 1)
    }
}
