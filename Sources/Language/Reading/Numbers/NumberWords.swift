/// The words that name numbers (`words/numbers.yaml`), found by their letters or, when they are long, by their sound.
struct NumberWords: Sendable {
    /// How a word counts.
    enum Kind: Sendable { case cardinal, rank, group }

    /// What a word stands for.
    struct Meaning: Sendable {
        let kind: Kind
        let value: Int
    }

    /// Other words that stand beside numbers, named as in the word list.
    enum Role: String, Sendable, CaseIterable {
        case and, minus, degree, decimal, half, one, century
        case hundredAnd = "hundred-and"
        case firstEnding = "first-ending"
        case romanLead = "roman-lead"
        case nounLead = "noun-lead"
        case partOf = "part-of"
        case personPart = "person-part"
    }

    private var byLetters: [String: Meaning] = [:]
    private var bySound: [String: Meaning] = [:]
    private var byEar: [String: Meaning] = [:]
    private var glued = GluedNumbers()
    private var parts: [String: Int] = [:]
    private let endings: Set<String>
    /// Whether eighty is said as four twenties.
    let hasFourTwenties: Bool
    private let roles: [Role: Set<String>]

    init(_ lists: [String: [String]], sound: SoundWords) {
        func words(_ key: String) -> Set<String> { Set((lists[key] ?? []).map(Folding.fold)) }
        hasFourTwenties = lists["four-twenties"] != nil
        endings = words("rank-ending").union(words("first-ending"))
        roles = Role.allCases.reduce(into: [:]) { $0[$1] = words($1.rawValue) }
        for (key, words) in lists where key.hasPrefix("part.") {
            guard let below = Int(key.dropFirst(5)), below > 1 else { continue }
            for word in words { parts[Folding.fold(word)] = below }
        }
        for (prefix, kind) in [("cardinal.", Kind.cardinal), ("rank.", .rank), ("group.", .group)] {
            for (key, words) in lists where key.hasPrefix(prefix) {
                guard let value = Int(key.dropFirst(prefix.count)) else { continue }
                for word in words { add(word, Meaning(kind: kind, value: value), sound: sound) }
            }
        }
        for (key, words) in lists where key.hasPrefix("ear.") {
            guard let value = Int(key.dropFirst(4)) else { continue }
            for word in words.map(Folding.fold) {
                byEar[word] = Meaning(kind: .cardinal, value: value)
                glued.add(word, value)
            }
        }
    }

    private mutating func add(_ word: String, _ meaning: Meaning, sound: SoundWords) {
        let folded = Folding.fold(word)
        byLetters[folded] = meaning
        if meaning.kind == .cardinal { glued.add(folded, meaning.value) }
        let key = sound.key(of: word, folded: folded)
        if folded.utf8.count >= 5, key.utf8.count >= 3 { bySound[key] = meaning }
    }

    /// What a token stands for, or nil; a short word must be spelt right, "catre" need not.
    func meaning(of token: Token) -> Meaning? {
        if let meaning = byLetters[token.folded] { return meaning }
        guard token.folded.utf8.count >= 5, token.sound.utf8.count >= 3 else { return nil }
        if let meaning = bySound[token.sound] { return meaning }
        return glued.value(of: token.folded).map { Meaning(kind: .cardinal, value: $0) }
    }

    /// What a token stands for within a number, where words that only sound like numbers count: "soixante dis".
    func earMeaning(of token: Token) -> Meaning? { byEar[token.folded] }

    /// What letters right after a "4" add to eighty: 0 for "vingt", 10 for "vingtdix"; nil when they are no twenty.
    func twenty(_ letters: some StringProtocol) -> Int? { hasFourTwenties ? glued.aboveTwenty(String(letters)) : nil }

    /// Whether letters after a figure make it a rank.
    func isRankEnding(_ letters: some StringProtocol) -> Bool { endings.contains(String(letters)) }

    /// Whether a token is one of the words beside numbers.
    func role(_ role: Role, _ token: Token) -> Bool { roles[role]?.contains(token.folded) ?? false }

    /// Whether an ending is that of the first rank alone: "Ier".
    func isFirstEnding(_ letters: String) -> Bool { roles[.firstEnding]?.contains(letters) ?? false }

    /// Whether a token joins tens and one.
    func isAnd(_ token: Token) -> Bool { role(.and, token) }

    /// How many of the part that a token names make one: 4 for "quart".
    func part(_ token: Token) -> Int? { parts[token.folded] }
}
