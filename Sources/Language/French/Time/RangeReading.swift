import CivilTime

/// Ranges: "du 3 au 8 mai", "entre lundi et jeudi", "de 9 h à 11 h".
extension TimeReader {
    /// A point or range with the hours that may follow its day: "jeudi, de 9 h à 11 h".
    func complete(_ start: TimePoint, end: Int) -> (TimePoint, Int) {
        guard start.clock == nil, start.instant == nil, start.date?.isDay != false, start.clockEnd == nil,
            start.reach == .closed
        else { return (start, end) }
        var cursor = end
        while cursor - end < 4, cursor < items.count, flows(into: cursor) {
            if let (hours, next) = range(at: cursor), hours.isClockOnly, hours.clock != nil {
                // "Du lundi au vendredi de 9 h à 12 h" is the days: no stretch of time has gaps.
                if start.isRange { return (start, next) }
                var point = start
                (point.clock, point.clockEnd, point.reach) = (hours.clock, hours.clockEnd, hours.reach)
                (point.isAfter, point.isUntil, point.isWithinDay) = (hours.isAfter, hours.isUntil, true)
                return (point, next)
            }
            guard has(.filler, at: cursor) else { break }
            cursor += 1
        }
        return (start, end)
    }

    // MARK: From one to another

    func closedRange(at index: Int) -> (TimePoint, Int)? {
        let opener = lead(at: index, roles: [.of, .ofThe, .between, .since, .fromPast, .the, .filler])
        let isBetween = opener.roles.contains(.between)
        let isOpened = isBetween || !opener.roles.isDisjoint(with: [.of, .ofThe, .since, .fromPast])
        let start = opener.end
        guard start < items.count, start == index || flows(into: start) else { return nil }
        if isOpened, let years = years(at: start, isBetween: isBetween) { return years }
        let leftStart = has([.the, .ofThe], at: start - 1) && start > index ? start - 1 : start
        var left = point(at: leftStart)
        if opener.roles.contains(.fromPast), let date = left?.0.date { left?.0.date = latest(date) }
        if let left, let found = closedRange(left.0, nil, at: left.1, isBetween: isBetween, isOpened: isOpened) {
            return found
        }
        guard left.map({ $0.1 <= start + 1 }) ?? true, let number = number(at: start, in: 0...31),
            !isTimeUnit(at: start + 1)
        else { return nil }
        let isDay = !opener.roles.isDisjoint(with: [.ofThe, .the]) || number.isOrdinal
        return closedRange(
            latent(number, isDay: isDay), number, at: start + 1, isBetween: isBetween, isOpened: isOpened, isDay: isDay)
    }

    /// "de 2020 à 2025", "entre 2020 et 2025".
    private func years(at index: Int, isBetween: Bool) -> (TimePoint, Int)? {
        guard let first = number(at: index, in: 1900...2199), first.figures == 4, !isCounting(at: index),
            let place = connector(at: index + 1, TimePoint(), isBetween: isBetween, isOpened: true),
            let last = number(at: place, in: first.value...2199), last.figures == 4, !isCounting(at: place),
            let start = Day(first.value, 1, 1), let end = Day(last.value, 12, 31)
        else { return nil }
        return (TimePoint(date: .days(start, end, .year, isRelative: false)), place + 1)
    }

    private func isTimeUnit(at index: Int) -> Bool { item(index)?.meaning.unit != nil && flows(into: index) }

    /// A number alone as one side of a range: a day of the month, or an hour.
    private func latent(_ number: TimeItem.Number, isDay: Bool) -> TimePoint {
        if isDay { return TimePoint(date: DateParts(day: number.value)) }
        return TimePoint(
            clock: ClockParts(second: min(number.value, 24) * 3600, grain: .hour, isTwelve: number.value < 12))
    }

    private func closedRange(
        _ left: TimePoint, _ latentLeft: TimeItem.Number?, at index: Int, isBetween: Bool, isOpened: Bool,
        isDay: Bool = false
    ) -> (TimePoint, Int)? {
        guard let start = connector(at: index, left, isBetween: isBetween, isOpened: isOpened) else { return nil }
        var left = left
        if let (right, end) = point(at: start), right.instant == nil,
            right.isClockOnly == left.isClockOnly || !left.isClockOnly || latentLeft != nil || right.clock != nil
        {
            if let latentLeft, left.isClockOnly != right.isClockOnly || right.date != nil {
                guard let adapted = adapt(latentLeft, to: right, isDay: isDay, isOpened: isOpened) else { return nil }
                left = adapted
            }
            if latentLeft == nil, left.clock == nil, right.isClockOnly, isDash(before: start) {
                // "21 janvier 2027 - 10:15" is one moment.
                guard left.date?.isDay == true, left.window == nil else { return nil }
                (left.clock, left.window) = (right.clock, right.window)
                return (left, end)
            }
            guard let joined = join(left, right) else { return nil }
            return (joined, end)
        }
        let numberPlace = skip(.the, from: start)
        guard isOpened || latentLeft == nil, date(at: numberPlace) == nil,
            let number = number(at: numberPlace, in: 0...31),
            !isCounting(at: numberPlace), !isTimeUnit(at: numberPlace + 1)
        else { return nil }
        // "entre 5 et 7" may count anything; "de 5 à 7" only when nothing follows.
        let right = latent(number, isDay: !left.isClockOnly)
        if latentLeft != nil, !isDay {
            // "3-1" is a score.
            guard !isBetween, !isDash(before: start), closesRange(at: numberPlace + 1) else { return nil }
            let (whole, end) = extended(right, end: numberPlace + 1)
            return join(left, whole).map { ($0, end) }
        }
        guard let joined = join(left, right) else { return nil }
        return (joined, numberPlace + 1)
    }

