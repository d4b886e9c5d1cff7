import CivilTime

/// Days of the week: "jeudi", "mardi en huit", "lundi de la semaine prochaine", "jeudi 15", "le lundi après Pâques".
extension TimeReader {
    /// The day of the week at a place, with what tells which one it is.
    func weekday(at index: Int, lead: TimeRoles) -> (DateParts, Int)? {
        if has(.next, at: index), item(index + 1)?.meaning.weekday != nil, flows(into: index + 1) {
            return weekday(at: index + 1, lead: lead)
        }
        guard let weekday = item(index)?.meaning.weekday ?? shortWeekday(at: index) else { return nil }
        let end = index + 1
        let plain = DateParts(weekday: weekday, isThisWeekday: lead.contains(.this))
        guard flows(into: end) else { return (plain, end) }
        if let (found, dateEnd) = dateAfterWeekday(at: end) {
            var date = found
            date.weekday = date.span == nil ? weekday : nil
            return (date, dateEnd)
        }
        if has(.following, at: end) {
            return (.day(today.startOfWeek.adding(days: 6 + weekday.rawValue)), end + 1)
        }
        if has(.next, at: end) {
            // "Jeudi prochain, 26 novembre"
            if flows(into: end + 1), let (found, dateEnd) = dateAfterWeekday(at: end + 1), found.span == nil {
                var date = found
                date.weekday = weekday
                return (date, dateEnd)
            }
            return (DateParts(weekday: weekday), end + 1)
        }
        if has([.last, .previous], at: end) { return (.day(previous(weekday)), end + 1) }
        if let (days, daysEnd) = weeksLater(at: end) { return (.day(today.next(weekday).adding(days: days)), daysEnd) }
        return ofWeek(weekday, at: end) ?? (plain, end)
    }

    /// The days that come on top: "en huit", "en quinze", "dans deux semaines".
    func weeksLater(at index: Int) -> (Int, Int)? {
        guard has([.inTime, .within], at: index), let count = number(at: index + 1, in: 1...15), !count.isOrdinal else {
            return nil
        }
        if item(index + 2)?.meaning.unit == .week, flows(into: index + 2) { return (count.value * 7, index + 3) }
        guard has(.inTime, at: index), [8, 15].contains(count.value) else { return nil }
        return (count.value == 8 ? 7 : 14, index + 2)
    }

    /// "de la semaine prochaine", "la semaine dernière", "cette semaine" after a day.
    private func ofWeek(_ weekday: Weekday, at index: Int) -> (DateParts, Int)? {
        let place = lead(at: index)
        guard item(place.end)?.meaning.unit == .week || has([.next, .last], at: place.end), flows(into: place.end),
            let (week, end) = period(at: place.end, lead: place.roles, start: index), let span = week.span,
            span.grain == .week
        else { return nil }
        return (.day(span.firstDay.next(weekday)), end)
    }

    /// The day of the week that is said after its week: "la semaine prochaine, jeudi".
    func dayOfWeek(in week: DateParts, after index: Int) -> (DateParts, Int)? {
        guard let span = week.span, span.grain == .week, span.firstDay.weekday == .monday,
            span.lastDay == span.firstDay.adding(days: 6), flows(into: index)
        else { return nil }
        let place = skip(.the, from: index)
        guard let weekday = item(place)?.meaning.weekday, item(place + 1)?.number == nil else { return nil }
        return (.day(span.firstDay.next(weekday), isRelative: span.isRelative), place + 1)
    }

    /// The last day before today that is a given day of the week.
    func previous(_ weekday: Weekday) -> Day { today.adding(days: -7).next(weekday) }

    /// An abbreviation counts beside a day of the month, or before its full stop where more of a time follows.
    private func shortWeekday(at index: Int) -> Weekday? {
        guard let weekday = item(index)?.meaning.shortWeekday else { return nil }
        if items[index].link == .stop {
            if isWhole(index, index + 1) { return weekday }
            let next = skip(.light, from: index + 1)
            return item(next)?.number != nil || item(next)?.meaning.isContent == true ? weekday : nil
        }
        guard flows(into: index + 1), let (_, end) = dateAfterWeekday(at: index + 1) else { return nil }
        // "Ma 2e carte", "je 3": two letters are too few without their full stop, unless a month follows.
        return items[index].isLong || end > index + 2 ? weekday : nil
    }

    /// The day of the month after a day of the week: "15", "le 15 juillet", "26/11".
    private func dateAfterWeekday(at index: Int) -> (DateParts, Int)? {
        let place = skip([.the, .filler], from: index)
        guard item(place)?.number != nil else { return nil }
        return numericDate(at: place, lead: .the) ?? dayOfMonth(at: place, lead: [.the, .this], start: index)
    }

    // MARK: Beside another time

    /// What lies next to a day or a period: "le lundi après Pâques", "la semaine avant Noël", "le dernier samedi avant
    /// les vacances".
    func beside(at index: Int) -> (DateParts, Int)? {
        let ranked = rank(at: index)
        let place = ranked == nil ? index : index + 1
        guard let what = item(place)?.meaning, what.weekday != nil || what.unit != nil, place + 2 < items.count,
            flows(into: place + 1), has([.after, .before], at: place + 1), flows(into: place + 2),
            let (date, end) = date(at: place + 2), let span = resolve(date)
        else { return nil }
        let isAfter = !has(.before, at: place + 1)
        let steps = max(abs(ranked ?? 1), 1) - 1
        guard let found = beside(span, what, isAfter: isAfter, steps: isAfter ? steps : -steps) else { return nil }
        return (DateParts(span: found), end)
    }

    private func beside(_ span: TimeSpan, _ what: TimeMeaning, isAfter: Bool, steps: Int) -> TimeSpan? {
        func days(_ first: Day, _ count: Int, _ grain: TimeSpan.Grain) -> TimeSpan {
            TimeSpan(
                first: first, last: first.adding(days: count - 1), grain: grain, isRelative: span.isRelative)
        }
        let (first, last) = (span.firstDay, span.lastDay)
        if let weekday = what.weekday {
            let day = isAfter ? last.adding(days: 1).next(weekday) : first.adding(days: -7).next(weekday)
            return days(day.adding(days: steps * 7), 1, .day)
        }
        switch what.unit {
        case .day: return days((isAfter ? last.adding(days: 1) : first.adding(days: -1)).adding(days: steps), 1, .day)
        case .week:
            let monday = isAfter ? last.startOfWeek.adding(days: 7) : first.startOfWeek.adding(days: -7)
            return days(monday.adding(days: steps * 7), 7, .week)
        case .weekend:
            let saturday = isAfter ? last.adding(days: 1).next(.saturday) : first.adding(days: -7).next(.saturday)
            return days(saturday.adding(days: steps * 7), 2, .weekend)
        default: return nil
        }
    }
}
