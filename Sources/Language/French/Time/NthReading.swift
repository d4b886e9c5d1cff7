import CivilTime

/// Parts of periods: "le premier dimanche du mois", "dernier jour d'octobre 2015", "T3 2027".
extension TimeReader {
    /// A day, week or other part counted within a period.
    func nth(at index: Int) -> (DateParts, Int)? {
        if let found = signedQuarter(at: index) ?? several(at: index) { return found }
        if let found = rankOfList(at: index) { return found }
        guard let rank = rank(at: index), let what = item(index + 1)?.meaning, flows(into: index + 1) else {
            return nil
        }
        var (container, end) = self.container(at: index + 2)
        if container == nil, rank > 0, what.weekday != nil { container = Periods.span(of: .month, 0, from: today) }
        if let container, let coming = coming(rank, what, after: container, named: index + 2..<end) {
            return (coming, end)
        }
        return part(rank, what, of: container, end: end)
    }

    /// The first rank of "le 1er et le 3e mardi du mois", whose weekday comes with the last one.
    private func rankOfList(at index: Int) -> (DateParts, Int)? {
        guard rank(at: index) != nil, has(.and, at: index + 1) || items[index].link == .comma else { return nil }
        var place = index
        while place < index + 12, has(.and, at: place + 1) || items[place].link == .comma {
            place = skip([.and, .the], from: place + 1)
            guard rank(at: place) != nil else { return nil }
        }
        guard place > index, item(place + 1)?.meaning.weekday != nil, let last = nth(at: place)?.0.span,
            let rank = rank(at: index), let weekday = item(place + 1)?.meaning
        else { return nil }
        let (container, end) = container(at: place + 2)
        let span = container ?? month(last.firstDay.startOfMonth)
        if let coming = coming(rank, weekday, after: span, named: place + 2..<end) { return (coming, index + 1) }
        return part(rank, weekday, of: span, end: index + 1)
    }

    /// "les 3 premiers jours de mai", "les deux dernières semaines de décembre".
    private func several(at index: Int) -> (DateParts, Int)? {
        guard let count = number(at: index, in: 2...366), !count.isOrdinal, let rank = rank(at: index + 1),
            abs(rank) == 1, let unit = item(index + 2)?.meaning.unit, flows(into: index + 1), flows(into: index + 2),
            case (let container?, let end) = container(at: index + 3),
            let near = part(rank, unit, of: container), let far = part(rank * count.value, unit, of: container)
        else { return nil }
        let (first, last) = rank > 0 ? (near, far) : (far, near)
        return (.days(first.firstDay, last.lastDay, near.grain, isRelative: container.isRelative), end)
    }

    /// "T3 2027", "S1 2027"; without the year they are trams, flats and sizes.
    private func signedQuarter(at index: Int) -> (DateParts, Int)? {
        guard has([.quarterSign, .semesterSign], at: index), items[index].isTight,
            let rank = number(at: index + 1, in: 1...4), let year = yearAfterMonth(at: index + 2).0,
            let first = Day(year, 1, 1), let last = Day(year, 12, 31)
        else { return nil }
        let container = TimeSpan(first: first, last: last, grain: .year, isRelative: false)
        let span = division(rank.value, of: has(.quarterSign, at: index) ? 4 : 2, in: container)
        return span.map { (DateParts(span: $0), yearAfterMonth(at: index + 2).1) }
    }

    /// "Le premier dimanche du mois" is next month's when this month's is over, "de mars" next year's.
    private func coming(
        _ rank: Int, _ what: TimeMeaning, after container: TimeSpan, named place: Range<Int>
    ) -> DateParts? {
        guard container.firstDay <= today, container.lastDay >= today, container.isRelative,
            !has(.this, at: place.lowerBound + 1),
            let (date, _) = part(rank, what, of: container, end: 0), let span = resolve(date), span.lastDay < today
        else { return nil }
        let isNamed = items[place].contains { $0.meaning.month != nil || $0.meaning.shortMonth != nil }
        let next: TimeSpan? =
            switch container.grain {
            case .month where isNamed:
                month(container.firstDay.adding(months: 12))
            case .month: Periods.span(of: .month, 1, from: today)
            case .year: Periods.span(of: .year, 1, from: today)
            default: nil
            }
        return next.flatMap { part(rank, what, of: $0, end: 0)?.0 }
    }

    private func month(_ first: Day) -> TimeSpan {
        TimeSpan(first: first, last: first.endOfMonth, grain: .month, isRelative: true)
    }

    private func part(_ rank: Int, _ what: TimeMeaning, of container: TimeSpan?, end: Int) -> (DateParts, Int)? {
        let isRelative = container?.isRelative ?? true
        if let weekday = what.weekday {
            guard let container else { return rank == -1 ? (.day(previous(weekday)), end) : nil }
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

    /// The rank at a place, counted from 1, or from -1 for the last.
    func rank(at index: Int) -> Int? {
        if has(.ending, at: index) { return -1 }
        if has(.beforeEnding, at: index) { return -2 }
        guard let number = number(at: index, in: 1...99), number.isOrdinal else { return nil }
        return number.value
    }

    /// The period after "de", "du", with the place after it; nil and the same place when there is none.
    private func container(at index: Int) -> (TimeSpan?, Int) {
        guard flows(into: index) else { return (nil, index) }
        if has([.of, .ofThe], at: index), let (date, end) = period(after: index), let span = resolve(date) {
            return (span, end)
        }
        let named = lead(at: index, roles: [.of, .ofThe, .the]).end
        if named > index, isSchoolHoliday(at: named), let (date, end) = schoolHoliday(at: named, isNamed: true) {
            return (date.span, end)
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
        let day = rank < 0 ? last.adding(days: (rank + 1) * 7) : first.adding(days: (rank - 1) * 7)
        return day >= container.firstDay && day <= container.lastDay ? day : nil
    }

    /// The quarter or half of a year.
    private func division(_ rank: Int, of count: Int, in container: TimeSpan?) -> TimeSpan? {
        let year = container?.firstDay.year ?? today.year
        let place = rank < 0 ? count + 1 + rank : rank
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
            first = rank < 0 ? tail.adding(days: rank + 1) : head.adding(days: rank - 1)
            (last, grain) = (first, .day)
        case .weekend:
            guard let saturday = nthDay(rank, .saturday, in: container) else { return nil }
            (first, last, grain) = (saturday, saturday.adding(days: 1), .weekend)
        case .week:
            let lastSunday = tail.adding(days: -6).next(.sunday)
            guard let monday = rank < 0 ? lastSunday.adding(days: rank * 7 + 1) : nthDay(rank, .monday, in: container)
            else {
                return nil
            }
            (first, last, grain) = (monday, monday.adding(days: 6), .week)
        case .fortnight:
            let middle = head.adding(days: 14)
            guard rank == 1 || rank == 2 || rank < 0 else { return nil }
            (first, last, grain) = rank == 1 ? (head, middle.adding(days: -1), .week) : (middle, tail, .week)
        default:
            first = rank < 0 ? tail.startOfMonth.adding(months: rank + 1) : head.adding(months: rank - 1)
            (last, grain) = (first.endOfMonth, .month)
        }
        guard first >= head, last <= tail || unit == .weekend else { return nil }
        return TimeSpan(first: first, last: last, grain: grain, isRelative: container.isRelative)
    }
}
