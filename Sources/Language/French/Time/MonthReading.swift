import CivilTime

/// Months, quarters, years and seasons: "mars 2027", "en 2027", "les années 90", "cet été".
extension TimeReader {
    /// "mars", "le mois de mars 2027", "mars prochain".
    func month(at index: Int, lead: TimeRoles, start: Int) -> (DateParts, Int)? {
        let isNamed = item(index)?.meaning.unit == .month && has(.of, at: index + 1)
        let place = isNamed ? index + 2 : index
        guard let month = item(place)?.meaning.month ?? shortMonth(at: place), isNamed || isMonth(place, start, lead)
        else { return nil }
        let end = place + 1
        if flows(into: end), has(.last, at: end) || has(.next, at: end) {
            let isLast = has(.last, at: end)
            let year = isLast ? today.year - (month < today.month ? 0 : 1) : today.year + (month > today.month ? 0 : 1)
            return (DateParts(month: month, year: year), end + 1)
        }
        // "Juin 5" is a day, "en juin 27" and "juin '27" are months of a year.
        if !isNamed, lead.isDisjoint(with: [.inTime, .of]), let day = dayAfterMonth(at: end) {
            let year = number(at: end + 1, in: 1900...2199)?.value
            return (DateParts(day: day, month: month, year: year), year == nil ? end + 1 : end + 2)
        }
        let (year, yearEnd) = yearAfterMonth(at: end)
        return (DateParts(month: month, year: year), yearEnd)
    }

    /// The day after a month, in the English order.
    private func dayAfterMonth(at index: Int) -> Int? {
        guard let day = number(at: index, in: 1...31), day.figures > 0 || day.isOrdinal || isEnd(index + 1),
            flows(into: index), items[index - 1].link != .apostrophe, !items[index].isTight
        else { return nil }
        if number(at: index + 1, in: 1900...2199)?.figures == 4 { return day.value }
        return !isCounting(at: index) && (isEnd(index + 1) || item(index + 1)?.isOther == false) ? day.value : nil
    }

    private func shortMonth(at index: Int) -> Int? {
        guard let month = item(index)?.meaning.shortMonth else { return nil }
        if items[index].link == .stop {
            // "Merci Jan." has no month.
            return isWhole(index, index + 1) || has(.light, at: index - 1) || item(index + 1)?.number != nil
                ? month : nil
        }
        let isDay = items[index].isLong && dayAfterMonth(at: index + 1) != nil
        return number(at: index + 1, in: 1900...2199) != nil || isDay ? month : nil
    }

    /// Whether a word is a month and not "je mars" or a "mai" for a "mais": short names need a preposition or a year.
    private func isMonth(_ index: Int, _ start: Int, _ lead: TimeRoles) -> Bool {
        guard start == 0 || !has([.subject, .title], at: start - 1) else { return false }
        guard let token = item(index)?.tokens, token.count == 1,
            items[index].meaning.month.map({ $0 == 3 || $0 == 5 }) == true
        else { return true }
        if !lead.isDisjoint(with: [.inTime, .of, .at, .atThe, .ofThe, .about]) || isWhole(start, index + 1) {
            return true
        }
        if has([.next, .last], at: index + 1) || number(at: index + 1, in: 1900...2199) != nil
            || dayAfterMonth(at: index + 1) != nil
            || (has([.at, .atThe, .until, .and], at: index + 1) && item(index + 2)?.meaning.month != nil)
        {
            return true
        }
        return start > 0 && has([.at, .before, .after, .until, .since, .by, .fromPast, .between, .and], at: start - 1)
    }

    /// "le premier trimestre 2027".
    func quarter(at index: Int) -> (DateParts, Int)? { nth(at: index) }

