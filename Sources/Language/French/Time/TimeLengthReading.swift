import CivilTime

/// A length of time: months, days and seconds, which do not convert into one another.
struct TimeLength {
    var months = 0
    var days = 0
    var seconds = 0
    /// The shortest unit that was said, which tells how precise the length is.
    var unit: TimeUnit

    /// So many of a unit.
    init(_ count: Int, _ unit: TimeUnit) {
        self.unit = unit
        switch unit {
        case .second: seconds = count
        case .minute: seconds = count * 60
        case .hour: seconds = count * 3600
        case .day: days = count
        case .week, .weekend: days = count * 7
        case .fortnight: days = count * 15
        case .month: months = count
        case .quarter: months = count * 3
        case .semester: months = count * 6
        case .year: months = count * 12
        }
    }

    /// Adds a length that comes on top: "2 ans 3 mois".
    mutating func add(_ other: TimeLength) {
        months += other.months
        days += other.days
        seconds += other.seconds
        unit = other.unit
    }

    /// Adds half of a unit: "un mois et demi" has fifteen days more, "une semaine et demie" three.
    mutating func addHalf(of unit: TimeUnit) {
        switch unit {
        case .minute: seconds += 30
        case .hour: seconds += 1800
        case .day: seconds += 43_200
        case .week: days += 3
        case .month: days += 15
        case .year: months += 6
        case .second, .weekend, .fortnight, .quarter, .semester: break
        }
    }
}

/// Lengths of time: "deux heures et demie", "1 h 30", "un quart d'heure", "2 ans et 3 mois", "une quinzaine de jours".
extension TimeReader {
    /// The length at a place, with what comes on top of it.
    func length(at index: Int) -> (TimeLength, Int)? {
        guard var (length, end) = measure(at: index) else { return nil }
        while flows(into: end) {
            let next = skip(.and, from: end, most: 1)
            guard let (more, moreEnd) = measure(at: next), more.unit < length.unit, flows(into: next),
                next > end || !isHour(from: next, to: moreEnd)
            else { break }
            length.add(more)
            end = moreEnd
        }
        return (length, end)
    }

    /// Whether hours after a length are a time of day and no part of it: "dans deux jours 14h", "à 3 heures du matin".
    private func isHour(from index: Int, to end: Int) -> Bool { items[index].isTight || isPart(at: end) }

    /// So many of one unit, with its half: "deux heures et demie", "2'".
    private func measure(at index: Int) -> (TimeLength, Int)? {
        if let fraction = fractionOfHour(at: index) { return fraction }
        if has(.few, at: index), let unit = item(index + 1)?.meaning.unit, flows(into: index + 1) {
            // "Quelques jours" are counted as three.
            return (TimeLength(3, unit), index + 2)
        }
        guard let number = number(at: index, in: 0...9999), !number.isOrdinal, flows(into: index + 1) else {
            return nil
        }
        if let (unit, end) = sign(at: index, number) { return (TimeLength(number.value, unit), end) }
        let place = skip([.of, .rough, .wish], from: upperBound(after: index))
        guard let unit = item(place)?.meaning.unit, unit != .weekend || number.value > 0 else {
            let isFortnight = number.figures == 0 && [8, 15].contains(number.value) && items[index].tokens.count > 1
            return isFortnight ? (TimeLength(number.value, .day), index + 1) : nil
        }
        let length = TimeLength(number.value, unit)
        return flows(into: place + 1) ? withFraction(length, unit, after: place) : (length, place + 1)
    }

    /// The place after the second number of "deux ou trois jours", "2 à 3 semaines", of which the first counts.
    private func upperBound(after index: Int) -> Int {
        let isJoined = has([.and, .at], at: index + 1) && item(index + 1)?.number == nil
        let place = isJoined ? index + 2 : index + 1
        guard let first = item(index)?.number, let second = number(at: place, in: first.value...9999),
            !second.isOrdinal, flows(into: place), isJoined || first.figures == 0 || items[index].link == .hyphen,
            item(place + 1)?.meaning.unit != nil
        else { return index + 1 }
        return place + 1
    }

    /// What follows a unit without a unit of its own: "et demi", "et quart", the minutes in "1 h 30".
    private func withFraction(_ start: TimeLength, _ unit: TimeUnit, after place: Int) -> (TimeLength, Int) {
        var length = start
        let end = place + 1
        let next = skip(.and, from: end, most: 1)
        switch item(next)?.meaning.clock {
        case .half where next > end:
            length.addHalf(of: unit)
            return (length, next + 1)
        case .quarter where unit == .hour:
            length.add(TimeLength(15, .minute))
            return (length, next + 1)
        default: break
        }
        guard unit == .hour, let minutes = number(at: next, in: 1...59), !minutes.isOrdinal, minutes.figures != 1,
            isMinutes(at: next, isTight: items[place].isTight, isJoined: next > end)
        else { return (length, end) }
        length.add(TimeLength(minutes.value, .minute))
        return (length, item(next + 1)?.meaning.unit == .minute ? next + 2 : next + 1)
    }

    /// Signs for minutes and seconds: "2'", "10\"".
    private func sign(at index: Int, _ number: TimeItem.Number) -> (TimeUnit, Int)? {
        guard number.figures > 0 else { return nil }
        switch items[index].link {
        case .apostrophe: return (.minute, index + 1)
        case .quote: return (.second, index + 1)
        default: return nil
        }
    }

    /// "une demi-heure", "un quart d'heure", "trois quarts d'heure", "1/2 heure".
    private func fractionOfHour(at index: Int) -> (TimeLength, Int)? {
        var start = skip(.indefinite, from: index)
        let minutes: Int
        switch item(start)?.meaning.clock {
        case .half: minutes = 30
        case .quarter: minutes = 15
        case .threeQuarters: minutes = 45
        default:
            start = index + 1
            guard let part = number(at: index, in: 1...3), items[index].link == .slash,
                let whole = number(at: start, in: 2...4), whole.value % 2 == 0
            else { return nil }
            minutes = 60 * part.value / whole.value
        }
        let place = skip(.of, from: start + 1)
        guard item(place)?.meaning.unit == .hour else { return nil }
        return (TimeLength(minutes, .minute), place + 1)
    }
}
