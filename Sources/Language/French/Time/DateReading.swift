import CivilTime

/// Days and periods: the order in which the families are tried, the longest names first.
extension TimeReader {
    /// Reads the day or period at a place; ``date(at:)`` remembers it.
    func readDate(at index: Int) -> (DateParts, Int)? {
        let lead = lead(at: index)
        let place = lead.end
        guard place < items.count, place == index || flows(into: place) else { return nil }
        let roles = lead.roles
        if let found = relativeDay(at: place, lead: roles) { return found }
        if let found = beside(at: place) ?? nth(at: place) { return found }
        if let found = numericDate(at: place, lead: roles) { return found }
        if let found = weekday(at: place, lead: roles) { return found }
        if let found = dayOfMonth(at: place, lead: roles, start: index) { return found }
        if let found = nextOrLast(at: place) { return found }
        if isSchoolHoliday(at: place) {
            // "Une semaine de vacances" and "en vacances" are anybody's.
            let isNamed =
                !roles.isDisjoint(with: TimeRoles.light.subtracting([.of, .inTime])) || isWhole(place, place + 1)
            return schoolHoliday(at: place, isNamed: isNamed)
        }
        if let found = feast(at: place, lead: roles, start: index) { return found }
        if let found = edge(at: place, lead: roles) { return found }
        if let found = period(at: place, lead: roles, start: index) {
            return dayOfWeek(in: found.0, after: found.1) ?? refined(found) ?? found
        }
        if let found = season(at: place, lead: roles) { return found }
        if let found = month(at: place, lead: roles, start: index) { return found }
        return year(at: place, lead: roles)
    }

    /// A year with a month or a day after it, a month with a day: "l'an prochain en mars", "le mois prochain, le 15".
    private func refined(_ period: (DateParts, Int)) -> (DateParts, Int)? {
        guard let span = period.0.span, span.grain == .year || span.grain == .month, flows(into: period.1),
            span.lastDay.number - span.firstDay.number <= 366, let (date, end) = date(at: period.1), date.span == nil,
            date.weekday == nil, date.year == nil
        else { return nil }
        var part = date
        part.year = span.firstDay.year
        if span.grain == .month, date.day != nil, date.month == nil { part.month = span.firstDay.month }
        return part.month == nil || (span.grain == .month && date.month != nil) ? nil : (part, end)
    }

    /// "demain", "d'aujourd'hui en huit", "la veille", "le lendemain du 13 février".
    private func relativeDay(at index: Int, lead: TimeRoles) -> (DateParts, Int)? {
        if let offset = item(index)?.meaning.dayOffset {
            let day = today.adding(days: offset)
            if let (days, end) = weeksLater(at: index + 1), flows(into: index + 1), has(.inTime, at: index + 1) {
                return (.day(day.adding(days: days)), end)
            }
            return (.day(day), index + 1)
        }
        guard let step = stepToNeighbour(at: index) else { return nil }
        if has([.of, .ofThe], at: index + 1), flows(into: index + 1), let (date, end) = date(at: index + 1),
            date.isDay, let span = resolve(date)
        {
            return (.day(span.firstDay.adding(days: step), isRelative: span.isRelative), end)
        }
        guard lead.contains(.the) else { return nil }
        return (.day(today.adding(days: step)), index + 1)
    }

    private func stepToNeighbour(at index: Int) -> Int? {
        if has(.eve, at: index) { return -1 }
        if has(.eveBefore, at: index) { return -2 }
        if has(.morrow, at: index) { return 1 }
        return has(.morrowAfter, at: index) ? 2 : nil
    }

    // MARK: Days of the month

    /// "14 juillet 2027", "le 16", "le 15 du mois prochain".
    func dayOfMonth(at index: Int, lead: TimeRoles, start: Int) -> (DateParts, Int)? {
        guard let day = number(at: index, in: 1...99), items[index].meaning.unit == nil,
            !(item(index - 1).map { $0.isTight && $0.meaning.unit != nil } ?? false)
        else { return nil }
        var place = index + 1
        if day.isOrdinal, item(place)?.meaning.unit == .day { place = skip([.of], from: place + 1) }
        guard flows(into: place) else { return latentDay(day, at: index, lead: lead, start: start) }
        let named = skip([.of, .ofThe], from: place)
        let monthPlace = item(named)?.meaning.unit == .month ? skip(.of, from: named + 1) : named
        if let month = item(monthPlace)?.meaning.month ?? item(monthPlace)?.meaning.shortMonth, flows(into: monthPlace)
        {
            // "Le 31 novembre" is read whole and never comes.
            return directed(DateParts(day: day.value, month: month), at: monthPlace + 1)
        }
        if lead.contains(.the), has(.ofThe, at: place), let month = number(at: place + 1, in: 1...12),
            month.figures > 0, !isCounting(at: place + 1) || number(at: place + 2, in: 1900...2199) != nil
        {
            return directed(DateParts(day: day.value, month: month.value), at: place + 2)
        }
        let isNamed = lead.contains(.the) || has([.atThe, .ofThe, .length], at: index - 1)
        if isNamed, has([.of, .ofThe, .this], at: place), let (month, end) = period(after: place),
            let span = month.span, span.grain == .month,
            let date = Day(span.firstDay.year, span.firstDay.month, day.value)
        {
            // "Le 1er du mois" is next month's when this month's is over; "de ce mois" is not.
            let isOver = date < today && has(.ofThe, at: place) && end == place + 2
            return (.day(isOver ? date.adding(months: 1) : date), end)
        }
        return latentDay(day, at: index, lead: lead, start: start)
    }

