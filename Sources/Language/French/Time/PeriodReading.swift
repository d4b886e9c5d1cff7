import CivilTime

/// Weeks, months, years and their like: "la semaine prochaine", "les 3 prochains jours", "début avril", "en 2027".
extension TimeReader {
    /// The period counted from now at a place.
    func period(at index: Int, lead: TimeRoles, start: Int) -> (DateParts, Int)? {
        if let several = severalPeriods(at: index) { return several }
        if has([.next, .last], at: index), let unit = item(index + 1)?.meaning.unit, flows(into: index + 1),
            unit >= .day
        {
            let isNext = has(.next, at: index)
            if unit == .day, isNext {
                // "Les prochains jours" are a week of them.
                return (.days(today.adding(days: 1), today.adding(days: 7), .day), index + 2)
            }
            return shifted(unit, by: isNext ? 1 : -1, end: index + 2)
        }
        guard let unit = item(index)?.meaning.unit, unit >= .day else { return nil }
        let end = index + 1
        if flows(into: end) {
            if has([.next, .following], at: end) { return shifted(unit, by: 1, end: end + 1) }
            if has([.last, .previous], at: end) { return shifted(unit, by: -1, end: end + 1) }
            if unit == .week, let week = weekNumber(at: end) ?? weekOf(at: end) { return week }
            if unit == .weekend, let weekend = weekendOf(at: end) { return weekend }
            // "Du mois de décembre" is December, not this month.
            if unit == .month, has(.of, at: end), let month = month(at: end + 1, lead: .of, start: start) {
                return month
            }
            if unit == .year, let year = number(at: skip(.the, from: end), in: 1900...2199), year.figures != 0 {
                return self.year(year.value, end: skip(.the, from: end) + 1)
            }
        }
        return currentPeriod(unit, lead: lead, start: start, end: end)
    }

    /// A period after "de", "du", "de la": "du mois prochain", "de l'année".
    func period(after index: Int) -> (DateParts, Int)? {
        let lead = lead(at: index)
        guard lead.end < items.count, flows(into: lead.end) else { return nil }
        return period(at: lead.end, lead: lead.roles, start: index)
            ?? quarter(at: lead.end) ?? month(at: lead.end, lead: lead.roles, start: index)
            ?? year(at: lead.end, lead: lead.roles.union(.inTime)) ?? season(at: lead.end, lead: lead.roles)
    }

    /// "cette semaine", "dans le mois", "le menu du jour"; "en semaine" means its working days.
    private func currentPeriod(_ unit: TimeUnit, lead: TimeRoles, start: Int, end: Int) -> (DateParts, Int)? {
        if unit == .week, lead.contains(.inTime), !lead.contains(.the) {
            return (.days(today.startOfWeek, today.startOfWeek.adding(days: 4), .week), end)
        }
        let isNamed = !lead.isDisjoint(with: [.this, .within, .inside, .ofThe]) || lead.isSuperset(of: [.of, .the])
        // "dans les années 80"
        guard isNamed || (unit == .weekend && lead.contains(.the)), item(end)?.number == nil || !flows(into: end) else {
            return nil
        }
        return shifted(unit, by: 0, end: end)
    }

    /// A unit counted from the current one.
    private func shifted(_ unit: TimeUnit, by count: Int, end: Int) -> (DateParts, Int)? {
        Periods.span(of: unit, count, from: today).map { (DateParts(span: $0), end) }
    }

    /// "les 3 prochains jours", "2 semaines passées", "3 mois suivants".
    private func severalPeriods(at index: Int) -> (DateParts, Int)? {
        guard let count = number(at: index, in: 1...999), !count.isOrdinal, flows(into: index + 1) else { return nil }
        let isBefore = has([.next, .last], at: index + 1)
        let place = isBefore ? index + 2 : index + 1
        let sign = isBefore ? index + 1 : index + 2
        guard let unit = item(place)?.meaning.unit, unit != .weekend, unit != .fortnight, flows(into: place),
            flows(into: sign), let direction = direction(at: sign)
        else { return nil }
        let end = max(place, sign) + 1
        if unit < .day { return (DateParts(span: Periods.stretch(of: unit, count.value * direction, from: now)), end) }
        let (first, last) = direction > 0 ? (1, count.value) : (-count.value, -1)
        guard let head = Periods.span(of: unit, first, from: today),
            let tail = Periods.span(of: unit, last, from: today)
        else { return nil }
        let span = TimeSpan(start: head.start, end: tail.end, grain: head.grain, isRelative: true)
        return (DateParts(span: span), end)
    }

