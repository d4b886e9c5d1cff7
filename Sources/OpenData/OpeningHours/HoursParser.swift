import CivilTime

/// Reads tokens into rules, after the grammar of <https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification>.
///
/// Where the grammar is strict and people are not (spaces, order, a missing separator), the reading that keeps the
/// meaning is taken; where there would be two, the text is refused.
struct HoursParser {
    private let tokens: [HoursToken]
    private(set) var index = 0
    private let end: Int

    private init(_ text: String) throws(OpeningHoursError) {
        tokens = try HoursLexer.tokens(of: text)
        end = text.count + 1
    }

    /// The rules of a text, at least one.
    static func rules(of text: String) throws(OpeningHoursError) -> [HoursRule] {
        guard text.utf8.count <= OpeningHours.longestText else {
            throw OpeningHoursError(.tooLong, position: OpeningHours.longestText + 1)
        }
        var parser = try HoursParser(text)
        var rules: [HoursRule] = []
        var joining = HoursRule.Joining.replacing
        while true {
            // Separators without a rule between them say nothing: a trailing ";", an empty line.
            while let separator = parser.takeSeparator() { joining = separator }
            guard parser.current != nil else { break }
            let (rule, next) = try parser.rule(joining)
            rules.append(rule)
            joining = next
        }
        guard !rules.isEmpty else { throw OpeningHoursError(.empty, position: 1) }
        return rules
    }

    private mutating func takeSeparator() -> HoursRule.Joining? {
        if take(.semicolon) { return .replacing }
        if take(.fallback) { return .fallback }
        return nil
    }

    // MARK: A rule

    private enum Part { case date, weekday, time, state }

    /// Reads one rule, and how the text goes on after it.
    private mutating func rule(_ joining: HoursRule.Joining) throws(OpeningHoursError) -> (HoursRule, HoursRule.Joining)
    {
        var rule = HoursRule(joining: joining)
        var date = DateSelector()
        var last: Part?
        var hasState = false
        var next = HoursRule.Joining.replacing

        reading: while let token = current {
            switch token.kind {
            case .semicolon, .fallback:
                break reading
            case .comma:
                guard let last else { throw unexpected() }
                advance()
                guard current != nil else { break reading }
                if last == .time || last == .state, !(last == .time && startsTime) {
                    next = .adding
                    break reading
                }
                if startsNewDates(after: last) {
                    rule.dates.append(date)
                    date = DateSelector()
                }
            case .colon:
                guard last != nil else { throw unexpected() }
                advance()
            case .comment(let comment):
                advance()
                // `"winter": Mo-Fr …` names the rule and restricts nothing.
                if last == nil, take(.colon) { continue }
                rule.comment = rule.comment.map { $0 + ", " + comment } ?? comment
                // A comment without a keyword says that it depends.
                if !hasState { rule.state = .unknown }
                last = .state
            case .state(let state):
                if hasState { throw unexpected() }
                advance()
                (rule.state, hasState, last) = (state, true, .state)
            case .always:
                if startsAnotherRule(last) { break reading }
                advance()
                rule.times.append(.wholeDay)
                last = .time
            case .week:
                if startsAnotherRule(last) { break reading }
                date.weeks += try weeks()
                last = .date
            case .weekdays, .holiday:
                if startsAnotherRule(last) { break reading }
                try weekdays(into: &date)
                last = .weekday
            case .month, .easter:
                if startsAnotherRule(last) { break reading }
                date.dates += try dates()
                last = .date
            case .number where startsDate && last != .weekday && last != .time:
                if startsMonthDay { date.dates += try dates() } else { date.years += try years() }
                last = .date
            case .number where startsMonthDay:
                if startsAnotherRule(last) { break reading }
                date.dates += try dates()
                last = .date
            case .number, .time, .event, .openParenthesis:
                if last == .state, !rule.times.isEmpty { break reading }
                rule.times += try times()
                last = .time
            default:
                throw unexpected()
            }
        }
        if !date.isEmpty { rule.dates.append(date) } else if !rule.dates.isEmpty { throw unexpected() }
        guard last != nil else { throw unexpected() }
        return (rule, next)
    }

    /// A day after the times of a rule begins another rule: `Mo-Fr 09:00-17:00 Sa 09:00-12:00`.
    private func startsAnotherRule(_ last: Part?) -> Bool { last == .time || last == .state }

    /// Whether what follows a comma stands beside the days before it rather than restricting them: `Su,Dec 25`, `Dec 25,PH`.
    private func startsNewDates(after last: Part) -> Bool {
        switch current?.kind {
        case .month, .easter, .week: last == .weekday
        case .number: last == .weekday && startsMonthDay
        case .holiday: last == .date
        default: false
        }
    }

    private var startsTime: Bool {
        switch current?.kind {
        case .time, .event, .openParenthesis: true
        case .number: !startsDate && !startsMonthDay
        default: false
        }
    }

    /// Whether a year stands here.
    private var startsDate: Bool {
        if case .number(let value, digits: 4)? = current?.kind {
            return (1900...9999).contains(value) || startsMonthDay
        }
        return startsMonthDay
    }

    /// Whether a number stands here that belongs to a date: `2026 Dec 24`, `2026 easter`, `24 Dec`.
    private var startsMonthDay: Bool {
        guard case .number(_, let digits)? = current?.kind, digits == 4 || digits <= 2 else { return false }
        switch peek(1)?.kind {
        case .month: return true
        case .easter: return digits == 4
        default: return false
        }
    }

    // MARK: Tokens

    var current: HoursToken? { peek(0) }
    func peek(_ distance: Int) -> HoursToken? {
        tokens.indices.contains(index + distance) ? tokens[index + distance] : nil
    }

    mutating func advance() { index += 1 }

    mutating func take(_ kind: HoursToken.Kind) -> Bool {
        guard current?.kind == kind else { return false }
        index += 1
        return true
    }

    mutating func expect(_ kind: HoursToken.Kind) throws(OpeningHoursError) {
        guard take(kind) else { throw unexpected() }
    }

    mutating func number(in range: ClosedRange<Int>) throws(OpeningHoursError) -> Int {
        guard let token = current, case .number(let value, _) = token.kind else { throw unexpected() }
        guard range.contains(value) else { throw error(.outOfRange, token) }
        index += 1
        return value
    }

    func unexpected() -> OpeningHoursError {
        guard let token = current else { return OpeningHoursError(.unexpectedEnd, position: end) }
        return error(.unexpected, token)
    }

    func error(_ reason: OpeningHoursError.Reason, _ token: HoursToken) -> OpeningHoursError {
        OpeningHoursError(reason, found: token.text, position: token.position)
    }
}
