import CivilTime

/// Lengths of time counted from now or from a day: "dans deux heures", "il y a 3 semaines", "deux jours après Noël".
extension TimeReader {
    /// So many of a unit; half an hour is thirty minutes.
    struct Length {
        var count: Int
        var unit: TimeUnit
        /// What comes on top: "une heure et demie".
        var minutes = 0
    }

    /// A stretch of time counted from now at a place.
    func instant(at index: Int) -> (TimeSpan, Int)? {
        if item(index)?.meaning.clock == .now {
            return (TimeSpan(start: now, end: now.adding(seconds: 1), grain: .second, isRelative: true), index + 1)
        }
        if has(.ago, at: index), let (length, end) = length(at: skip(.about, from: index + 1)) {
            return shifted(length, by: -1).map { ($0, end) }
        }
        if has(.within, at: index) { return within(at: index) }
        if has(.by, at: index), let (length, end) = length(at: index + 1) { return fromNow(length, end) }
        if has(.fromPast, at: index), let (length, end) = length(at: skip(.the, from: index + 1)),
            let start = shifted(length, by: -1)
        {
            return (TimeSpan(start: start.start, end: now, grain: start.grain, isRelative: true), end)
        }
        return counted(at: index)
    }

    /// "dans 15 jours" is a day, "dans les 15 jours" the time until then.
    private func within(at index: Int) -> (TimeSpan, Int)? {
        let start = skip([.the, .filler, .about], from: index + 1)
        guard let (length, end) = length(at: start) else { return nil }
        if has(.the, at: index + 1) { return fromNow(length, end) }
        return shifted(length, by: 1).map { ($0, end) }
    }

    private func fromNow(_ length: Length, _ end: Int) -> (TimeSpan, Int)? {
        guard let limit = shifted(length, by: 1) else { return nil }
        return (TimeSpan(start: now, end: limit.start, grain: .second, isRelative: true), end)
    }

    /// "deux jours plus tard", "trois jours avant Noël".
    private func counted(at index: Int) -> (TimeSpan, Int)? {
        guard let (length, end) = length(at: index), flows(into: end) else { return nil }
        let isLater = has([.later, .after], at: end)
        guard isLater || has([.earlier, .before], at: end) else { return nil }
        let sign = isLater ? 1 : -1
        if length.unit >= .day, has([.after, .before], at: end), let (date, dateEnd) = date(at: end + 1),
            let span = resolve(date)
        {
            return shifted(length, by: sign, from: Moment(span.firstDay)).map { ($0, dateEnd) }
        }
        return shifted(length, by: sign).map { ($0, end + 1) }
    }

    // MARK: Lengths

    /// "deux heures et demie", "1 h 30", "un quart d'heure", "une quinzaine de jours", "2'".
    func length(at index: Int) -> (Length, Int)? {
        if let fraction = fractionOfHour(at: index) { return fraction }
        guard let number = number(at: index, in: 0...9999), !number.isOrdinal, flows(into: index + 1) else {
            return nil
        }
        if let (unit, end) = sign(at: index, number) { return (Length(count: number.value, unit: unit), end) }
        let place = skip(.of, from: index + 1)
        guard let unit = item(place)?.meaning.unit, unit != .weekend || number.value > 0 else {
            let isFortnight = number.figures == 0 && [8, 15].contains(number.value) && items[index].tokens.count > 1
            return isFortnight ? (Length(count: number.value, unit: .day), index + 1) : nil
        }
        var (length, end) = (Length(count: number.value, unit: unit), place + 1)
        if unit == .hour, flows(into: end) {
            let start = skip(.and, from: end)
            switch item(start)?.meaning.clock {
            case .half: (length.minutes, end) = (30, start + 1)
            case .quarter: (length.minutes, end) = (15, start + 1)
            default:
                if let minutes = self.number(at: start, in: 1...59), items[place].isTight || isMinute(at: start + 1) {
                    (length.minutes, end) = (minutes.value, isMinute(at: start + 1) ? start + 2 : start + 1)
                }
            }
        }
        return (length, end)
    }

    private func isMinute(at index: Int) -> Bool { item(index)?.meaning.unit == .minute }

    /// Signs for minutes and seconds: "2'", "10\"".
    private func sign(at index: Int, _ number: TimeItem.Number) -> (TimeUnit, Int)? {
        guard number.figures > 0 else { return nil }
        switch items[index].link {
        case .apostrophe: return (.minute, index + 1)
        case .quote: return (.second, index + 1)
        default: return nil
        }
    }

    /// "une demi-heure", "un quart d'heure", "trois quarts d'heure".
    private func fractionOfHour(at index: Int) -> (Length, Int)? {
        let start = skip(.indefinite, from: index)
        let minutes: Int
        switch item(start)?.meaning.clock {
        case .half: minutes = 30
        case .quarter: minutes = 15
        case .threeQuarters: minutes = 45
        default: return nil
        }
        let place = skip(.of, from: start + 1)
        guard item(place)?.meaning.unit == .hour else { return nil }
        return (Length(count: minutes, unit: .minute), place + 1)
    }

    /// The time so much after a moment, or before it: to the day for days and more, to the second for less.
    private func shifted(_ length: Length, by sign: Int, from base: Moment? = nil) -> TimeSpan? {
        let start = base ?? now
        let count = length.count * sign
        func day(_ day: Day, _ grain: TimeSpan.Grain = .day) -> TimeSpan? {
            (1...9999).contains(day.year) ? TimeSpan(first: day, last: day, grain: grain, isRelative: true) : nil
        }
        switch length.unit {
        case .second: return moment(start.adding(seconds: count), .second)
        case .minute: return moment(start.adding(seconds: count * 60), .minute)
        case .hour: return moment(start.adding(seconds: count * 3600 + sign * length.minutes * 60), .minute)
        case .day: return day(start.day.adding(days: count))
        case .week, .weekend: return day(start.day.adding(days: count * 7))
        case .fortnight: return day(start.day.adding(days: count * 15))
        case .month: return day(start.day.adding(months: count))
        case .quarter: return day(start.day.adding(months: count * 3))
        case .semester: return day(start.day.adding(months: count * 6))
        case .year: return abs(length.count) < 3000 ? day(start.day.adding(months: count * 12)) : nil
        }
    }

    private func moment(_ moment: Moment, _ grain: TimeSpan.Grain) -> TimeSpan {
        TimeSpan(start: moment, end: moment.adding(seconds: grain == .second ? 1 : 60), grain: grain, isRelative: true)
    }
}
