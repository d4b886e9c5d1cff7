import CivilTime

/// Weeks, months, years, feasts and holidays: "next week", "the last 3 days", "early May", "the Christmas holidays".
extension EnglishTimeReader {
    /// A feast, school holidays or a season, with "next" or "last" before it.
    func named(at index: Int) -> (DateParts, Int)? {
        if let found = base.nextOrLast(at: index) { return found }
        let place = after(.this, at: index)
        if base.isSchoolHoliday(at: place) {
            let isNamed = place > index || has([.the, .inside, .inTime], at: index - 1) || has(.school, at: place)
            return base.schoolHoliday(at: place, isNamed: isNamed || base.isWhole(place, place + 1))
        }
        if let found = base.feast(at: place, lead: [], start: index) { return found }
        guard let season = meaning(place).season else { return nil }
        let (year, end) = year(after: place + 1)
        if let year { return Periods.season(season, in: year, isRelative: false).map { (DateParts(span: $0), end) } }
        // "A fall" and "the spring of the door" are no seasons.
        guard
            place > index || has([.inTime, .inside], at: index - 1)
                || (has(.the, at: index - 1) && has([.inTime, .inside], at: index - 2))
        else { return nil }
        return Periods.season(season, 0, from: today).map { (DateParts(span: $0), end) }
    }

    /// "this week", "next month", "the next 3 days", "the week of 6 October", "the weekend".
    func period(at index: Int) -> (DateParts, Int)? {
        if has([.next, .last], at: index), let found = severalUnits(at: index) { return found }
        if has([.this, .next, .last], at: index), let unit = meaning(index + 1).unit, unit >= .day,
            flows(into: index + 1)
        {
            let step = has(.this, at: index) ? 0 : has(.next, at: index) ? 1 : -1
            // "The next day" and "the last day" are those of something.
            guard unit != .day || step == 0 else { return nil }
            return Periods.span(of: unit, step, from: today).map { (DateParts(span: $0), index + 2) }
        }
        guard let unit = meaning(index).unit, unit == .week || unit == .weekend else { return nil }
        let place = base.skip(.the, from: index + 2, most: 1)
        if has(.of, at: index + 1), let (date, end) = date(at: place), date.isDay, let span = base.resolve(date) {
            let day = span.firstDay
            let first =
                unit == .weekend
                ? day.startOfWeek.adding(days: 5) : day.weekday.isWeekend ? day.next(.monday) : day.startOfWeek
            let last = first.adding(days: unit == .weekend ? 1 : 6)
            return (.days(first, last, unit == .weekend ? .weekend : .week, isRelative: span.isRelative), end)
        }
        guard unit == .weekend, has([.the, .at, .on, .inside], at: index - 1) || base.isWhole(index, index + 1) else {
            return nil
        }
        return Periods.span(of: .weekend, 0, from: today).map { (DateParts(span: $0), index + 1) }
    }

    /// "the next 3 days", "the last two weeks", "the next few days".
    private func severalUnits(at index: Int) -> (DateParts, Int)? {
        let count = has(.few, at: index + 1) ? 3 : number(at: index + 1, in: 1...999)?.value
        guard let count, let unit = meaning(index + 2).unit, unit != .weekend, unit != .fortnight,
            flows(into: index + 2)
        else { return nil }
        let sign = has(.next, at: index) ? 1 : -1
        if unit < .day { return (DateParts(span: Periods.stretch(of: unit, count * sign, from: base.now)), index + 3) }
        let (first, last) = sign > 0 ? (1, count) : (-count, -1)
        guard let head = Periods.span(of: unit, first, from: today),
            let tail = Periods.span(of: unit, last, from: today)
        else { return nil }
        return (
            DateParts(span: TimeSpan(start: head.start, end: tail.end, grain: head.grain, isRelative: true)), index + 3
        )
    }

    /// "early May", "mid-December", "the end of the month", "the beginning of next week".
    func edge(at index: Int) -> (DateParts, Int)? {
        guard let edge = meaning(index).edge ?? (has(.early, at: index) ? .start : has(.late, at: index) ? .end : nil)
        else { return nil }
        let place = base.skip([.of, .the], from: index + 1, most: 2)
        guard flows(into: place) else { return nil }
        var found = monthOrYear(at: place, isAsked: true) ?? period(at: place) ?? named(at: place)
        if found == nil, has(.the, at: place - 1), let unit = meaning(place).unit, unit >= .week {
            found = Periods.span(of: unit, 0, from: today).map { (DateParts(span: $0), place + 1) }
        }
        guard let (date, end) = found, let span = base.resolve(date), !span.isOneDay else { return nil }
        return (DateParts(span: Edges.part(edge, of: span, today: today)), end)
    }

    /// "May 2027", "next March", "in 2027"; `isAsked` when what stands before leaves no doubt that a month is meant.
    func monthOrYear(at index: Int, isAsked: Bool = false) -> (DateParts, Int)? {
        let place = after([.this, .next, .last], at: index)
        if let month = meaning(place).month, place == index || flows(into: place) {
            if has(.last, at: index), place > index {
                return (base.latest(DateParts(month: month)), place + 1)
            }
            let (year, end) = year(after: place + 1)
            let isLed =
                place > index
                || has(
                    [.inTime, .of, .fromPast, .since, .until, .before, .after, .by, .from, .to, .inside, .and],
                    at: index - 1)
            // "May" and "march" are words of everyday talk.
            guard !has(.unsure, at: place) || isLed || isAsked || year != nil || base.isWhole(place, place + 1) else {
                return nil
            }
            return (DateParts(month: month, year: year), end)
        }
        guard let year = number(at: index, in: 1900...2199), year.figures == 4, !items[index].isTight,
            isAsked || has([.inTime, .fromPast, .since, .until, .before, .after, .by, .from], at: index - 1)
        else { return nil }
        return base.year(year.value, end: index + 1)
    }
}
