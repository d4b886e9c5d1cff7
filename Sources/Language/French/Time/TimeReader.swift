import CivilTime

/// Reads the times of one text: families of expressions, each in a file of its own, over a list of items.
///
/// Each family looks at one place of the text and gives what it found there with the place after it, or nil.
struct TimeReader {
    let items: [TimeItem]
    let now: Moment
    let calendar: DayCalendar
    private let memo: TimeMemo

    init(items: [TimeItem], now: Moment, calendar: DayCalendar) {
        (self.items, self.now, self.calendar) = (items, now, calendar)
        memo = TimeMemo(count: items.count)
    }

    /// Today.
    var today: Day { now.day }

    /// The item at a place, or nil past the end.
    func item(_ index: Int) -> TimeItem? { items.indices.contains(index) ? items[index] : nil }

    /// Whether the word at a place has one of some roles.
    func has(_ roles: TimeRoles, at index: Int) -> Bool {
        items.indices.contains(index) && !items[index].roles.isDisjoint(with: roles)
    }

    /// The place after the words from `index` on that have one of some roles.
    func skip(_ roles: TimeRoles, from index: Int, most: Int = 4) -> Int {
        var end = index
        while end - index < most, has(roles, at: end), end == index || flows(into: end) { end += 1 }
        return end
    }

    /// Words that may stand before the name of a time: their roles together, and the place after them.
    func lead(at index: Int, roles: TimeRoles = .light) -> (roles: TimeRoles, end: Int) {
        var (found, end): (TimeRoles, Int) = ([], index)
        while end - index < 4, let next = item(end), !next.roles.isDisjoint(with: roles), !next.meaning.isContent,
            end == index || flows(into: end)
        {
            found.formUnion(next.roles)
            end += 1
        }
        return (found, end)
    }

    /// Whether the text goes on without a break from the item before a place to the item at it.
    ///
    /// The full stop of an abbreviation ("14 sept. 2014") is no break.
    func flows(into index: Int) -> Bool {
        guard let previous = item(index - 1) else { return true }
        switch previous.link {
        case .cut, .at, .underscore: return false
        case .stop: return previous.meaning.isAbbreviation
        default: return true
        }
    }

    /// Whether nothing of the sentence follows a place.
    func isEnd(_ index: Int) -> Bool { index >= items.count || (index > 0 && items[index - 1].link == .cut) }

    /// The number at a place when it lies in a range, or nil.
    func number(at index: Int, in range: ClosedRange<Int>) -> TimeItem.Number? {
        guard let number = item(index)?.number, range.contains(number.value) else { return nil }
        return number
    }

    // MARK: Points

    /// Day, time of day and their like that stand together in any order: "13 h 30 samedi 21 septembre".
    func point(at index: Int) -> (TimePoint, Int)? {
        memo.point(at: index) {
            var point = TimePoint()
            guard let end = addPiece(to: &point, at: index) else { return nil }
            return extended(point, end: end)
        }
    }

    /// The day or period at a place.
    func date(at index: Int) -> (DateParts, Int)? { memo.date(at: index) { readDate(at: index) } }

    /// The range or half-open time at a place.
    func range(at index: Int) -> (TimePoint, Int)? {
        memo.range(at: index) { closedRange(at: index) ?? openRange(at: index) }
    }

    /// A point with what may follow it.
    func extended(_ start: TimePoint, end: Int) -> (TimePoint, Int) {
        var (point, end) = (start, end)
        while true {
            var cursor = end
            var next: Int?
            while cursor - end < 4, cursor < items.count, flows(into: cursor) {
                if point.date != nil, point.clock == nil, startsHours(at: cursor) { return (point, end) }
                next = addPiece(to: &point, at: cursor)
                if next == nil, let weekday = item(cursor)?.meaning.weekday, isDay(point.date, on: weekday) {
                    // "Le 4 décembre 2026, vendredi"
                    next = cursor + 1
                }
                if next == nil, cursor > end, point.date?.isDay == true, item(cursor)?.meaning.unit == .day {
                    // "Hier dans la journée" is yesterday.
                    next = cursor + 1
                }
                if next != nil || !has(.light, at: cursor) { break }
                cursor += 1
            }
            guard let next, next > end else { return (point, end) }
            end = next
        }
    }

    /// Whether a date that was said with its month is on a day of the week.
    private func isDay(_ date: DateParts?, on weekday: Weekday) -> Bool {
        guard let date, date.weekday == nil, date.month != nil || date.span?.isRelative == false, date.isDay else {
            return false
        }
        return resolve(date)?.firstDay.weekday == weekday
    }

    /// Whether a range of hours starts at a place, which is read as one: "jeudi de 9 h à 11 h".
    private func startsHours(at index: Int) -> Bool {
        has([.of, .between, .since], at: index) && range(at: index)?.0.clockEnd != nil
    }

    /// Adds the piece at a place when the point has none of its kind yet, and gives the place after it.
    private func addPiece(to point: inout TimePoint, at index: Int) -> Int? {
        if point.isEmpty, let (span, end) = instant(at: index) {
            // "Dans trois jours" may have its hour; "dans deux heures" is one.
            if span.grain == .day, span.isOneDay { point.date = DateParts(span: span) } else { point.instant = span }
            return end
        }
        guard point.instant == nil else { return nil }
        if point.window?.part == .night, point.date == nil, let (nights, end) = range(at: index),
            let date = nights.date,
            !nights.rangeEnd.isEmpty
        {
            // "La nuit du 24 au 25" is that of the 24th.
            point.date = date
            return end
        }
        if point.date == nil, let (date, end) = date(at: index) {
            guard point.accepts(date) else { return nil }
            point.date = date
            return end
        }
        if point.clock == nil, let (clock, end) = clock(at: index) {
            point.clock = clock
            return end
        }
        if point.clock == nil, point.date?.isDay == true || point.window != nil, let (clock, end) = bareHour(at: index)
        {
            point.clock = clock
            return end
        }
        if point.window == nil, let (window, end) = window(at: index, isAlone: point.isEmpty) {
            point.window = window
            return end
        }
        return nil
    }
}
