import CivilTime

/// Times of day: "8 h 30", "midi et quart", "15:30", "onze heures moins le quart", "6 pm".
extension TimeReader {
    /// The time of day at a place.
    func clock(at index: Int) -> (ClockParts, Int)? {
        let lead = lead(at: index, roles: [.at, .about, .the, .filler, .atThe, .this])
        let isAsked = !lead.roles.isDisjoint(with: [.at, .about])
        guard let item = item(lead.end), lead.end == index || flows(into: lead.end) else { return nil }
        switch item.meaning.clock {
        case .noon: return tail(of: 12, after: lead.end + 1, grain: .hour)
        case .midnight: return midnight(after: lead.end + 1)
        default: break
        }
        guard let number = item.number, !number.isOrdinal else { return nil }
        guard number.value <= 24 else { return military(number, at: lead.end) }
        if let found = digital(number, at: lead.end)
            ?? hours(number, at: lead.end, isAsked: isAsked, start: index)
            ?? pointed(number, at: lead.end, isAsked: lead.roles.contains(.at))
        {
            return meridiem(found.0, after: found.1) ?? found
        }
        let clock = ClockParts(second: number.value * 3600, grain: .hour, isTwelve: isTwelve(number))
        return meridiem(clock, after: lead.end + 1)
    }

    /// "15:30", "15:30:10", "15:30+01:00", whose offset is not read: a town lives in one zone.
    private func digital(_ hour: TimeItem.Number, at index: Int) -> (ClockParts, Int)? {
        guard hour.value < 24, item(index)?.link == .colon, let minute = number(at: index + 1, in: 0...59),
            minute.figures == 2
        else { return nil }
        var (second, end, grain) = (hour.value * 3600 + minute.value * 60, index + 2, TimeSpan.Grain.minute)
        if item(index + 1)?.link == .colon, let more = number(at: index + 2, in: 0...59), more.figures == 2 {
            (second, end, grain) = (second + more.value, index + 3, .second)
        }
        if items[end - 1].link == .plus, item(end)?.link == .colon, number(at: end, in: 0...14)?.figures == 2,
            number(at: end + 1, in: 0...59)?.figures == 2
        {
            end += 2
        }
        if item(end)?.meaning.unit == .hour, flows(into: end) { end += 1 }
        return (ClockParts(second: second, grain: grain, isTwelve: isTwelve(hour)), end)
    }

    /// "1830h".
    private func military(_ number: TimeItem.Number, at index: Int) -> (ClockParts, Int)? {
        guard number.figures == 4, items[index].isTight, item(index + 1)?.meaning.unit == .hour, number.value < 2400,
            number.value % 100 < 60
        else { return nil }
        return (ClockParts(second: number.value / 100 * 3600 + number.value % 100 * 60, grain: .minute), index + 2)
    }

    /// "13.30" after "à", "13.30 h" anywhere.
    private func pointed(_ hour: TimeItem.Number, at index: Int, isAsked: Bool) -> (ClockParts, Int)? {
        guard hour.value < 24, hour.figures > 0, items[index].link == .stop,
            let minute = number(at: index + 1, in: 0...59), minute.figures == 2, item(index + 2)?.number == nil
        else { return nil }
        let hasUnit = item(index + 2)?.meaning.unit == .hour && flows(into: index + 2)
        guard hasUnit || (isAsked && !isCounting(at: index + 1)) else { return nil }
        let second = hour.value * 3600 + minute.value * 60
        return (
            ClockParts(second: second, grain: .minute, isTwelve: isTwelve(hour)), hasUnit ? index + 3 : index + 2
        )
    }

    /// The half of the day after hours: "6 pm", "11:30 am".
    private func meridiem(_ clock: ClockParts, after index: Int) -> (ClockParts, Int)? {
        guard flows(into: index), let half = item(index)?.meaning.clock, half == .am || half == .pm,
            clock.second < 13 * 3600
        else { return nil }
        let second = clock.second % 43_200 + (half == .pm ? 43_200 : 0)
        return (ClockParts(second: second, grain: clock.grain), index + 1)
    }

    /// A number alone as the hour of a day that was named: "ce soir à 7", "demain à 8 du matin".
    func bareHour(at index: Int) -> (ClockParts, Int)? {
        let lead = lead(at: index, roles: [.at, .about])
        guard lead.end > index, flows(into: lead.end), let hour = number(at: lead.end, in: 0...24), !hour.isOrdinal,
            !isCounting(at: lead.end), items[lead.end].link != .stop, items[lead.end].link != .hyphen,
            isEnd(lead.end + 1) || isPart(at: lead.end + 1)
        else { return nil }
        return (ClockParts(second: hour.value * 3600, grain: .hour, isTwelve: isTwelve(hour)), lead.end + 1)
    }

