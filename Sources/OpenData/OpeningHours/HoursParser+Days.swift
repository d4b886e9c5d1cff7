import CivilTime

extension HoursParser {
    // MARK: Years

    /// `2026`, `2026-2028/2`, `2026+`, `2026/4`, separated by commas.
    mutating func years() throws(OpeningHoursError) -> [YearRange] {
        var ranges: [YearRange] = []
        repeat {
            guard let token = current else { throw unexpected() }
            let first = try number(in: 1900...9999)
            var range = YearRange(first: first, last: first)
            if take(.plus) {
                range.last = 9999
            } else {
                if take(.minus) { range.last = try number(in: 1900...9999) }
                guard range.last >= first else { throw error(.reversedRange, token) }
                if take(.slash) {
                    range.step = try number(in: 1...999)
                    if range.last == first { range.last = 9999 }
                }
            }
            ranges.append(range)
        } while takeComma(before: { parser in
            if case .number(_, digits: 4)? = parser.current?.kind { parser.peek(1)?.kind != .colon } else { false }
        })
        return ranges
    }

    // MARK: Weeks

    /// `week 1-53/2`, `week 2,4`.
    mutating func weeks() throws(OpeningHoursError) -> [WeekRange] {
        advance()
        var ranges: [WeekRange] = []
        repeat {
            _ = take(.week)
            guard let token = current else { throw unexpected() }
            let first = try number(in: 1...53)
            var range = WeekRange(first: first, last: first)
            if take(.minus) { range.last = try number(in: 1...53) }
            guard range.last >= first else { throw error(.reversedRange, token) }
            if take(.slash) {
                range.step = try number(in: 1...52)
                if range.last == first { range.last = 53 }
            }
            ranges.append(range)
        } while takeComma(before: { parser in
            switch parser.current?.kind {
            case .number(_, let digits): digits <= 2
            case .week: true
            default: false
            }
        })
        return ranges
    }

    // MARK: Weekdays and holidays

    /// `Mo-Fr`, `Sa[-1] +1 day`, `PH,Mo`, `SH Mo-Fr`, `Su PH`.
    mutating func weekdays(into selector: inout DateSelector) throws(OpeningHoursError) {
        var choices: [WeekdayChoice] = []
        var areAllHolidays = true
        while true {
            let isHoliday = if case .holiday? = current?.kind { true } else { false }
            // Holidays and then weekdays without a comma: those weekdays in those holidays.
            if !choices.isEmpty, areAllHolidays, !isHoliday, peek(-1)?.kind != .comma, peek(-1)?.kind != .slash {
                selector.onHolidays += choices
                choices = []
            }
            areAllHolidays = areAllHolidays && isHoliday
            choices.append(try weekday())
            let mayFollow: (HoursParser) -> Bool = { parser in
                switch parser.current?.kind {
                case .weekdays, .holiday: true
                default: false
                }
            }
            if mayFollow(self) || takeComma(before: mayFollow) || takeSlash(before: mayFollow) { continue }
            break
        }
        selector.weekdays += choices
    }

    private mutating func weekday() throws(OpeningHoursError) -> WeekdayChoice {
        guard let token = current else { throw unexpected() }
        advance()
        switch token.kind {
        case .holiday(let holiday):
            return .holiday(holiday, offset: try dayOffset() ?? 0)
        case .weekdays(let first, let last):
            if first == last, take(.openBracket) {
                let positions = try positions()
                return .nth(first, positions, offset: try dayOffset() ?? 0)
            }
            guard current?.kind == .minus, case .weekdays(_, let end)? = peek(1)?.kind else {
                return .range(first, last)
            }
            advance()
            advance()
            if current?.kind == .openBracket { throw unexpected() }
            return .range(first, end)
        default:
            throw unexpected()
        }
    }

    /// `1,3-4]` or `-1]`: positions in the month, 1...5 or -1...-5.
    private mutating func positions() throws(OpeningHoursError) -> [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        repeat {
            guard let token = current else { throw unexpected() }
            let first = try position()
            guard take(.minus) else {
                ranges.append(first...first)
                continue
            }
            let last = try position()
            guard last >= first, (first > 0) == (last > 0) else { throw error(.reversedRange, token) }
            ranges.append(first...last)
        } while take(.comma)
        try expect(.closeBracket)
        return ranges
    }

    private mutating func position() throws(OpeningHoursError) -> Int {
        take(.minus) ? -(try number(in: 1...5)) : try number(in: 1...5)
    }

    /// `+1 day`, `-2 days`; nil and nothing read when something else follows.
    mutating func dayOffset() throws(OpeningHoursError) -> Int? {
        guard let sign = current, sign.kind == .plus || sign.kind == .minus, case .number? = peek(1)?.kind,
            peek(2)?.kind == .days
        else { return nil }
        advance()
        let days = try number(in: 0...999)
        advance()
        return sign.kind == .plus ? days : -days
    }

    // MARK: Dates

    /// `Jan-Mar`, `Dec 24-Jan 02`, `2026 Dec 24`, `easter -2 days`, `Apr 01+`, separated by commas.
    mutating func dates() throws(OpeningHoursError) -> [DateRange] {
        var ranges: [DateRange] = []
        var month: Int?
        repeat {
            let range = try dateRange(month: &month)
            ranges.append(range)
        } while takeComma(before: { $0.startsDateItem(afterMonth: month != nil) })
        return ranges
    }

