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
        if let found = nth(at: place) { return found }
        if let found = numericDate(at: place, lead: roles) { return found }
        if let found = weekday(at: place, lead: roles) { return found }
        if let found = dayOfMonth(at: place, lead: roles, start: index) { return found }
        if isSchoolHoliday(at: place) {
            return schoolHoliday(at: place, isNamed: place > index || isWhole(place, place + 1))
        }
        if let found = feast(at: place, lead: roles, start: index) { return found }
        if let found = edge(at: place, lead: roles) { return found }
        if let found = period(at: place, lead: roles, start: index) { return found }
        if let found = season(at: place, lead: roles) { return found }
        if let found = month(at: place, lead: roles, start: index) { return found }
        return year(at: place, lead: roles)
    }

    /// "demain", "la veille", "le lendemain du 13 février".
    private func relativeDay(at index: Int, lead: TimeRoles) -> (DateParts, Int)? {
        if let offset = item(index)?.meaning.dayOffset { return (.day(today.adding(days: offset)), index + 1) }
        guard has([.eve, .morrow], at: index) else { return nil }
        let step = has(.eve, at: index) ? -1 : 1
        if has([.of, .ofThe], at: index + 1), flows(into: index + 1), let (date, end) = date(at: index + 1),
            date.isDay, let span = resolve(date)
        {
            return (.day(span.firstDay.adding(days: step), isRelative: span.isRelative), end)
        }
        guard lead.contains(.the) else { return nil }
        return (.day(today.adding(days: step)), index + 1)
    }

    // MARK: Days of the week

    /// "jeudi", "jeudi prochain", "mardi en huit", "lundi de la semaine prochaine", "jeudi 15", "lundi 18 février".
    private func weekday(at index: Int, lead: TimeRoles) -> (DateParts, Int)? {
        guard let meaning = item(index)?.meaning, let weekday = meaning.weekday ?? shortWeekday(at: index) else {
            return nil
        }
        let end = index + 1
        let isThis = lead.contains(.this)
        let plain = DateParts(weekday: weekday, isThisWeekday: isThis)
        guard flows(into: end) else { return (plain, end) }
        if let (found, dateEnd) = dateAfterWeekday(at: end) {
            var date = found
            date.weekday = date.span == nil ? weekday : nil
            return (date, dateEnd)
        }
        if has(.following, at: end) {
            return (.day(today.startOfWeek.adding(days: 6 + weekday.rawValue)), end + 1)
        }
        if has(.next, at: end) { return (DateParts(weekday: weekday), end + 1) }
        if has(.last, at: end) { return (.day(previous(weekday)), end + 1) }
        if has(.inTime, at: end), let weeks = number(at: end + 1, in: 8...15), [8, 15].contains(weeks.value) {
            let days = weeks.value == 8 ? 7 : 14
            return (.day(today.next(weekday).adding(days: days)), end + 2)
        }
        let place = self.lead(at: end)
        if item(place.end)?.meaning.unit == .week || has([.next, .last], at: place.end), flows(into: place.end),
            let (week, weekEnd) = period(at: place.end, lead: place.roles, start: end), let span = week.span,
            span.grain == .week
        {
            return (.day(span.firstDay.next(weekday)), weekEnd)
        }
        return (plain, end)
    }

    /// The last day before today that is a given day of the week.
    func previous(_ weekday: Weekday) -> Day { today.adding(days: -7).next(weekday) }

    /// An abbreviation counts before its full stop or beside a number.
    private func shortWeekday(at index: Int) -> Weekday? {
        guard let weekday = item(index)?.meaning.shortWeekday else { return nil }
        let isBeside = number(at: index + 1, in: 1...31) != nil && flows(into: index + 1)
        return items[index].link == .stop || isBeside ? weekday : nil
    }

    /// The day of the month after a day of the week: "15", "le 15 juillet", "26/11".
    private func dateAfterWeekday(at index: Int) -> (DateParts, Int)? {
        let place = skip([.the, .filler], from: index)
        guard item(place)?.number != nil else { return nil }
        return numericDate(at: place, lead: .the) ?? dayOfMonth(at: place, lead: [.the, .this], start: index)
    }

    // MARK: Days of the month

    /// "14 juillet 2027", "le 16", "le 15 du mois prochain".
    func dayOfMonth(at index: Int, lead: TimeRoles, start: Int) -> (DateParts, Int)? {
        guard let day = number(at: index, in: 1...99), items[index].meaning.unit == nil else { return nil }
        var place = index + 1
        if day.isOrdinal, item(place)?.meaning.unit == .day { place = skip([.of], from: place + 1) }
        guard flows(into: place) else { return latentDay(day, at: index, lead: lead, start: start) }
        let named = skip([.of, .ofThe], from: place)
        let monthPlace = item(named)?.meaning.unit == .month ? skip(.of, from: named + 1) : named
        if let month = item(monthPlace)?.meaning.month ?? item(monthPlace)?.meaning.shortMonth, flows(into: monthPlace)
        {
            // "Le 31 novembre" is read whole and never comes.
            var date = DateParts(day: day.value, month: month)
            let (year, end) = yearAfterMonth(at: monthPlace + 1)
            date.year = year
            return (date, end)
        }
        if lead.contains(.the), has([.of, .ofThe], at: place), let (month, end) = period(after: place),
            let span = month.span, span.grain == .month,
            let day = Day(span.firstDay.year, span.firstDay.month, day.value)
        {
            return (.day(day), end)
        }
        return latentDay(day, at: index, lead: lead, start: start)
    }

    /// A day of the month without its month: "le 16", unless what stands beside it makes it something else.
    private func latentDay(_ day: TimeItem.Number, at index: Int, lead: TimeRoles, start: Int) -> (DateParts, Int)? {
        let isNamed = !lead.isDisjoint(with: [.the, .ofThe])
        let next = index + 1
        guard isNamed, day.value <= 31, !isCounting(at: index), start == 0 || !has(.dial, at: start - 1) else {
            return nil
        }
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
        if !next.roles.isDisjoint(with: [.street, .counted]) || next.meaning.unit != nil { return true }
        return next.number != nil && link == .space && !isHour(at: index + 1)
    }

    private func isHour(at index: Int) -> Bool { item(index + 1)?.meaning.unit == .hour }

    /// Whether nothing that a rank could count follows: "le 1er" alone, "le 1er à 9 h", not "le 1er étage".
    private func closes(at index: Int) -> Bool {
        guard let next = item(index), flows(into: index), items[index - 1].link != .comma else { return true }
        return !next.isOther || isHour(at: index) || !next.roles.isDisjoint(with: .light)
    }

    /// The year after a month: "2027", "74"; but not the hour in "3 mars 18 h".
    func yearAfterMonth(at index: Int) -> (Int?, Int) {
        let place = skip([.of, .ofThe], from: index)
        guard flows(into: index), let number = item(place)?.number, !number.isOrdinal else { return (nil, index) }
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