    /// "8 h", "8h30", "huit heures et demie".
    private func hours(_ hour: TimeItem.Number, at index: Int, isAsked: Bool, start: Int) -> (ClockParts, Int)? {
        guard item(index + 1)?.meaning.unit == .hour, flows(into: index + 1), !hasWrongMinutes(after: index + 1),
            let (clock, end) = tail(of: hour.value, after: index + 2, grain: .hour),
            !isLength(hour, end: end, isAsked: isAsked, start: start)
        else { return nil }
        return (ClockParts(second: clock.second, grain: clock.grain, isTwelve: isTwelve(hour)), end)
    }

    /// Whether letters are joined to figures that are no minutes: "8h75".
    private func hasWrongMinutes(after index: Int) -> Bool {
        items[index].isTight && number(at: index + 1, in: 0...59) == nil
    }

    /// Whether hours are a length of time or a rate: "pendant 2 heures", "2 heures de marche", "35 heures par semaine".
    private func isLength(_ hour: TimeItem.Number, end: Int, isAsked: Bool, start: Int) -> Bool {
        if hour.value == 24, !isAsked, item(end - 1)?.meaning.unit == .hour { return true }
        // "Une heure" is a length, but not in "entre midi et une heure".
        let isAfterNoon = has(.and, at: start - 1) && item(start - 2)?.meaning.clock == .noon
        if !isAsked, has(.indefinite, at: start), !isPart(at: end), !isAfterNoon { return true }
        if start > 0, has([.length, .inside, .within], at: start - 1), flows(into: start) { return true }
        if has(.rate, at: end), flows(into: end) { return true }
        if items[max(0, end - 1)].link == .slash { return true }
        return has([.of], at: end) && flows(into: end) && !isPart(at: end) && date(at: end) == nil
    }

    /// Whether a part of the day follows: "du matin", "de l'après-midi".
    func isPart(at index: Int) -> Bool { item(lead(at: index).end)?.meaning.part != nil }

    private func isTwelve(_ hour: TimeItem.Number) -> Bool { (1...11).contains(hour.value) && !hour.hasZero }

    private func midnight(after index: Int) -> (ClockParts, Int)? {
        guard let (clock, end) = tail(of: 0, after: index, grain: .hour) else { return nil }
        return (ClockParts(second: clock.second, grain: clock.grain, isMidnight: clock.second == 0), end)
    }

    /// The minutes after an hour: "trente", "et quart", "moins cinq", "passé de 15 minutes"; and their seconds.
    private func tail(of hour: Int, after index: Int, grain: TimeSpan.Grain) -> (ClockParts, Int)? {
        let plain = (ClockParts(second: hour * 3600, grain: grain), index)
        guard flows(into: index), items[index - 1].link != .slash, let first = item(index) else { return plain }
        func minutes(_ count: Int, _ end: Int) -> (ClockParts, Int) {
            let end = skipMinuteUnit(end)
            let second = (hour * 60 + count + 1440) % 1440 * 60
            if let seconds = number(at: end, in: 0...59), item(end + 1)?.meaning.unit == .second, flows(into: end) {
                return (ClockParts(second: second + seconds.value, grain: .second), end + 2)
            }
            return (ClockParts(second: second, grain: .minute), end)
        }
        if first.meaning.clock == .minus {
            let next = skip(.the, from: index + 1)
            if item(next)?.meaning.clock == .quarter { return minutes(-15, next + 1) }
            if let count = number(at: next, in: 1...59) { return minutes(-count.value, next + 1) }
            return plain
        }
        let start = skip([.and, .past, .of, .indefinite], from: index)
        switch item(start)?.meaning.clock {
        case .quarter: return minutes(15, start + 1)
        case .half: return minutes(30, start + 1)
        case .threeQuarters: return minutes(45, start + 1)
        default: break
        }
        guard let count = number(at: start, in: 0...59), !count.isOrdinal, count.figures != 1 || start > index,
            isMinutes(at: start, isTight: items[index - 1].isTight, isJoined: start > index)
        else { return plain }
        return minutes(count.value, start + 1)
    }

    private func skipMinuteUnit(_ index: Int) -> Int {
        item(index)?.meaning.unit == .minute || (index > 0 && items[index - 1].isTight && has(.minuteSign, at: index))
            ? index + 1 : index
    }

    /// Whether a number after hours is their minutes, and not the start of something else: "entre 9 h et 11 h".
    func isMinutes(at index: Int, isTight: Bool, isJoined: Bool) -> Bool {
        guard let next = item(index + 1) else { return !isJoined }
        if next.meaning.unit == .minute || isTight { return true }
        let isDate = next.meaning.month != nil || next.meaning.shortMonth != nil || items[index].link == .slash
        return !isJoined && !isDate && next.meaning.unit == nil && next.roles.isDisjoint(with: [.street, .counted])
    }
}