    /// A day and month with the year, or what tells it: "2027", "de l'année prochaine", "dernier".
    private func directed(_ start: DateParts, at index: Int) -> (DateParts, Int) {
        var date = start
        let (year, end) = yearAfterMonth(at: index)
        date.year = year
        guard year == nil, flows(into: index) else { return (date, end) }
        if has(.next, at: index) { return (date, index + 1) }
        return has(.last, at: index) ? (latest(date), index + 1) : (date, end)
    }

    /// A day of the month without its month: "le 16", unless what stands beside it makes it something else.
    private func latentDay(_ day: TimeItem.Number, at index: Int, lead: TimeRoles, start: Int) -> (DateParts, Int)? {
        let isNamed = !lead.isDisjoint(with: [.the, .ofThe]) && !lead.contains(.feminine)
        let next = index + 1
        guard isNamed, day.value <= 31, !isCounting(at: index), start == 0 || !has(.dial, at: start - 1) else {
            return nil
        }
        // "Les trois" are no day, but "les 3 et 4 mai" are two.
        if lead.contains(.plural), lastOfList(after: next) == nil { return nil }
        if day.isOrdinal, !lead.contains(.this), day.value != 1 || !closes(at: next) { return nil }
        return (DateParts(day: day.value), next)
    }

    /// Whether the number at a place counts or numbers what follows: "le 15 rue", "le 3 pièces", "5 euros".
    func isCounting(at index: Int) -> Bool {
        let link = items[index].link
        if link == .slash || link == .colon { return true }
        guard let next = item(index + 1), flows(into: index + 1) else { return false }
        if items[index].isTight || !next.roles.isDisjoint(with: [.next, .last, .following, .previous, .ending]) {
            return true
        }
        if !next.roles.isDisjoint(with: [.street, .counted]) || next.meaning.unit != nil
            || next.meaning.season != nil
        {
            return true
        }
        return next.number != nil && link == .space && !isHour(at: index + 1)
    }

    private func isHour(at index: Int) -> Bool { item(index + 1)?.meaning.unit == .hour }

    /// Whether nothing that a rank could count follows: "le 1er" alone, "le 1er à 9 h", not "le 1er étage".
    private func closes(at index: Int) -> Bool {
        guard let next = item(index), flows(into: index), items[index - 1].link != .comma else { return true }
        return (!next.isOther && next.meaning.weekday == nil) || isHour(at: index)
            || !next.roles.isDisjoint(with: .light)
    }

    /// The year after a month: "2027", "74", "'27", "de l'année prochaine"; but not the hour in "3 mars 18 h".
    func yearAfterMonth(at index: Int) -> (Int?, Int) {
        guard flows(into: index) else { return (nil, index) }
        let lead = lead(at: index, roles: [.of, .the, .this])
        if item(lead.end)?.meaning.unit == .year, flows(into: lead.end) {
            guard let (year, end) = period(at: lead.end, lead: lead.roles, start: index), let span = year.span,
                span.grain == .year
            else { return (nil, index) }
            return (span.firstDay.year, end)
        }
        let place = skip([.of, .ofThe], from: index)
        guard let number = item(place)?.number, !number.isOrdinal else { return (nil, index) }
        if (1900...2199).contains(number.value) { return (number.value, place + 1) }
        let next = item(place + 1)?.meaning
        guard place == index, number.figures == 2, items[place].link != .colon, items[place].link != .slash,
            next?.unit == nil, next?.month == nil, next?.roles.isDisjoint(with: [.street, .counted]) != false,
            !items[place].isTight
        else { return (nil, index) }
        return (fullYear(number.value), place + 1)
    }

    /// A year of two figures, between seventy years ago and twenty-nine years ahead.
    func fullYear(_ short: Int) -> Int {
        let first = today.year - 70
        return first + (short - first % 100 + 100) % 100
    }
}
