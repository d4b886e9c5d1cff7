import CivilTime

/// Weeks, months, years and their like: "la semaine prochaine", "les 3 prochains jours", "début avril", "en 2027".
extension TimeReader {
    /// The period counted from now at a place.
    func period(at index: Int, lead: TimeRoles, start: Int) -> (DateParts, Int)? {
        if let several = severalPeriods(at: index) { return several }
        if has([.next, .last], at: index), !has(.past, at: index), !has(.unsure, at: index + 1),
            let unit = item(index + 1)?.meaning.unit, flows(into: index + 1),
            unit >= .day
        {
            // "Le dernier jour" is that of something, not yesterday.
            let isNext = has(.next, at: index)
            guard isNext || unit != .day || lead.contains(.plural) else { return nil }
            return neighbour(unit, isNext: isNext, lead: lead, end: index + 2)
        }
        if let hour = neighbouringHour(at: index, lead: lead) { return hour }
        guard let unit = item(index)?.meaning.unit, unit >= .day,
            !has(.unsure, at: index) || !lead.isDisjoint(with: [.the, .this, .atThe, .ofThe])
        else { return nil }
        let end = unit == .year ? skip(.school, from: index + 1, most: 1) : index + 1
        if end > index + 1 { return schoolYear(at: end, lead: lead) }
        if flows(into: end) {
            if has([.next, .following], at: end) {
                return neighbour(unit, isNext: true, lead: lead, end: end + 1)
            }
            if has([.last, .previous], at: end) {
                return neighbour(unit, isNext: false, lead: lead, end: end + 1)
            }
            if unit == .week, let week = weekNumber(at: end) ?? weekOf(at: end) { return week }
            if unit == .weekend, let weekend = weekendOf(at: end) { return weekend }
            // "Du mois de décembre" is December, not this month.
            if unit == .month, has(.of, at: end), let month = month(at: end + 1, lead: .of, start: start) {
                return month
            }
            if unit == .year, let year = decade(at: index) ?? namedYear(at: skip(.the, from: end)) { return year }
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

    /// The unit before or after this one; "les prochains jours", "les derniers jours" are a week of them.
    private func neighbour(_ unit: TimeUnit, isNext: Bool, lead: TimeRoles, end: Int) -> (DateParts, Int)? {
        if unit == .day, lead.contains(.plural) {
            let first = today.adding(days: isNext ? 1 : -7)
            return (.days(first, first.adding(days: 6), .day), end)
        }
        return shifted(unit, by: isNext ? 1 : -1, end: end)
    }

    /// "la prochaine heure", "l'heure suivante"; without an article, "dernière heure" is news.
    private func neighbouringHour(at index: Int, lead: TimeRoles) -> (DateParts, Int)? {
        let isBefore = has([.next, .last], at: index)
        let (unit, sign) = isBefore ? (index + 1, index) : (index, index + 1)
        guard item(unit)?.meaning.unit == .hour, !lead.isDisjoint(with: [.the, .this]), flows(into: index + 1),
            let direction = direction(at: sign)
        else { return nil }
        return (DateParts(span: Periods.stretch(of: .hour, direction, from: now)), index + 2)
    }

    /// A unit counted from the current one.
    private func shifted(_ unit: TimeUnit, by count: Int, end: Int) -> (DateParts, Int)? {
        Periods.span(of: unit, count, from: today).map { (DateParts(span: $0), end) }
    }

    /// "les 3 prochains jours", "2 semaines passées", "3 mois suivants", "les prochaines 48 heures".
    private func severalPeriods(at index: Int) -> (DateParts, Int)? {
        let isFirst = has([.next, .last], at: index) && !has(.past, at: index)
        let start = isFirst ? index + 1 : index
        guard let count = has(.few, at: start) ? 3 : plainNumber(at: start), flows(into: start + 1) else { return nil }
        let isBefore = !isFirst && has([.next, .last], at: start + 1)
        let place = isBefore ? start + 2 : start + 1
        let sign = isFirst ? index : isBefore ? start + 1 : start + 2
        guard let unit = item(place)?.meaning.unit, unit != .weekend, unit != .fortnight, flows(into: place),
            flows(into: sign), let direction = direction(at: sign)
        else { return nil }
        let end = max(place, sign) + 1
        if unit < .day { return (DateParts(span: Periods.stretch(of: unit, count * direction, from: now)), end) }
        let (first, last) = direction > 0 ? (1, count) : (-count, -1)
        guard let head = Periods.span(of: unit, first, from: today),
            let tail = Periods.span(of: unit, last, from: today)
        else { return nil }
        let span = TimeSpan(start: head.start, end: tail.end, grain: head.grain, isRelative: true)
        return (DateParts(span: span), end)
    }

    private func plainNumber(at index: Int) -> Int? {
        guard let count = number(at: index, in: 1...999), !count.isOrdinal else { return nil }
        return count.value
    }

    private func direction(at index: Int) -> Int? {
        if has([.next, .following], at: index) { return 1 }
        return has([.last, .previous], at: index) ? -1 : nil
    }

    // MARK: Weeks

    /// "semaine 48", "semaine n° 48", "semaine 2 de 2027".
    private func weekNumber(at start: Int) -> (DateParts, Int)? {
        let index = skip(.numberSign, from: start, most: 1)
        guard let week = number(at: index, in: 1...53), !week.isOrdinal, week.figures > 0, flows(into: index) else {
            return nil
        }
        func days(in year: Int) -> Day? { Day(year, 1, 4)?.startOfWeek.adding(days: (week.value - 1) * 7) }
        let (year, end) = yearAfterMonth(at: index + 1)
        if let year, let first = days(in: year) {
            return (.days(first, first.adding(days: 6), .week, isRelative: false), end)
        }
        guard !isCounting(at: index) else { return nil }
        for year in today.year...today.year + 1 {
            guard let first = days(in: year), first.adding(days: 7) > today else { continue }
            return (.days(first, first.adding(days: 6), .week), index + 1)
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
        if let (days, end) = range(at: index), days.isDays, let span = resolve(days)?.span {
            return (span.firstDay, end, span.isRelative)
        }
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
