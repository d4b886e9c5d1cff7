import CivilTime

/// The words that name times (`words/time.yaml` and `words/holidays.yaml`).
struct TimeWords: Sendable {
    /// A meaning of several words.
    struct Expression: Sendable {
        let rest: [String]
        /// What the words of `rest` sound like.
        let sounds: [String]
        var meaning: TimeMeaning
    }

    private var byLetters: [String: TimeMeaning] = [:]
    private var bySound: [String: TimeMeaning] = [:]
    private var expressions: [String: [Expression]] = [:]
    /// How many days a fortnight has.
    let fortnightDays: Int

    /// Builds the lexicon; `split` cuts an entry into folded words.
    init(time: [String: [String]], holidays: [String: [String]], sound: SoundWords, split: (String) -> [String]) {
        fortnightDays = time["fortnight-days"]?.first.flatMap { Int($0) } ?? 15
        for (key, words) in time {
            for word in words {
                guard let meaning = Self.meaning(of: key, isShort: word.hasSuffix(".")) else { continue }
                add(word, meaning, sound: sound, split: split)
            }
        }
        for (key, words) in holidays {
            guard let meaning = Self.holidayMeaning(of: key) else { continue }
            for word in words { add(word, meaning, sound: sound, split: split) }
        }
        for first in expressions.keys { expressions[first]?.sort { $0.rest.count > $1.rest.count } }
    }

    /// What one word means; long words need only sound right.
    func meaning(of token: Token) -> TimeMeaning? {
        if let meaning = byLetters[token.folded] { return meaning }
        guard token.folded.utf8.count >= 4, token.sound.utf8.count >= 4 else { return nil }
        return bySound[token.sound]
    }

    /// What letters without a token of their own mean: those of "8h30".
    func meaning(ofFolded letters: String) -> TimeMeaning? { byLetters[letters] }

    /// The meaning of the longest expression that starts at a token, and the token after it.
    func expression(at index: Int, in tokens: [Token]) -> (meaning: TimeMeaning, end: Int)? {
        for expression in expressions[tokens[index].folded] ?? [] {
            let end = index + 1 + expression.rest.count
            guard end <= tokens.count else { continue }
            var position = index + 1
            var matches = true
            for word in expression.rest {
                let link = tokens[position - 1].link
                let sounds = expression.sounds[position - index - 1]
                guard Self.matches(tokens[position], word, sounds), link != .comma, link != .cut else {
                    matches = false
                    break
                }
                position += 1
            }
            // "fin d'après-midi" holds "après-midi", not "d'après".
            if matches, !isCut(by: end, in: tokens) { return (expression.meaning, end) }
        }
        return nil
    }

    /// Whether a token is a word of an expression; a long one need only sound like it.
    private static func matches(_ token: Token, _ word: String, _ sound: String) -> Bool {
        token.folded == word || (word.utf8.count >= 5 && sound.utf8.count >= 4 && token.sound == sound)
    }

    /// Whether an expression that ends at a place would cut a longer one that starts with its last word.
    private func isCut(by end: Int, in tokens: [Token]) -> Bool {
        let starts = expressions[tokens[end - 1].folded] ?? []
        return starts.contains { expression in
            end + expression.rest.count <= tokens.count && !expression.meaning.roles.contains(.filler)
                && expression.rest.elementsEqual(tokens[end..<end + expression.rest.count].lazy.map(\.folded))
        }
    }

    private mutating func add(_ word: String, _ meaning: TimeMeaning, sound: SoundWords, split: (String) -> [String]) {
        let words = split(word)
        guard let first = words.first else { return }
        if words.count > 1 {
            let rest = Array(words.dropFirst())
            let sounds = rest.map { sound.key(of: $0, folded: $0) }
            if let index = expressions[first]?.firstIndex(where: { $0.rest == rest }) {
                expressions[first]?[index].meaning.merge(meaning)
            } else {
                expressions[first, default: []].append(Expression(rest: rest, sounds: sounds, meaning: meaning))
            }
            return
        }
        byLetters[first, default: TimeMeaning()].merge(meaning)
        let key = sound.key(of: word, folded: first)
        if first.utf8.count >= 4, key.utf8.count >= 4, meaning.isContent || !meaning.roles.isDisjoint(with: Self.spoken)
        {
            bySound[key, default: TimeMeaning()].merge(meaning)
        }
    }

    /// Words of grammar that may be spelt by ear.
    private static let spoken: TimeRoles = [.next, .last, .following, .previous, .ending]

    private static func meaning(of key: String, isShort: Bool) -> TimeMeaning? {
        guard let dot = key.firstIndex(of: ".") else { return nil }
        let name = String(key[key.index(after: dot)...])
        var meaning = TimeMeaning(isAbbreviation: isShort)
        switch key[..<dot] {
        case "weekday":
            let weekday = Int(name).flatMap(Weekday.init(rawValue:))
            if isShort { meaning.shortWeekday = weekday } else { meaning.weekday = weekday }
        case "month":
            guard let month = Int(name), (1...12).contains(month) else { return nil }
            if isShort { meaning.shortMonth = month } else { meaning.month = month }
        case "day": meaning.dayOffset = Int(name)
        case "unit": meaning.unit = TimeUnit(rawValue: name)
        case "part": meaning.part = DayPart(rawValue: name)
        case "this-part": (meaning.part, meaning.roles) = (DayPart(rawValue: name), .this)
        case "season": meaning.season = Season(rawValue: name)
        case "edge": meaning.edge = PeriodEdge(rawValue: name)
        case "clock": meaning.clock = ClockWord(rawValue: name)
        case "role", "refuse": meaning.roles = TimeRoles.names[name] ?? []
        default: return nil
        }
        return meaning
    }

    private static func holidayMeaning(of key: String) -> TimeMeaning? {
        if key == "feast-lead" { return TimeMeaning(roles: .feastLead) }
        // An expression without a meaning: the words in it are not read.
        if key == "name" { return TimeMeaning() }
        if key.hasPrefix("feast.") { return TimeMeaning(feast: String(key.dropFirst(6))) }
        if key.hasPrefix("school.") { return TimeMeaning(school: String(key.dropFirst(7))) }
        return nil
    }
}
