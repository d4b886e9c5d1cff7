public import CivilTime

/// French as it is written and read aloud.
///
/// Grammar is here; its vocabulary is in `Locales/fr/words/writing.yaml` and `time.yaml`. A word that is missing there
/// leaves figures instead: nothing is lost.
extension French: WritingRules {
    /// Styles of days, moments and counts.
    public var styles: Set<String> {
        ["weekday", "short", "date", "the", "month", "time", "feminine", "words", "ordinal"]
    }

    /// Words that contract or lose their last letter before a name.
    public var prepositions: Set<String> { ["de", "à", "que", "jusqu'à", "lorsque", "puisque", "si"] }

    /// Writes a value that contains no other.
    public func write(_ value: Value, style: String?, form: Form, today: Day) -> String {
        let isSpoken = form == .speech
        switch value {
        case .text(let text): return isSpoken ? spoken(text) : text
        case .day(let day): return write(day, style: style, isSpoken: isSpoken, today: today)
        case .days(let first, let last): return write(first, last, style: style, isSpoken: isSpoken, today: today)
        case .clock(let minutes): return clock(minutes, isSpoken: isSpoken)
        case .moment(let moment): return write(moment, style: style, isSpoken: isSpoken, today: today)
        case .duration(let minutes): return duration(minutes, isSpoken: isSpoken)
        case .money(let cents): return money(cents, isSpoken: isSpoken)
        case .count(let count): return write(count, style: style, isSpoken: isSpoken)
        case .phone(let phone): return isSpoken ? spokenPhone(phone) : Self.phone(phone)
        case .url(let url): return isSpoken ? spokenAddress(url) : url
        case .email(let email): return isSpoken ? spokenAddress(email) : email
        case .amount(let amount): return write(amount, form: form, today: today)
        case .noun(let noun): return isSpoken ? spoken(noun.text) : noun.text
        case .term, .phrase, .list: return ""
        }
    }

    /// Joins as "A, B et C".
    public func join(_ items: [String], preposition: String?) -> String {
        let words = items.enumerated().map { index, item in
            guard let preposition, index == 0 || preposition == "de" || preposition == "à" else { return item }
            return combine(preposition, item)
        }
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " et " + last
    }

    /// Whether words that agree with a count are plural: from two on.
    public func isPlural(_ count: Int) -> Bool { count.magnitude >= 2 }

    private func write(_ count: Int, style: String?, isSpoken: Bool) -> String {
        switch style {
        case "ordinal": isSpoken ? ordinal(count) : count == 1 ? "1er" : "\(count)e"
        case "words": cardinal(count)
        case "feminine": isSpoken ? cardinal(count, isFeminine: true) : String(count)
        default: isSpoken ? cardinal(count) : String(count)
        }
    }

    // MARK: Vocabulary

    func list(_ key: String) -> [String] { words["writing"]?[key] ?? [] }

    /// The word for a count of units: singular or plural.
    func unit(_ key: String, _ count: Int) -> String {
        let forms = list(key)
        return (isPlural(count) ? forms.last : forms.first) ?? ""
    }
}
