import CivilTime

/// Half-open times: "à partir de vendredi", "depuis 2019", "jusqu'au 8", "avant 16 h", "d'ici Noël".
extension TimeReader {
    /// The half-open time at a place; "d'ici vendredi" starts now and is closed.
    func openRange(at index: Int) -> (TimePoint, Int)? {
        let start = skip(.filler, from: index)
        guard let roles = item(start)?.roles, items[start].meaning.isContent == false,
            !roles.isDisjoint(with: [.since, .fromPast, .until, .before, .after, .by]),
            start == index || flows(into: start)
        else { return nil }
        if let (window, end) = window(at: index, isAlone: true) { return (TimePoint(window: window), end) }
        // "Sous huitaine" is a length.
        if roles.contains(.by), instant(at: start) != nil { return nil }
        // "Des trois prochains mois" is written as "dès" without its accent.
        let isArticle = roles.isSuperset(of: [.since, .ofThe])
        if isArticle,
            (1...3).contains(where: { has([.next, .last], at: start + $0) && item(start + 1)?.number != nil })
                || has([.next, .last, .holidays, .school], at: start + 1)
        {
            return nil
        }
        let inside = start + 1
        guard inside < items.count, flows(into: inside) else { return nil }
        var (point, end) = self.point(at: inside) ?? (TimePoint(), inside)
        if point.isEmpty {
            guard let (date, after) = latentDay(at: inside, roles) ?? schoolHoliday(at: inside, isNamed: true) else {
                return nil
            }
            (point, end) = extended(TimePoint(date: date), end: after)
        }
        guard point.instant == nil || item(inside)?.meaning.clock == .now else { return nil }
        if !roles.isDisjoint(with: [.until, .before, .by]) {
            point.reach = .until
            // "Avant la fin du mois" is as good as by its end.
            point.isUntil = !roles.contains(.before) || item(skip(.the, from: inside))?.meaning.edge == .end
            point.startsNow = roles.contains(.by)
        } else {
            point.reach = .from
            point.isAfter = roles.contains(.after)
            if roles.contains(.fromPast) { point.date = point.date.map(latest) }
        }
        return (point, end)
    }

    /// The last time that a date came, for "depuis".
    func latest(_ date: DateParts) -> DateParts {
        if let span = date.span, span.isRelative, span.firstDay > today { return .before(span, date.feast) }
        guard date.span == nil, date.year == nil else { return date }
        if let weekday = date.weekday, date.day == nil { return .day(previous(weekday)) }
        var date = date
        let (year, month, day) = today.parts
        if let named = date.month {
            date.year = (named, date.day ?? 1) > (month, day) ? year - 1 : year
        } else if let named = date.day {
            let first = named > day ? today.startOfMonth.adding(months: -1) : today.startOfMonth
            (date.month, date.year) = (first.month, first.year)
        }
        return date
    }

    /// "à partir du 8", "jusqu'au 20", where the article is part of the word; "depuis 2020".
    private func latentDay(at index: Int, _ roles: TimeRoles) -> (DateParts, Int)? {
        if let year = number(at: index, in: 1900...2199), year.figures == 4, !isCounting(at: index) {
            return self.year(year.value, end: index + 1)
        }
        guard let number = number(at: index, in: 1...31), !isCounting(at: index), !roles.contains(.before),
            !roles.contains(.after)
        else { return nil }
        return (DateParts(day: number.value), index + 1)
    }
}
