import CivilTime

/// The times of a whole text: which of them belong together, and which are but parts of names.
extension TimeReader {
    /// A time as it was named, and the items that name it.
    private struct Named {
        var point: TimePoint
        var items: Range<Int>
        /// Whether only "et" or a comma stands between it and the one before.
        let follows: Bool
    }

    /// The times of the text, in order.
    func mentions() -> [(span: TimeSpan, reach: TimeMention.Reach, items: Range<Int>)] {
        shared(named()).compactMap { named in
            resolve(named.point).map { ($0.span, $0.reach, start(of: named.items)..<named.items.upperBound) }
        }
    }

    private func named() -> [Named] {
        var result: [Named] = []
        var index = 0
        while index < items.count {
            if let end = endOfUnknownHoliday(at: index) {
                index = end
                continue
            }
            let before = result.last.flatMap { follows($0.items.upperBound, index) ? $0.point : nil }
            // A time that ends within a word ("10h 2027-06-07T12:30") leaves the rest of the word unread.
            let firstToken = result.last.map { items[$0.items.upperBound - 1].tokens.upperBound } ?? 0
            guard items[index].tokens.lowerBound >= firstToken, !isWish(at: index),
                let (found, end) = listed(at: index, after: before) ?? mention(at: index)
            else {
                index += 1
                continue
            }
            if let last = result.indices.last, before?.isDays == true, found.isClockOnly {
                // "Du lundi au vendredi de 9 h à 12 h et de 14 h à 17 h" is the days.
                result[last].items = result[last].items.lowerBound..<end
                index = end
                continue
            }
            let isRange = before.map { $0.isRange && $0.clockEnd == nil } ?? true
            let point = completed(found, end: end, by: isRange ? nil : before?.date)
            if !isName(point, at: index, end: end), resolve(point) != nil {
                result.append(Named(point: point, items: index..<end, follows: before != nil))
            }
            index = end
        }
        return result
    }

    /// The same times, with the hour of the last one given to those that it is said of: "les 3 et 10 mai à 18 h".
    private func shared(_ named: [Named]) -> [Named] {
        var result = named
        for index in result.indices.dropFirst().reversed() where result[index].follows {
            let last = result[index].point
            let point = result[index - 1].point
            guard point.clock == nil, point.window == nil, !point.isRange, point.reach == .closed,
                last.reach == .closed, last.rangeEnd.isEmpty, let first = point.date?.list, first == last.date?.list
            else { continue }
            result[index - 1].point.clock = last.clock
            result[index - 1].point.clockEnd = last.clockEnd
            result[index - 1].point.window = last.window
        }
        return result
    }

    /// A day in a list without its article or its month: the 4 in "les 3, 4 et 10 mai", the 3 in "3 et 10 mai".
    private func listed(at index: Int, after before: TimePoint?) -> (TimePoint, Int)? {
        let isJoined = has(.and, at: index + 1) || items[index].link == .comma
        let isFirst = before == nil && isJoined && !has(.dial, at: index - 1)
        guard isFirst || before?.date?.list == .days, let day = number(at: index, in: 1...31), !isCounting(at: index),
            let last = lastOfList(after: index + 1)
        else { return nil }
        return (TimePoint(date: DateParts(day: day.value, month: last.month, year: last.year)), index + 1)
    }

    /// A point with what its neighbours say for it: "le 3 et le 10 mai", "samedi de 9 h à 12 h et de 14 h à 17 h".
    private func completed(_ point: TimePoint, end: Int, by previous: DateParts?) -> TimePoint {
        var point = point
        if point.isClockOnly, point.clock != nil {
            // "samedi de 9 h à 12 h et de 14 h à 17 h", "de 9 h à 12 h et de 14 h à 17 h samedi"
            let next = has(.and, at: end) ? mention(at: end + 1)?.0 : nil
            let date = previous ?? (next?.clock == nil ? nil : next?.date)
            point.date = date?.isDay == true ? date : nil
        }
        guard let date = point.date, date.day != nil, date.month == nil, date.weekday == nil, !point.isRange,
            let last = lastOfList(after: end)
        else { return point }
        point.date?.month = last.month
        point.date?.year = last.year
        return point
    }

    /// The day with its month at the end of a list of days: "les 3, 4 et 10 mai".
    func lastOfList(after index: Int) -> DateParts? {
        var end = index
        // No list of days is longer, and no text takes longer for looking.
        while end < min(items.count, index + 40), has(.and, at: end) || items[end - 1].link == .comma {
            let start = skip([.and, .the], from: end)
            if let (date, _) = date(at: start), date.day != nil, date.month != nil { return date }
            guard number(at: start, in: 1...31) != nil else { return nil }
            end = start + 1
        }
        return nil
    }

    /// Whether only "et" or a comma stands between two places.
    private func follows(_ end: Int, _ index: Int) -> Bool {
        guard end > 0, index >= end, index - end <= 1 else { return false }
        return index == end ? items[end - 1].link == .comma : has(.and, at: end)
    }

    private func mention(at index: Int) -> (TimePoint, Int)? {
        guard let (point, end) = range(at: index) ?? point(at: index) else { return nil }
        return complete(point, end: end)
    }

    /// The first item of a mention that is worth quoting: its article, but no preposition.
    private func start(of range: Range<Int>) -> Int {
        var start = range.lowerBound
        while start + 1 < range.upperBound, has([.of, .at, .inTime, .about, .filler], at: start),
            item(start)?.number == nil,
            item(start)?.meaning.isContent == false
        {
            start += 1
        }
        return start
    }

    /// Whether a wish starts right before a place: "bonne journée".
    private func isWish(at index: Int) -> Bool {
        index > 0 && flows(into: index) && has(.wish, at: index - 1) && item(index - 1)?.number == nil
    }

    /// Whether the date at a place is but a part of a name: "rue du 8 mai 1945", "marché de Noël", "Madame Avril".
    private func isName(_ point: TimePoint, at index: Int, end: Int) -> Bool {
        var start = index
        while start > 0, has([.of, .ofThe, .the], at: start - 1), flows(into: start) { start -= 1 }
        if end == index + 1, start == index, isProperName(at: index) { return true }
        guard let before = item(start - 1), flows(into: start) else { return false }
        if !has([.of, .ofThe], at: start) {
            // "Rue 8 mai 1945"
            return before.roles.contains(.street) && start == index && point.date?.month != nil
        }
        if before.roles.contains(.street) { return true }
        return point.date?.feast != nil && before.isOther && !point.isRange && point.reach == .closed
    }

    /// Whether a word is somebody's name: after "Madame", or a month or a feast before another name, "Avril Martin".
    private func isProperName(at index: Int) -> Bool {
        if has(.title, at: index - 1), items[index - 1].link != .cut { return true }
        guard items[index].isCapital, items[index].meaning.month != nil || items[index].meaning.feast != nil,
            let next = item(index + 1), next.isCapital, next.isOther
        else { return false }
        return items[index].link == .space
    }
}
