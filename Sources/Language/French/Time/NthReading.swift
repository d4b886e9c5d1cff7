import CivilTime

/// Parts of periods: "le premier dimanche du mois", "dernier jour d'octobre 2015", "début avril", "en fin d'année".
extension TimeReader {
    /// A day, week or other part counted within a period.
    func nth(at index: Int) -> (DateParts, Int)? {
        guard let rank = rank(at: index), let what = item(index + 1)?.meaning, flows(into: index + 1) else {
            return nil
        }
        let (container, end) = self.container(at: index + 2)
        if let container, let coming = coming(rank, what, after: container, at: index + 2) { return (coming, end) }
        return part(rank, what, of: container, end: end)
    }

    /// "Le premier dimanche du mois" is next month's when this month's is over.
    private func coming(_ rank: Int, _ what: TimeMeaning, after container: TimeSpan, at index: Int) -> DateParts? {
        guard container.firstDay <= today, container.isRelative, container.grain == .month, !has(.this, at: index + 1),
            let (date, _) = part(rank, what, of: container, end: index), let span = resolve(date), span.lastDay < today,
            let next = Periods.span(of: .month, 1, from: today)
        else { return nil }
        return part(rank, what, of: next, end: index)?.0
    }

    private func part(_ rank: Int, _ what: TimeMeaning, of container: TimeSpan?, end: Int) -> (DateParts, Int)? {
        let isRelative = container?.isRelative ?? true
        if let weekday = what.weekday {
            guard let container else {
                return rank < 0 ? (.day(previous(weekday)), end) : nil
            }
            return nthDay(rank, weekday, in: container).map { (.day($0, isRelative: isRelative), end) }
        }
        guard let unit = what.unit else { return nil }
        switch unit {
        case .quarter, .semester:
            return division(rank, of: unit == .quarter ? 4 : 2, in: container).map { (DateParts(span: $0), end) }
        case .day, .week, .weekend, .fortnight, .month:
            guard let container, let span = part(rank, unit, of: container) else { return nil }
            return (DateParts(span: span), end)
        default: return nil
        }
    }

    /// The rank at a place, counted from 1, or -1 for the last.
    private func rank(at index: Int) -> Int? {
        if has(.ending, at: index) { return -1 }
        guard let number = number(at: index, in: 1...99), number.isOrdinal else { return nil }
        return number.value
    }

    /// The period after "de", "du", with the place after it; nil and the same place when there is none.
    private func container(at index: Int) -> (TimeSpan?, Int) {
        guard flows(into: index) else { return (nil, index) }
        if has([.of, .ofThe], at: index), let (date, end) = period(after: index), let span = resolve(date) {
            return (span, end)
        }
        // "de chaque mois"
        if has(.of, at: index), has(.length, at: index + 1), let unit = item(index + 2)?.meaning.unit,
            let span = Periods.span(of: unit, 0, from: today)
        {
            return (span, index + 3)
        }
        let (year, end) = yearAfterMonth(at: index)
        if let year, let first = Day(year, 1, 1), let last = Day(year, 12, 31) {
            return (TimeSpan(first: first, last: last, grain: .year, isRelative: false), end)
        }
        return (nil, index)
    }

    private func nthDay(_ rank: Int, _ weekday: Weekday, in container: TimeSpan) -> Day? {
        let first = container.firstDay.next(weekday)
        let last = container.lastDay.adding(days: -6).next(weekday)
        let day = rank < 0 ? last : first.adding(days: (rank - 1) * 7)
        return day >= container.firstDay && day <= container.lastDay ? day : nil
    }

    /// The quarter or half of a year.
    private func division(_ rank: Int, of count: Int, in container: TimeSpan?) -> TimeSpan? {
        let year = container?.firstDay.year ?? today.year
        let place = rank < 0 ? count : rank
        let length = 12 / count
        guard place <= count, var first = Day(year, (place - 1) * length + 1, 1) else { return nil }
        if container == nil, rank > 0, first.adding(months: length) <= today { first = first.adding(months: 12) }
        let last = first.adding(months: length).adding(days: -1)
        return TimeSpan(first: first, last: last, grain: .quarter, isRelative: container?.isRelative ?? true)
    }

