public import CivilTime

/// A language of which only the words are known: exact words, ISO dates and figures; no sounds, no agreement.
///
/// A new language works with it from the first day, before anyone writes its grammar.
public struct PlainLanguage: LanguageRules {
    /// Whether the language is written from right to left.
    private let isRightToLeft: Bool

    /// Makes the language.
    public init(isRightToLeft: Bool = false) { self.isRightToLeft = isRightToLeft }
}

extension PlainLanguage {
    /// The words of a text.
    public func tokens(in text: String) -> [Token] {
        WordScanner.runs(of: text).map { run in
            Token(
                text: run.text, folded: run.folded, sound: run.folded, start: run.start, end: run.end, link: run.link)
        }
    }

    /// The ISO dates in a text: "2026-11-26".
    public func times(in tokens: [Token], now: Moment, calendar: DayCalendar) -> [TimeMention] {
        tokens.indices.dropLast(2).compactMap { index in
            let words = tokens[index...index + 2]
            guard words.dropLast().allSatisfy({ $0.link == .hyphen }),
                let day = Day(iso: words.map(\.folded).joined(separator: "-"))
            else { return nil }
            return TimeMention(
                span: TimeSpan(first: day, last: day, grain: .day, isRelative: false), tokens: index..<index + 3,
                text: day.iso)
        }
    }

    /// The numbers in figures.
    public func numbers(in tokens: [Token]) -> [NumberMention] {
        tokens.indices.compactMap { index in
            guard tokens[index].text.utf8.count <= 9, let value = Int(tokens[index].folded) else { return nil }
            return NumberMention(value: value, tokens: index..<index + 1, text: tokens[index].text)
        }
    }

    /// No amounts: every way to name one needs words.
    public func amounts(in tokens: [Token]) -> [AmountMention] { [] }

    /// The word itself: its sound is not known.
    public func soundKey(of word: String) -> String { folded(word) }

    /// A word in lower case, without accents.
    public func folded(_ word: String) -> String { Folding.fold(word) }
}

extension PlainLanguage {
    /// Writes a value in figures, dates and times as ISO 8601 does.
    ///
    /// Within a line that runs from right to left, a value that does not begins with a mark of direction (U+200E): else the
    /// pairs of a telephone number and the parts of an address would be shown in reverse order.
    public func write(_ value: Value, style: String?, form: Form, today: Day) -> String {
        let text = plain(value, style: style, form: form, today: today)
        guard isRightToLeft, form != .speech, let first = text.unicodeScalars.first, first.value < 0x590 else {
            return text
        }
        return "\u{200E}" + text
    }

    private func plain(_ value: Value, style: String?, form: Form, today: Day) -> String {
        switch value {
        case .text(let text), .term(let text), .phone(let text), .url(let text), .email(let text): text
        case .noun(let noun): noun.text
        case .day(let day): day.iso
        case .days(let first, let last): first.iso + "/" + last.iso
        case .clock(let minute): clock(minute)
        case .moment(let moment): moment.day.iso + " " + clock(moment.minuteOfDay)
        case .duration(let minutes): clock(minutes)
        case .money(let cents): "\(cents / 100).\(padded(cents % 100))"
        case .count(let count): String(count)
        case .amount(.money(let cents)): plain(.money(cents: cents), style: style, form: form, today: today)
        case .amount(let amount): amount.machineText
        case .phrase, .list: ""
        }
    }

    /// No styles but the usual one.
    public var styles: Set<String> { [] }

    /// No words that contract.
    public var prepositions: Set<String> { [] }

    /// Joins with commas; a preposition stands before each item unchanged.
    public func join(_ items: [String], preposition: String?) -> String {
        items.map { item in preposition.map { $0 + " " + item } ?? item }.joined(separator: ", ")
    }

    /// Only what the noun itself says.
    public func agreement(of noun: Noun) -> Agreement {
        Agreement(isFeminine: noun.gender == .feminine, isPlural: noun.isPlural ?? false)
    }

    /// Every count but one.
    public func isPlural(_ count: Int) -> Bool { count != 1 }

    /// The text as it is.
    public func spoken(_ text: String) -> String { text }

    /// The first letter raised, a point at the end.
    public func sentence(_ text: String) -> String {
        guard let last = text.last else { return "" }
        return text.prefix(1).uppercased() + text.dropFirst() + (".?!:؟…".contains(last) ? "" : ".")
    }

    private func clock(_ minute: Int) -> String { padded(minute / 60) + ":" + padded(minute % 60) }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
