import CivilTime

/// The beginning, the middle or the end of a period: "début avril", "en fin d'année", "à la mi-août".
extension TimeReader {
    /// The beginning, the middle or the end of a period.
    func edge(at index: Int, lead: TimeRoles) -> (DateParts, Int)? {
        guard let edge = item(index)?.meaning.edge else { return nil }
        let place = skip([.of, .ofThe, .the], from: index + 1)
        guard place < items.count, flows(into: place) else { return nil }
        if let unit = item(place)?.meaning.unit, unit >= .week, unit != .fortnight,
            !has([.next, .last, .following, .previous], at: place + 1), !isNamedPeriod(at: place)
        {
            let isPast = has(.fromPast, at: index - 1) || (has(.the, at: index - 1) && has(.fromPast, at: index - 2))
            return comingEdge(edge, of: unit, isPast: isPast).map { (DateParts(span: $0), place + 1) }
        }
        let roles: TimeRoles = [.of, .inTime]
        guard
            let (date, end) = period(at: place, lead: roles, start: place) ?? month(
                at: place, lead: roles, start: place)
                ?? season(at: place, lead: roles) ?? year(at: place, lead: roles)
                ?? schoolHoliday(at: place, isNamed: true),
            let span = resolve(date)
        else { return nil }
        return (DateParts(span: Edges.part(edge, of: span, today: today)), end)
    }

    /// "mois de mars", "année 2027", which have their own reading.
    private func isNamedPeriod(at index: Int) -> Bool {
        (has(.of, at: index + 1) && item(index + 2)?.meaning.month != nil)
            || number(at: index + 1, in: 1900...2199) != nil
            || (has(.decade, at: index) && number(at: index + 1, in: 0...99) != nil)
    }

    /// The edge of the current unit, or of the next one when that is over and "depuis" does not look back.
    private func comingEdge(_ edge: PeriodEdge, of unit: TimeUnit, isPast: Bool) -> TimeSpan? {
        for step in 0...1 {
            guard let span = Periods.span(of: unit, step, from: today) else { return nil }
            let part = Edges.part(edge, of: span, today: today)
            if part.lastDay >= today || unit == .year || isPast { return part }
        }
        return nil
    }
}

/// Where periods begin and end, when that is said of them.
enum Edges {
    /// The beginning, the middle or the end of a period, in days.
    static func part(_ edge: PeriodEdge, of span: TimeSpan, today: Day) -> TimeSpan {
        var (first, last) = bounds(edge, span)
        if edge == .rest, first < today, last >= today { first = today }
        let grain: TimeSpan.Grain = span.grain == .year ? .month : .day
        return TimeSpan(first: first, last: last, grain: grain, isRelative: span.isRelative)
    }

    private static func bounds(_ edge: PeriodEdge, _ span: TimeSpan) -> (Day, Day) {
        let (first, last) = (span.firstDay, span.lastDay)
        let isDecade = last.number - first.number > 366
        if isDecade, edge != .rest {
            // Three years, four years, three years.
            let (start, length) = edge == .start ? (0, 36) : edge == .middle ? (36, 48) : (84, 36)
            return (first.adding(months: start), first.adding(months: start + length).adding(days: -1))
        }
        switch (span.grain, edge) {
        case (_, .rest): return (first, last)
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