    private func direction(at index: Int) -> Int? {
        if has([.next, .following], at: index) { return 1 }
        return has([.last, .previous], at: index) ? -1 : nil
    }

    // MARK: Weeks

    /// "semaine 48".
    private func weekNumber(at index: Int) -> (DateParts, Int)? {
        guard let week = number(at: index, in: 1...53), !week.isOrdinal, week.figures > 0, !isCounting(at: index) else {
            return nil
        }
        for year in today.year...today.year + 1 {
            guard let fourth = Day(year, 1, 4) else { continue }
            let first = fourth.startOfWeek.adding(days: (week.value - 1) * 7)
            if first.adding(days: 7) > today { return (.days(first, first.adding(days: 6), .week), index + 1) }
        }
        return nil
    }

    /// "la semaine du 6 octobre": the week that holds the day, or begins right after it when it is at a weekend.
    private func weekOf(at index: Int) -> (DateParts, Int)? {
        guard let (day, end, isRelative) = dayOf(at: index) else { return nil }
        let first = day.weekday.isWeekend ? day.next(.monday) : day.startOfWeek
        return (.days(first, first.adding(days: 6), .week, isRelative: isRelative), end)
    }

    /// "le week-end du 12".
    private func weekendOf(at index: Int) -> (DateParts, Int)? {
        guard let (day, end, isRelative) = dayOf(at: index) else { return nil }
        let saturday = day.startOfWeek.adding(days: 5)
        return (.days(saturday, saturday.adding(days: 1), .weekend, isRelative: isRelative), end)
    }

    private func dayOf(at index: Int) -> (Day, Int, Bool)? {
        guard has([.of, .ofThe], at: index), var (date, end) = date(at: index), date.isDay else { return nil }
        // "du 5 et 6 décembre"
        if date.day != nil, date.month == nil, has(.and, at: end), let (next, nextEnd) = self.date(at: end + 1),
            let month = next.month, next.day != nil
        {
            (date.month, date.year, end) = (month, next.year, nextEnd)
        }
        guard let span = resolve(date) else { return nil }
        return (span.firstDay, end, span.isRelative)
    }

    // MARK: Months, quarters, years, seasons

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
        let (year, yearEnd) = yearAfterMonth(at: end)
        return (DateParts(month: month, year: year), yearEnd)
    }

    private func shortMonth(at index: Int) -> Int? {
        guard let month = item(index)?.meaning.shortMonth else { return nil }
        let isBeside = number(at: index + 1, in: 1900...2199) != nil
        return items[index].link == .stop || isBeside ? month : nil
    }

    /// Whether a word is a month and not "je mars" or a "mai" for a "mais": short names need a preposition or a year.
    private func isMonth(_ index: Int, _ start: Int, _ lead: TimeRoles) -> Bool {
        guard start == 0 || !has(.subject, at: start - 1) else { return false }
        guard let token = item(index)?.tokens, token.count == 1,
            items[index].meaning.month.map({ $0 == 3 || $0 == 5 }) == true
        else { return true }
        if !lead.isDisjoint(with: [.inTime, .of, .at, .atThe, .ofThe, .about]) || isWhole(start, index + 1) {
            return true
        }
        if has([.next, .last], at: index + 1) || number(at: index + 1, in: 1900...2199) != nil { return true }
        return start > 0 && has([.at, .before, .after, .until, .since, .by, .fromPast, .between, .and], at: start - 1)
    }

    /// "le premier trimestre 2027".
    func quarter(at index: Int) -> (DateParts, Int)? { nth(at: index) }

    /// "en 2027".
    func year(at index: Int, lead: TimeRoles) -> (DateParts, Int)? {
        guard let number = number(at: index, in: 1900...2199), !number.isOrdinal,
            number.figures == 4 || number.figures == 0,
            !lead.isDisjoint(with: [.inTime]), !isCounting(at: index)
        else { return nil }
        return year(number.value, end: index + 1)
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

extension TimeUnit: Comparable {
    /// How long the unit is, to compare units.
    private var rank: Int {
        switch self {
        case .second: 0
        case .minute: 1
        case .hour: 2
        case .day: 3
        case .weekend: 4
        case .week: 5
        case .fortnight: 6
        case .month: 7
        case .quarter: 8
        case .semester: 9
        case .year: 10
        }
    }

    static func < (lhs: TimeUnit, rhs: TimeUnit) -> Bool { lhs.rank < rhs.rank }
}
