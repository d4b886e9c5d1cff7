import CivilTime

/// Times at some distance from now or from another time: "dans deux heures", "il y a 3 semaines", "deux jours après Noël".
extension TimeReader {
    /// A stretch of time counted from now at a place.
    func instant(at index: Int) -> (TimeSpan, Int)? {
        if item(index)?.meaning.clock == .now {
            return (TimeSpan(start: now, end: now.adding(seconds: 1), grain: .second, isRelative: true), index + 1)
        }
        if has(.ago, at: index), let (length, end) = length(at: skip([.about, .less, .more], from: index + 1)) {
            return isOfSomething(at: end) ? nil : shifted(length, by: -1).map { ($0, end) }
        }
        if has(.within, at: index) { return within(at: index) }
        if has(.by, at: index) { return by(at: index) }
        if has(.fromPast, at: index),
            let (length, end) = length(at: skip([.the, .about, .less, .more], from: index + 1)),
            let start = shifted(length, by: -1)
        {
            return (TimeSpan(start: start.start, end: now, grain: start.grain, isRelative: true), end)
        }
        return counted(at: index)
    }

    /// "dans 15 jours" is a day, "dans les 15 jours" and "dans moins d'une heure" are the time until then.
    private func within(at index: Int) -> (TimeSpan, Int)? {
        let start = skip([.the, .filler, .about, .less, .more], from: index + 1)
        guard let (length, end) = length(at: start) else {
            // "dans l'heure", "dans la minute qui suit"
            guard has(.the, at: index + 1), let unit = item(start)?.meaning.unit, unit < .day else { return nil }
            return fromNow(TimeLength(1, unit), skip([.next, .following], from: start + 1, most: 1))
        }
        if isOfSomething(at: end) { return nil }
        if has([.the, .less], at: index + 1) { return fromNow(length, end) }
        return shifted(length, by: 1).map { ($0, end) }
    }

    /// Whether a length is that of something: "il y a 2 mois de retard", "dans 2 heures de marche".
    private func isOfSomething(at index: Int) -> Bool {
        has(.of, at: index) && flows(into: index) && item(index + 1)?.isOther == true
    }

    /// "d'ici trois jours", "sous 48 heures", "sous huitaine".
    private func by(at index: Int) -> (TimeSpan, Int)? {
        let start = skip([.the, .about, .less], from: index + 1)
        if let (length, end) = length(at: start) { return fromNow(length, end) }
        guard let days = number(at: start, in: 8...15), days.figures == 0, isEnd(start + 1) else { return nil }
        return fromNow(TimeLength(days.value, .day), start + 1)
    }

    private func fromNow(_ length: TimeLength, _ end: Int) -> (TimeSpan, Int)? {
        guard let limit = shifted(length, by: 1), limit.start >= now else { return nil }
        return (TimeSpan(start: now, end: limit.start, grain: .second, isRelative: true), end)
    }

    /// "deux jours plus tard", "trois jours avant Noël", "dix minutes avant 15 h".
    private func counted(at index: Int) -> (TimeSpan, Int)? {
        guard let (length, end) = length(at: index), flows(into: end) else { return nil }
        let isLater = has([.later, .after], at: end)
        guard isLater || has([.earlier, .before], at: end) else { return nil }
        let sign = isLater ? 1 : -1
        guard has([.after, .before], at: end), end + 1 < items.count, flows(into: end + 1) else {
            return shifted(length, by: sign).map { ($0, end + 1) }
        }
        if length.unit >= .day, let (date, dateEnd) = date(at: end + 1), let span = resolve(date) {
            return shifted(length, by: sign, from: Moment(span.firstDay)).map { ($0, dateEnd) }
        }
        if length.unit < .day, let (point, pointEnd) = point(at: end + 1), point.clock != nil,
            let span = resolve(point)?.span
        {
            return shifted(length, by: sign, from: span.start).map { ($0, pointEnd) }
        }
        // "Dix minutes avant la fermeture" is not counted from now.
        return items[end].link == .comma ? shifted(length, by: sign).map { ($0, end + 1) } : nil
    }

    /// The time so much after a moment, or before it: to the day for days and more, to the second for less.
    func shifted(_ length: TimeLength, by sign: Int, from base: Moment? = nil) -> TimeSpan? {
        let start = base ?? now
        let day = start.day.adding(months: sign * length.months).adding(days: sign * length.days)
        guard (1...9999).contains(day.year) else { return nil }
        if length.seconds == 0, length.unit >= .day {
            return TimeSpan(first: day, last: day, grain: .day, isRelative: true)
        }
        let moment = Moment(day, second: start.second).adding(seconds: sign * length.seconds)
        let isSecond = length.unit == .second
        return TimeSpan(
            start: moment, end: moment.adding(seconds: isSecond ? 1 : 60), grain: isSecond ? .second : .minute,
            isRelative: true)
    }
}