    /// "en 2027".
    func year(at index: Int, lead: TimeRoles) -> (DateParts, Int)? {
        guard let number = number(at: index, in: 1900...2199), !number.isOrdinal,
            number.figures == 4 || number.figures == 0,
            !items[index].isTight
        else { return nil }
        if let range = yearRange(at: index), let days = range.0.span,
            lead.contains(.inTime) || isWhole(index, range.1) || days.lastDay.year == days.firstDay.year + 1
        {
            return range
        }
        guard lead.contains(.inTime), !isCounting(at: index) else { return nil }
        return year(number.value, end: index + 1)
    }

    /// A year after "année", "an": "l'an 2030", "les années 2026-2027".
    func namedYear(at index: Int) -> (DateParts, Int)? {
        guard let first = number(at: index, in: 1900...2199), first.figures != 0 else { return nil }
        return yearRange(at: index) ?? year(first.value, end: index + 1)
    }

    /// "les années 90", "les années 1980"; of two figures, 30 and more are of the twentieth century.
    func decade(at index: Int) -> (DateParts, Int)? {
        guard has(.decade, at: index), let number = number(at: index + 1, in: 0...2199), number.value % 10 == 0,
            flows(into: index + 1), number.value < 100 || number.value >= 1900
        else { return nil }
        let century = number.value >= 1900 ? 0 : number.value >= 30 ? 1900 : 2000
        guard let first = Day(century + number.value, 1, 1), let last = Day(century + number.value + 9, 12, 31) else {
            return nil
        }
        return (.days(first, last, .year, isRelative: false), index + 2)
    }

    /// The school year, from 1 September: "l'année scolaire 2026-2027", "cette année scolaire".
    func schoolYear(at index: Int, lead: TimeRoles) -> (DateParts, Int)? {
        func days(_ year: Int, _ end: Int) -> (DateParts, Int)? {
            guard let first = Day(year, 9, 1), let last = Day(year + 1, 8, 31) else { return nil }
            return (.days(first, last, .year), end)
        }
        let current = today.month >= 9 ? today.year : today.year - 1
        if let first = number(at: index, in: 1900...2199), flows(into: index) {
            return days(first.value, yearRange(at: index)?.1 ?? index + 1)
        }
        if has([.next, .following], at: index), flows(into: index) { return days(current + 1, index + 1) }
        if has([.last, .previous], at: index), flows(into: index) { return days(current - 1, index + 1) }
        return lead.isDisjoint(with: [.this, .within, .inside, .of]) ? nil : days(current, index)
    }

    /// Two years joined by a hyphen or a slash: "2026-2027", "2026/2027".
    func yearRange(at index: Int) -> (DateParts, Int)? {
        guard let first = number(at: index, in: 1900...2199), let last = number(at: index + 1, in: 1900...2199),
            first.figures == 4, last.figures == 4, first.value < last.value,
            [.hyphen, .dash, .slash].contains(items[index].link),
            let start = Day(first.value, 1, 1), let end = Day(last.value, 12, 31)
        else { return nil }
        return (.days(start, end, .year, isRelative: false), index + 2)
    }

    func year(_ year: Int, end: Int) -> (DateParts, Int)? {
        guard let first = Day(year, 1, 1), let last = Day(year, 12, 31) else { return nil }
        return (.days(first, last, .year, isRelative: false), end)
    }

    /// "cet été", "l'hiver prochain", "au printemps 2027".
    func season(at index: Int, lead: TimeRoles) -> (DateParts, Int)? {
        guard let season = item(index)?.meaning.season else { return nil }
        let end = index + 1
        let (year, yearEnd) = yearAfterMonth(at: end)
        if let year, let span = Periods.season(season, in: year, isRelative: false) {
            return (DateParts(span: span), yearEnd)
        }
        let isDirected = flows(into: end) && has([.next, .last], at: end)
        guard isDirected || !lead.isDisjoint(with: [.this, .the, .atThe, .inTime, .inside, .of]) else { return nil }
        let step = isDirected ? (has(.next, at: end) ? 1 : -1) : 0
        return Periods.season(season, step, from: today).map { (DateParts(span: $0), isDirected ? end + 1 : end) }
    }
}
