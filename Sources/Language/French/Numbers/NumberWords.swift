/// The words that name numbers (`words/numbers.yaml`), found by their letters or, when they are long, by their sound.
struct NumberWords: Sendable {
    /// How a word counts.
    enum Kind: Sendable { case cardinal, rank, group }

    /// What a word stands for.
    struct Meaning: Sendable {
        let kind: Kind
        let value: Int
    }

    private var byLetters: [String: Meaning] = [:]
    private var bySound: [String: Meaning] = [:]
    private let endings: Set<String>
    private let ands: Set<String>

    init(_ lists: [String: [String]], sound: SoundWords) {
        endings = Set((lists["rank-ending"] ?? []).map(Folding.fold))
        ands = Set((lists["and"] ?? []).map(Folding.fold))
        for (prefix, kind) in [("cardinal.", Kind.cardinal), ("rank.", .rank), ("group.", .group)] {
            for (key, words) in lists where key.hasPrefix(prefix) {
                guard let value = Int(key.dropFirst(prefix.count)) else { continue }
                for word in words { add(word, Meaning(kind: kind, value: value), sound: sound) }
            }
        }
    }

    private mutating func add(_ word: String, _ meaning: Meaning, sound: SoundWords) {
        let folded = Folding.fold(word)
        byLetters[folded] = meaning
        let key = sound.key(of: word, folded: folded)
        if folded.utf8.count >= 5, key.utf8.count >= 3 { bySound[key] = meaning }
    }

    /// What a token stands for, or nil; a short word must be spelt right, "catre" need not.
    func meaning(of token: Token) -> Meaning? {
        if let meaning = byLetters[token.folded] { return meaning }
        guard token.folded.utf8.count >= 5, token.sound.utf8.count >= 3 else { return nil }
        return bySound[token.sound]
    }

    /// Whether letters after a figure make it a rank.
    func isRankEnding(_ letters: some StringProtocol) -> Bool { endings.contains(String(letters)) }

    /// Whether a token joins tens and one.
    func isAnd(_ token: Token) -> Bool { ands.contains(token.folded) }
}