    private func isDash(before index: Int) -> Bool { [.dash, .hyphen].contains(items[index - 1].link) }

    private func closesRange(at index: Int) -> Bool { isEnd(index) || item(index)?.isOther == false }

    /// The place after the word that joins the two sides, or nil.
    private func connector(at index: Int, _ left: TimePoint, isBetween: Bool, isOpened: Bool) -> Int? {
        guard index > 0, index <= items.count, flows(into: index) || items[index - 1].link == .stop else { return nil }
        if isBetween { return has(.and, at: index) ? index + 1 : nil }
        if [.dash, .hyphen].contains(items[index - 1].link), index < items.count { return index }
        if has(.until, at: index) { return index + 1 }
        if has(.atThe, at: index) { return index + 1 }
        // Without "de" before, "à" starts an hour ("lundi à 8 h"), unless a day follows it ("lundi à vendredi").
        let isClocks = left.clock != nil && clock(at: index) != nil
        let next = item(index + 1)?.meaning
        let isNamed = next?.weekday != nil || next?.month != nil || next?.edge != nil
        guard has(.at, at: index), isOpened || isClocks || isNamed else { return nil }
        return index + 1
    }

    /// What a number alone is when the other side tells: "13 au 15 juillet", "entre 5 et 7 heures".
    private func adapt(
        _ number: TimeItem.Number, to right: TimePoint, isDay: Bool, isOpened: Bool
    ) -> TimePoint? {
        if let date = right.date {
            guard date.month != nil || isDay, number.value >= 1 else { return nil }
            return latent(number, isDay: true)
        }
        return isDay || !isOpened || number.value > 24 ? nil : latent(number, isDay: false)
    }

    /// Two sides as one range; what one side leaves out, the other says.
    private func join(_ start: TimePoint, _ end: TimePoint) -> TimePoint? {
        var (left, right) = (start, end)
        if left.isClockOnly, right.isClockOnly || (right.clock != nil && left.clock != nil), left.clock != nil,
            let clock = right.clock
        {
            left.date = right.date
            left.clockEnd = clock
            guard let window = right.window else { return left }
            // "De 7 à 9 heures du soir" is all in the evening, "de 11 h à 2 h de l'après-midi" is not.
            left.clockEnd = ClockParts(second: within(window, clock), grain: clock.grain)
            if left.window == nil, let first = left.clock, within(window, first) < within(window, clock) {
                left.window = window
            }
            return left
        }
        guard let leftDate = left.date else { return nil }
        if right.date == nil, let clock = right.clock {
            guard left.clock != nil || left.date?.isDay == true else { return nil }
            left.clockEnd = clock
            if left.clock == nil { left.clock = ClockParts(second: 0, grain: .hour) }
            return left
        }
        guard let rightDate = right.date else { return nil }
        left.date = share(leftDate, with: rightDate)
        if right.date?.span == nil, rightDate.month == nil, rightDate.weekday == nil, let month = left.date?.month,
            let day = left.date?.day, let rightDay = rightDate.day, rightDay >= day
        {
            right.date?.month = month
            right.date?.year = left.date?.year
        }
        left.rangeEnd = [right]
        return left
    }

    /// The start of a range of days, with the month and the year that only its end says.
    private func share(_ left: DateParts, with right: DateParts) -> DateParts {
        var date = left
        if left.span == nil, left.day == nil, let weekday = left.weekday, let end = right.span, end.isOneDay,
            right.feast == nil
        {
            // "Du lundi au vendredi de la semaine prochaine", "de lundi à mercredi dernier"
            return .day(end.firstDay.adding(days: -6).next(weekday), isRelative: end.isRelative)
        }
        guard left.span == nil, let day = left.day else { return date }
        let end = right.span.map { (day: $0.firstDay.dayOfMonth, month: $0.firstDay.month, year: $0.firstDay.year) }
        guard let month = right.month ?? end?.month else { return date }
        let year = right.year ?? (date.month == nil || right.span?.isRelative == false ? end?.year : nil)
        if date.month == nil {
            let isBefore = day <= right.day ?? end?.day ?? day
            date.month = isBefore ? month : (month + 10) % 12 + 1
            date.year = year.map { isBefore || month > 1 ? $0 : $0 - 1 }
        } else if date.year == nil, let year {
            date.year = (date.month ?? 1) <= month ? year : year - 1
        }
        return date
    }
}
