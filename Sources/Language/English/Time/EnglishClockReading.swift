import CivilTime

/// Times of day: "half past two", "2:30 pm", "8 o'clock", "14h30", "noon"; and parts of a day: "this evening".
extension EnglishTimeReader {
    /// The time of day at a place; after a day, a number alone is one: "Monday at 7".
    func clock(at index: Int, hasDay: Bool) -> (ClockParts, Int)? {
        let place = base.skip([.at, .about, .filler], from: index, most: 3)
        let isAsked = (index..<place).contains { has(.at, at: $0) }
        guard place == index || flows(into: place) else { return nil }
        switch meaning(place).clock {
        case .noon: return (ClockParts(second: 43_200, grain: .hour), place + 1)
        case .midnight: return (ClockParts(second: 0, grain: .hour, isMidnight: true), place + 1)
        default: break
        }
        if let (minutes, end) = spoken(at: place) { return settled(minutes, .minute, mayChange: true, after: end) }
        guard let hour = number(at: place, in: 0...24), !hour.isOrdinal else { return nil }
        if let (minutes, end, isSure) = digital(hour, at: place) {
            return settled(minutes, .minute, mayChange: !hour.hasZero && !isSure, after: end)
        }
        let next = place + 1
        if flows(into: next), meaning(next).clock == .oClock {
            let isFrench = items[place].isTight
            return settled(hour.value * 60, .hour, mayChange: !isFrench, after: next + 1)
        }
        let isNamed = [.am, .pm].contains(meaning(next).clock) || isPartOfDay(after: next)
        guard isNamed && flows(into: next) || isBare(hour, at: place, isAsked: isAsked, hasDay: hasDay) else {
            return nil
        }
        return settled(hour.value * 60, .hour, mayChange: !hour.hasZero, after: next)
    }

    /// "half past two", "quarter to three", "ten minutes past five"; in minutes since midnight.
    private func spoken(at index: Int) -> (minutes: Int, end: Int)? {
        var place = index
        // "a quarter past"
        if meaning(index + 1).clock == .quarter, number(at: index, in: 1...1) != nil { place += 1 }
        let count: Int
        switch meaning(place).clock {
        case .quarter: count = 15
        case .half: count = 30
        default:
            guard let number = number(at: place, in: 1...59), !number.isOrdinal else { return nil }
            count = number.value
        }
        var sign = place + 1
        if meaning(sign).unit == .minute { sign += 1 }
        guard flows(into: sign), has([.past, .to], at: sign), flows(into: sign + 1) else { return nil }
        let isPast = has(.past, at: sign)
        let hour =
            meaning(sign + 1).clock == .noon
            ? 12
            : meaning(sign + 1).clock == .midnight
                ? 0
                : number(at: sign + 1, in: 1...12)?.value
        guard let hour else { return nil }
        // "From 5 to 8" are hours as well.
        if !isPast, count != 15, has([.from, .between], at: index - 1) { return nil }
        // "Nine to five" are hours, "ten to five" is a time of day: minutes come in fives, or are named.
        guard isPast || count == 15 || meaning(place + 1).unit == .minute || (count % 5 == 0 && count <= 25) else {
            return nil
        }
        let minutes = ((isPast ? hour * 60 + count : hour * 60 - count) + 1440) % 1440
        return (minutes, meaning(sign + 2).clock == .oClock ? sign + 3 : sign + 2)
    }

    /// "14:30", "2.30 pm", "14h30"; whether it is surely of twenty-four hours.
    private func digital(_ hour: TimeItem.Number, at index: Int) -> (minutes: Int, end: Int, isSure: Bool)? {
        func minute(_ place: Int) -> Int? {
            guard let minute = number(at: place, in: 0...59), minute.figures == 2 else { return nil }
            return hour.value * 60 + minute.value
        }
        switch items[index].link {
        case .colon: return minute(index + 1).map { ($0, index + 2, false) }
        case .stop where [.am, .pm].contains(meaning(index + 2).clock) || has(.at, at: index - 1):
            return minute(index + 1).map { ($0, index + 2, false) }
        default:
            guard meaning(index + 1).clock == .oClock, meaning(index + 1).unit == .hour, hour.figures > 0,
                let minutes = minute(index + 2)
            else { return nil }
            return (minutes, index + 3, true)
        }
    }

    /// Whether a number alone is an hour: "Monday at 7", "does it close at 6?", not "at 12 rue des Lilas".
    private func isBare(_ hour: TimeItem.Number, at index: Int, isAsked: Bool, hasDay: Bool) -> Bool {
        guard isAsked, hasDay || index > 1, !items[index].isTight, items[index].link != .stop,
            items[index].link != .slash
        else { return false }
        let next = base.item(index + 1)
        return base.isEnd(index + 1) || !flows(into: index + 1)
            || (next.map { !$0.isOther && $0.number == nil && $0.roles.isDisjoint(with: [.street, .counted]) } ?? true
                && next?.meaning.unit == nil)
    }

    /// The time with what tells its half of the day: "am", "in the evening"; alone, one to six are in the afternoon.
    private func settled(
        _ minutes: Int, _ grain: TimeSpan.Grain, mayChange: Bool, after index: Int
    ) -> (ClockParts, Int)? {
        let half = meaning(index).clock
        if flows(into: index), half == .am || half == .pm, minutes <= 780 {
            let shifted = minutes % 720 + (half == .pm ? 720 : 0)
            return (ClockParts(second: shifted * 60, grain: grain), index + 1)
        }
        let isMorning = isPartOfDay(after: index, .morning)
        guard mayChange, minutes < 720, minutes >= 60 else {
            return (ClockParts(second: minutes * 60, grain: grain), index)
        }
        if minutes < 420, !isMorning, !isPartOfDay(after: index, .night) {
            return (ClockParts(second: (minutes + 720) * 60, grain: grain), index)
        }
        return (ClockParts(second: minutes * 60, grain: grain, isTwelve: !isMorning), index)
    }

    private func isPartOfDay(after index: Int, _ part: DayPart? = nil) -> Bool {
        guard flows(into: index), has([.inTime, .at], at: index) || meaning(index).part != nil else { return false }
        let place = base.skip([.inTime, .at, .the], from: index, most: 2)
        return part == nil ? meaning(place).part != nil : meaning(place).part == part
    }

    // MARK: Parts of a day

    /// "this morning", "in the evening", "late afternoon", "tonight", "last night".
    func window(at index: Int, isAlone: Bool) -> (DayWindow, Int)? {
        let isThis = has(.this, at: index) || meaning(index).roles.contains(.this)
        let isLast = has(.last, at: index)
        let lead = base.skip([.inTime, .inside, .at, .the, .filler], from: index, most: 3)
        var place = isLast || (isThis && meaning(index).part == nil) ? index + 1 : lead
        let edge: PeriodEdge? = has(.early, at: place) ? .start : has(.late, at: place) ? .end : nil
        if edge != nil { place += 1 }
        guard let part = meaning(place).part, part != .work, place == index || flows(into: place) else { return nil }
        let isNamed = isThis || isLast || place > index || base.isWhole(index, place + 1)
        guard !isAlone || isNamed else { return nil }
        var window = DayWindows.window(part, edge)
        (window.isThis, window.isLast) = (isThis, isLast)
        return (window, place + 1)
    }
}
