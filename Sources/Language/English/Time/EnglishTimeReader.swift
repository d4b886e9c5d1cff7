import CivilTime

/// Reads the times of one English text: families of expressions, each in a file of its own, over a list of items.
///
/// Each family looks at one place and gives what it found there with the place after it, or nil. When that is, is worked
/// out as for French: by ``TimeReader``, which also finds feasts and school holidays.
struct EnglishTimeReader {
    let base: TimeReader

    var items: [TimeItem] { base.items }
    var today: Day { base.today }

    /// What a place means where times are named.
    func meaning(_ index: Int) -> TimeMeaning { base.item(index)?.meaning ?? TimeMeaning() }
    /// Whether the word at a place has one of some roles.
    func has(_ roles: TimeRoles, at index: Int) -> Bool { base.has(roles, at: index) }
    /// Whether the text goes on without a break into a place.
    func flows(into index: Int) -> Bool { base.flows(into: index) }
    /// The number at a place when it lies in a range, or nil.
    func number(at index: Int, in range: ClosedRange<Int>) -> TimeItem.Number? { base.number(at: index, in: range) }
    /// The place after one word of some roles, or the place itself.
    func after(_ roles: TimeRoles, at index: Int) -> Int { has(roles, at: index) ? index + 1 : index }

    /// The times of the text, in order.
    func mentions() -> [(span: TimeSpan, reach: TimeMention.Reach, items: Range<Int>)] {
        var result: [(span: TimeSpan, reach: TimeMention.Reach, items: Range<Int>)] = []
        var index = 0
        while index < items.count {
            guard let (point, end) = listed(at: index) ?? mention(at: index), let (span, reach) = base.resolve(point)
            else {
                index += 1
                continue
            }
            result.append((span, reach, start(of: index..<end)..<end))
            // A time that ends within a word leaves the rest of the word unread.
            index = end
            while index < items.count, items[index].tokens.lowerBound < items[end - 1].tokens.upperBound { index += 1 }
        }
        return result
    }

    private func mention(at index: Int) -> (TimePoint, Int)? {
        range(at: index) ?? openRange(at: index) ?? point(at: index)
    }

    /// The first item that is worth quoting: its article, but no preposition.
    private func start(of range: Range<Int>) -> Int {
        var start = range.lowerBound
        while start + 1 < range.upperBound, has([.at, .on, .about, .filler], at: start), items[start].number == nil,
            !items[start].meaning.isContent
        {
            start += 1
        }
        return start
    }

    /// A day in a list without its month: the 3 in "3 and 4 May".
    private func listed(at index: Int) -> (TimePoint, Int)? {
        guard let day = number(at: index, in: 1...31), has(.and, at: index + 1) || items[index].link == .comma else {
            return nil
        }
        let next = has(.and, at: index + 1) ? index + 2 : index + 1
        guard let (last, _) = date(at: base.skip(.the, from: next)), last.day != nil, let month = last.month else {
            return nil
        }
        return (TimePoint(date: DateParts(day: day.value, month: month, year: last.year)), index + 1)
    }

    // MARK: Points

    /// Day, time of day and their like that stand together in any order: "half past two on Thursday".
    func point(at index: Int) -> (TimePoint, Int)? {
        if let (span, end) = instant(at: index) {
            guard span.grain == .day, span.isOneDay else { return (TimePoint(instant: span), end) }
            return extended(TimePoint(date: DateParts(span: span)), end: end)
        }
        var point = TimePoint()
        guard let end = addPiece(to: &point, at: index, isFirst: true) else { return nil }
        return extended(point, end: end)
    }

    func extended(_ start: TimePoint, end: Int) -> (TimePoint, Int) {
        var (point, end) = (start, end)
        while true {
            var cursor = end
            var next: Int?
            while cursor < items.count, cursor - end < 3, flows(into: cursor) {
                next = addPiece(to: &point, at: cursor, isFirst: false)
                if next != nil || !has([.at, .on, .inTime, .of, .the, .filler, .about, .from], at: cursor) { break }
                cursor += 1
            }
            guard let next, next > end else { return (point, end) }
            end = next
        }
    }

    /// Adds the piece at a place when the point has none of its kind yet, and gives the place after it.
    private func addPiece(to point: inout TimePoint, at index: Int, isFirst: Bool) -> Int? {
        if point.date == nil, let (date, end) = date(at: index) {
            guard point.accepts(date) else { return nil }
            point.date = date
            return end
        }
        let hasDay = point.date?.isDay == true || point.window != nil
        if point.clock == nil, hasDay, let (first, last, end) = hours(at: index) {
            (point.clock, point.clockEnd) = (first, last)
            return end
        }
        if point.clock == nil, hasDay || point.isEmpty, let (clock, end) = clock(at: index, hasDay: hasDay) {
            point.clock = clock
            return end
        }
        if point.window == nil, hasDay || point.isEmpty || point.clock != nil,
            let (window, end) = window(at: index, isAlone: isFirst)
        {
            point.window = window
            return end
        }
        return nil
    }

    /// "now", "in two weeks", "three days ago", "half an hour from now".
    private func instant(at index: Int) -> (TimeSpan, Int)? {
        if meaning(index).clock == .now {
            let now = base.now
            return (TimeSpan(start: now, end: now.adding(seconds: 1), grain: .second, isRelative: true), index + 1)
        }
        let isWithin = has(.within, at: index)
        guard let (length, end) = length(at: base.skip(.about, from: isWithin ? index + 1 : index)) else { return nil }
        if flows(into: end), has(.ago, at: end) || has(.earlier, at: end) {
            return base.shifted(length, by: -1).map { ($0, end + 1) }
        }
        let isLater = flows(into: end) && (has(.later, at: end) || (has(.from, at: end) && isNow(end + 1)))
        guard isWithin || isLater else { return nil }
        let last = !isLater ? end : has(.later, at: end) ? end + 1 : end + 2
        return base.shifted(length, by: 1).map { ($0, last) }
    }

    private func isNow(_ index: Int) -> Bool { meaning(index).clock == .now || meaning(index).dayOffset == 0 }

    /// "two weeks", "a fortnight", "half an hour", "an hour and a half".
    private func length(at index: Int) -> (TimeLength, Int)? {
        if meaning(index).clock == .half, meaning(index + 2).unit == .hour {
            return (TimeLength(30, .minute), index + 3)
        }
        let count = has(.few, at: index) ? 3 : number(at: index, in: 1...999).flatMap { $0.isOrdinal ? nil : $0.value }
        guard let count, let unit = meaning(index + 1).unit, unit != .weekend, flows(into: index + 1) else {
            return nil
        }
        // A fortnight has fourteen days in English, and fifteen in French.
        var length = unit == .fortnight ? TimeLength(count * 2, .week) : TimeLength(count, unit)
        if has(.and, at: index + 2), meaning(index + 4).clock == .half {
            length.addHalf(of: unit)
            return (length, index + 5)
        }
        return (length, index + 2)
    }
}