    /// A day, a week, a weekend, a fortnight or a month within a period; weeks are whole ones.
    private func part(_ rank: Int, _ unit: TimeUnit, of container: TimeSpan) -> TimeSpan? {
        let (head, tail) = (container.firstDay, container.lastDay)
        let (first, last, grain): (Day, Day, TimeSpan.Grain)
        switch unit {
        case .day:
            first = rank < 0 ? tail : head.adding(days: rank - 1)
            (last, grain) = (first, .day)
        case .weekend:
            guard let saturday = nthDay(rank, .saturday, in: container) else { return nil }
            (first, last, grain) = (saturday, saturday.adding(days: 1), .weekend)
        case .week:
            let lastSunday = tail.adding(days: -6).next(.sunday)
            guard let monday = rank < 0 ? lastSunday.adding(days: -6) : nthDay(rank, .monday, in: container) else {
                return nil
            }
            (first, last, grain) = (monday, monday.adding(days: 6), .week)
        case .fortnight:
            let middle = head.adding(days: 14)
            guard rank == 1 || rank == 2 || rank < 0 else { return nil }
            (first, last, grain) = rank == 1 ? (head, middle.adding(days: -1), .week) : (middle, tail, .week)
        default:
            first = rank < 0 ? tail.startOfMonth : head.adding(months: rank - 1)
            (last, grain) = (first.endOfMonth, .month)
        }
        guard first >= head, last <= tail || unit == .weekend else { return nil }
        return TimeSpan(first: first, last: last, grain: grain, isRelative: container.isRelative)
    }

    // MARK: Edges

    /// The beginning, the middle or the end of a period.
    func edge(at index: Int, lead: TimeRoles) -> (DateParts, Int)? {
        guard let edge = item(index)?.meaning.edge else { return nil }
        let place = skip([.of, .ofThe, .the], from: index + 1)
        guard place < items.count, flows(into: place) else { return nil }
        if let unit = item(place)?.meaning.unit, unit >= .week, unit != .fortnight,
            !has([.next, .last, .following, .previous], at: place + 1), !isNamedPeriod(at: place)
        {
            return comingEdge(edge, of: unit).map { (DateParts(span: $0), place + 1) }
        }
        let roles: TimeRoles = [.of, .inTime]
        guard
            let (date, end) = period(at: place, lead: roles, start: place) ?? month(
                at: place, lead: roles, start: place)
                ?? season(at: place, lead: roles) ?? year(at: place, lead: roles)
                ?? schoolHoliday(at: place, isNamed: true),
            let span = resolve(date)
        else { return nil }
        return (DateParts(span: Edges.part(edge, of: span)), end)
    }

    /// "mois de mars", "année 2027", which have their own reading.
    private func isNamedPeriod(at index: Int) -> Bool {
        (has(.of, at: index + 1) && item(index + 2)?.meaning.month != nil)
            || number(at: index + 1, in: 1900...2199) != nil
    }

    /// The edge of the current unit, or of the next one when that is over.
    private func comingEdge(_ edge: PeriodEdge, of unit: TimeUnit) -> TimeSpan? {
        for step in 0...1 {
            guard let span = Periods.span(of: unit, step, from: today) else { return nil }
            let part = Edges.part(edge, of: span)
            if part.lastDay >= today || unit == .year { return part }
        }
        return nil
    }
}

/// Where periods begin and end, when that is said of them.
enum Edges {
    /// The beginning, the middle or the end of a period, in days.
    static func part(_ edge: PeriodEdge, of span: TimeSpan) -> TimeSpan {
        let (first, last) = bounds(edge, span)
        let grain: TimeSpan.Grain = span.grain == .year ? .month : .day
        return TimeSpan(first: first, last: last, grain: grain, isRelative: span.isRelative)
    }

    private static func bounds(_ edge: PeriodEdge, _ span: TimeSpan) -> (Day, Day) {
        let (first, last) = (span.firstDay, span.lastDay)
        switch (span.grain, edge) {
        case (.week, .start): return (first, first.adding(days: 1))
        case (.week, .middle): return (first.adding(days: 2), first.adding(days: 3))
        case (.week, .end): return (first.adding(days: 3), last)
        case (.month, .start): return (first, first.adding(days: 9))
        case (.month, .middle): return (first.adding(days: 9), first.adding(days: 18))
        case (.month, .end): return (first.adding(days: 20), last)
        case (.year, .start): return (first, first.adding(months: 2).adding(days: -1))
        case (.year, .middle): return (first.adding(months: 4), first.adding(months: 8).adding(days: -1))
        case (.year, .end): return (first.adding(months: 10), last)
        case (_, .start): return (first, first.adding(days: (last.number - first.number) / 3))
        case (_, .middle):
            let third = (last.number - first.number) / 3
            return (first.adding(days: third), last.adding(days: -third))
        case (_, .end): return (last.adding(days: -((last.number - first.number) / 3)), last)
        }
    }
}
