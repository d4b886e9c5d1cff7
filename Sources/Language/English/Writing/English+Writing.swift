public import CivilTime

/// English as it is written and read aloud.
///
/// Grammar is here; its vocabulary is in `Locales/en/words/writing.yaml`, `numbers.yaml` and `time.yaml`. A word that is
/// missing there leaves figures instead: nothing is lost.
extension English: WritingRules {
    /// Styles of days, moments, counts and nouns.
    public var styles: Set<String> {
        ["weekday", "short", "date", "the", "month", "time", "words", "ordinal", "possessive", "bare"]
    }

    /// Words that change with the name after them: "a" is "an" before a vowel, "on" goes before "tomorrow".
    public var prepositions: Set<String> { ["a", "on"] }

    /// Writes a value that contains no other.
    public func write(_ value: Value, style: String?, form: Form, today: Day) -> String {
        let isSpoken = form == .speech
        switch value {
        case .text(let text): return styled(isSpoken ? spoken(text) : text, style)
        case .day(let day): return write(day, style: style, isSpoken: isSpoken, today: today)
        case .days(let first, let last): return write(first, last, style: style, isSpoken: isSpoken, today: today)
        case .clock(let minutes): return clock(minutes, isSpoken: isSpoken)
        case .moment(let moment): return write(moment, style: style, isSpoken: isSpoken, today: today)
        case .duration(let minutes): return duration(minutes, isSpoken: isSpoken)
        case .money(let cents): return money(cents, isSpoken: isSpoken)
        case .count(let count): return write(count, style: style, isSpoken: isSpoken)
        case .phone(let phone): return isSpoken ? spokenPhone(phone) : French.phone(phone)
        case .url(let url): return isSpoken ? spokenAddress(url) : url
        case .email(let email): return isSpoken ? spokenAddress(email) : email
        case .amount(let amount): return write(amount, form: form, today: today)
        case .noun(let noun): return styled(isSpoken ? spoken(noun.text) : noun.text, style)
        case .term, .phrase, .list: return ""
        }
    }

    /// Joins as "A, B and C"; a preposition stands before the first.
    public func join(_ items: [String], preposition: String?) -> String {
        let words = items.enumerated().map { index, item in
            preposition.map { index == 0 ? combine($0, item) : item } ?? item
        }
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " " + word("joint") + " " + last
    }

    /// The text as whole sentences: the first letter of each raised, a point at the end.
    public func sentence(_ text: String) -> String { SentenceForm.sentence(text) }

    private func write(_ count: Int, style: String?, isSpoken: Bool) -> String {
        switch style {
        case "ordinal": isSpoken ? ordinal(count) : Self.ordinalFigures(count)
        case "words": cardinal(count)
        default: isSpoken ? cardinal(count) : String(count)
        }
    }

    // MARK: Vocabulary

    func list(_ key: String) -> [String] { words["writing"]?[key] ?? [] }

    func word(_ key: String) -> String { list(key).first ?? "" }

    /// The word for a count of units: singular or plural.
    func unit(_ key: String, _ count: Int) -> String {
        let forms = list(key)
        return (isPlural(count) ? forms.last : forms.first) ?? ""
    }
}
