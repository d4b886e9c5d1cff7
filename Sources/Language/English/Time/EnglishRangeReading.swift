import CivilTime

/// Stretches of time: "from Monday to Friday", "between 9 and 11 am", "3-8 May", "since Monday", "by Friday".
extension EnglishTimeReader {
    /// A range with both its ends.
    func range(at index: Int) -> (TimePoint, Int)? {
        if let (first, last, end) = hours(at: index) {
            return extended(TimePoint(clock: first, clockEnd: last), end: end)
        }
        let isLed = has([.from, .between], at: index)
        let place = base.skip([.the, .filler, .on], from: isLed ? index + 1 : index, most: 2)
        if let found = daysOfMonth(at: place, isLed: isLed) { return found }
        guard let (first, end) = point(at: place), first.date != nil, let next = joint(at: end, isLed: isLed),
            let (last, lastEnd) = point(at: base.skip([.the, .on, .filler], from: next, most: 2)), last.date != nil
        else { return nil }
        var start = first
        start.rangeEnd = [last]
        return (start, lastEnd)
    }

    /// "3 to 8 May", "from the 3rd to the 8th of May", "3-8 May 2027".
    private func daysOfMonth(at index: Int, isLed: Bool) -> (TimePoint, Int)? {
        guard let day = number(at: index, in: 1...31), !items[index].isTight,
            let next = joint(at: index + 1, isLed: isLed),
            let (last, end) = date(at: base.skip(.the, from: next, most: 1)), last.day != nil, let month = last.month
        else { return nil }
        var start = TimePoint(date: DateParts(day: day.value, month: month, year: last.year))
        start.rangeEnd = [TimePoint(date: last)]
        return (start, end)
    }

    /// The place after what joins two ends: "to", "until", a dash, and "and" after "between".
    private func joint(at index: Int, isLed: Bool) -> Int? {
        guard index > 0, index < items.count else { return nil }
        if [.dash, .hyphen].contains(items[index - 1].link) { return index }
        let isJoined = has([.to, .until], at: index) || (isLed && has(.and, at: index))
        return isJoined && flows(into: index) ? index + 1 : nil
    }

    /// Hours with both ends: "from 9 to 11 am", "9am-5pm", "between 2 and 4".
    func hours(at index: Int) -> (ClockParts, ClockParts, Int)? {
        let isLed = has([.from, .between], at: index)
        let place = isLed ? index + 1 : index
        let first = clock(at: place, hasDay: false)
        let bare = first == nil ? bareHour(at: place) : nil
        guard let end = first?.1 ?? bare.map({ _ in place + 1 }), let next = joint(at: end, isLed: isLed) else {
            return nil
        }
        let isBareEnd = isLed || first != nil
        let last =
            clock(at: next, hasDay: false)
            ?? (isBareEnd ? bareHour(at: next).map { (afternoon($0), next + 1) } : nil)
        guard let last else { return nil }
        if let first { return (first.0, last.0, last.1) }
        guard let bare else { return nil }
        // "9 to 11 am", "2 to 4 pm", "9 to 5 pm": the first hour lies before the second one.
        let late = bare + 43_200
        let second = bare < 43_200 && late < last.0.second ? late : bare
        let isPlain = afternoon(bare).second < last.0.second && last.0.isTwelve
        return (
            ClockParts(second: isPlain ? afternoon(bare).second : second, grain: .hour), last.0, last.1
        )
    }

    private func bareHour(at index: Int) -> Int? {
        guard let hour = number(at: index, in: 1...24), !hour.isOrdinal, !items[index].isTight,
            meaning(index).month == nil,
            items[index].link != .slash, items[index].link != .stop, meaning(index + 1).month == nil,
            meaning(index + 1).shortMonth == nil, meaning(index + 1).unit == nil,
            !has([.street, .counted], at: index + 1)
        else { return nil }
        return hour.value * 3600
    }

    private func afternoon(_ second: Int) -> ClockParts {
        ClockParts(second: second < 7 * 3600 ? second + 43_200 : second, grain: .hour, isTwelve: second < 43_200)
    }

    /// A time of which one end is named: "since Monday", "until 5 pm", "before Christmas", "by Friday".
    func openRange(at index: Int) -> (TimePoint, Int)? {
        guard has([.fromPast, .since, .from, .after, .until, .before, .by], at: index) else { return nil }
        let place = base.skip([.the, .on, .about, .filler], from: index + 1, most: 3)
        guard flows(into: index + 1), let (found, end) = point(at: place) ?? bareClock(at: place),
            found.reach == .closed
        else { return nil }
        var point = found
        point.isAfter = has(.after, at: index)
        point.isUntil = has([.until, .by], at: index)
        point.startsNow = has(.by, at: index)
        point.reach = has([.fromPast, .since, .from, .after], at: index) ? .from : .until
        // "Since Monday" looks back.
        if has(.fromPast, at: index) { point.date = point.date.map(base.latest) }
        return (point, end)
    }

    /// "after 6".
    private func bareClock(at index: Int) -> (TimePoint, Int)? {
        guard let second = bareHour(at: index), base.isEnd(index + 1) || !flows(into: index + 1) else { return nil }
        return (TimePoint(clock: afternoon(second)), index + 1)
    }
}
