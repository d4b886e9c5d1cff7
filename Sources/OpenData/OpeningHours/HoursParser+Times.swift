extension HoursParser {
    /// `08:00-12:00,13:30-18:00`, `17:00+`, `sunrise-(sunset-00:30)`, `10:00-16:00/90`, `8-12`.
    mutating func times() throws(OpeningHoursError) -> [ClockSpan] {
        var spans: [ClockSpan] = []
        repeat { spans.append(try span()) } while takeComma(before: { $0.startsClock }) || startsClock
        return spans
    }

    private var startsClock: Bool {
        switch current?.kind {
        case .time, .event, .openParenthesis: return true
        case .number(_, let digits):
            // A year or a date would begin another rule.
            if case .month? = peek(1)?.kind { return false }
            return digits <= 2 && peek(1)?.kind == .minus
        default: return false
        }
    }

    private mutating func span() throws(OpeningHoursError) -> ClockSpan {
        guard let first = current else { throw unexpected() }
        let start = try point(upTo: 24 * 60)
        var span = ClockSpan(start: start)
        if take(.minus) {
            span.end = try point(upTo: 48 * 60)
            if case .minutes(1440...) = start { throw error(.outOfRange, first) }
            span.isOpenEnded = take(.plus)
        } else if take(.plus) {
            if case .minutes(1440...) = start { throw error(.outOfRange, first) }
            span.isOpenEnded = true
        } else if case .minutes(1440) = start {
            // "24h" alone.
            return .wholeDay
        }
        if current?.kind == .slash, span.end != nil {
            advance()
            span.step = try step()
        }
        return span
    }

    private mutating func step() throws(OpeningHoursError) -> Int {
        guard let token = current, case .time(let minutes) = token.kind else { return try number(in: 1...1440) }
        guard (1...1440).contains(minutes) else { throw error(.outOfRange, token) }
        advance()
        return minutes
    }

    private mutating func point(upTo limit: Int) throws(OpeningHoursError) -> ClockPoint {
        guard let token = current else { throw unexpected() }
        switch token.kind {
        case .time(let minutes):
            guard minutes <= limit else { throw error(.outOfRange, token) }
            advance()
            // "midnight" begins a day as well as it ends one.
            if token.text.first?.isLetter ?? false, minutes == 1440, limit == 1440 { return .minutes(0) }
            return .minutes(minutes)
        case .number(let value, let digits):
            // "8" is 8:00, "0830" is 8:30.
            let minutes = digits <= 2 ? value * 60 : value / 100 * 60 + value % 100
            guard digits <= 2 || (digits == 4 && value % 100 <= 59) else { throw error(.unexpected, token) }
            guard minutes <= limit else { throw error(.outOfRange, token) }
            advance()
            return .minutes(minutes)
        case .event(let event):
            advance()
            return .event(event, offset: 0)
        case .openParenthesis:
            return try movedEvent()
        default:
            throw unexpected()
        }
    }

    /// `(sunset-01:30)`.
    private mutating func movedEvent() throws(OpeningHoursError) -> ClockPoint {
        advance()
        guard case .event(let event)? = current?.kind else { throw unexpected() }
        advance()
        guard let sign = current, sign.kind == .plus || sign.kind == .minus else { throw unexpected() }
        advance()
        guard let token = current, case .time(let minutes) = token.kind else { throw unexpected() }
        guard minutes <= 24 * 60 else { throw error(.outOfRange, token) }
        advance()
        try expect(.closeParenthesis)
        return .event(event, offset: sign.kind == .plus ? minutes : -minutes)
    }
}