    /// Whether an item of a list of dates stands here; after a day of a month, a bare day is one: `Dec 24,25`.
    private func startsDateItem(afterMonth: Bool) -> Bool {
        switch current?.kind {
        case .month, .easter: return true
        case .number(_, digits: 4):
            if case .month? = peek(1)?.kind { return true }
            return peek(1)?.kind == .easter
        case .number(_, let digits):
            if case .month? = peek(1)?.kind { return true }
            return digits <= 2 && afterMonth
        default: return false
        }
    }

    /// `month` is the month that a bare day belongs to: given by the item before, set for the next one.
    private mutating func dateRange(month: inout Int?) throws(OpeningHoursError) -> DateRange {
        let (start, isWholeMonth) = try bound(in: month)
        var range = DateRange(start: start, end: start)
        if case .date(let startMonth, _) = start.anchor {
            if isWholeMonth { range.end.anchor = .endOfMonth(startMonth) }
            month = isWholeMonth ? nil : startMonth
        } else {
            month = nil
        }
        if current?.kind == .plus {
            advance()
            range.isOpenEnded = true
        } else if current?.kind == .minus, startsBound(at: 1, afterDay: !isWholeMonth) {
            advance()
            let (end, endsWholeMonth) = try bound(in: month, allowsWeekday: !isWholeMonth)
            range.end = end
            if case .date(let endMonth, _) = end.anchor {
                if endsWholeMonth { range.end.anchor = .endOfMonth(endMonth) }
                month = endsWholeMonth ? nil : endMonth
            }
        }
        if current?.kind == .slash, case .number? = peek(1)?.kind {
            advance()
            range.step = try number(in: 1...366)
        }
        return range
    }

    private func startsBound(at distance: Int, afterDay: Bool) -> Bool {
        switch peek(distance)?.kind {
        case .month, .easter: true
        case .number(_, digits: 4): true
        case .number: afterDay
        default: false
        }
    }

    /// One date, and whether it is a month without a day.
    ///
    /// After a whole month, `Dec-Feb Mo[2]` is a range of months and a weekday.
    private mutating func bound(in month: Int?, allowsWeekday: Bool = true) throws(OpeningHoursError) -> (
        DateBound, isWholeMonth: Bool
    ) {
        var year: Int?
        if case .number(_, digits: 4)? = current?.kind { year = try number(in: 1900...9999) }
        guard let token = current else { throw unexpected() }
        switch token.kind {
        case .easter:
            advance()
            return (try shifted(DateBound(year: year, anchor: .easter)), false)
        case .month(let named):
            advance()
            return try monthBound(named, year: year, allowsWeekday: allowsWeekday)
        case .number:
            // "24 Dec", or a bare day of the month named before.
            let dayToken = token
            let day = try number(in: 1...31)
            var named = month
            if case .month(let month)? = current?.kind {
                advance()
                named = month
            }
            guard let named else { throw error(.unexpected, dayToken) }
            try check(day: day, of: named, dayToken)
            return (try shifted(DateBound(year: year, anchor: .date(month: named, day: day))), false)
        default:
            throw unexpected()
        }
    }

    private mutating func monthBound(_ month: Int, year: Int?, allowsWeekday: Bool) throws(OpeningHoursError) -> (
        DateBound, isWholeMonth: Bool
    ) {
        if let token = current, case .number(let day, let digits) = token.kind, digits <= 2 {
            try check(day: day, of: month, token)
            advance()
            return (try shifted(DateBound(year: year, anchor: .date(month: month, day: day))), false)
        }
        if allowsWeekday, case .weekdays(let weekday, _)? = current?.kind, peek(1)?.kind == .openBracket,
            let nth = singlePosition()
        {
            advance()
            advance()
            _ = try positions()
            return (try shifted(DateBound(year: year, anchor: .weekday(weekday, nth: nth, month: month))), false)
        }
        return (DateBound(year: year, anchor: .date(month: month, day: 1)), true)
    }

    /// The position in `Su[-1]` when it is the only one; `Jan Su[1,3]` is a month and a weekday.
    private func singlePosition() -> Int? {
        let isNegative = peek(2)?.kind == .minus
        let distance = isNegative ? 3 : 2
        guard case .number(let value, _)? = peek(distance)?.kind, peek(distance + 1)?.kind == .closeBracket else {
            return nil
        }
        return isNegative ? -value : value
    }

    private func check(day: Int, of month: Int, _ token: HoursToken) throws(OpeningHoursError) {
        // 2024 was a leap year: 29 February is a date.
        guard (1...Day.length(ofMonth: month, year: 2024)).contains(day) else { throw error(.outOfRange, token) }
    }

    /// Reads what moves a date: `+Fr`, `-1 day`.
    private mutating func shifted(_ bound: DateBound) throws(OpeningHoursError) -> DateBound {
        var bound = bound
        if let sign = current, sign.kind == .plus || sign.kind == .minus, let next = peek(1), !next.followsSpace,
            case .weekdays(let weekday, _) = next.kind
        {
            advance()
            advance()
            bound.shift = (weekday, sign.kind == .plus)
        }
        bound.offset = try dayOffset() ?? 0
        return bound
    }

    // MARK: Lists

    /// Takes a comma when what follows it satisfies a condition; otherwise reads nothing.
    mutating func takeComma(before condition: (HoursParser) -> Bool) -> Bool { take(.comma, before: condition) }

    private mutating func takeSlash(before condition: (HoursParser) -> Bool) -> Bool { take(.slash, before: condition) }

    private mutating func take(_ kind: HoursToken.Kind, before condition: (HoursParser) -> Bool) -> Bool {
        guard current?.kind == kind else { return false }
        var ahead = self
        ahead.advance()
        guard condition(ahead) else { return false }
        self = ahead
        return true
    }
}
