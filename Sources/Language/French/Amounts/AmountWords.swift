/// The words that name amounts (`words/amounts.yaml`, and the ways and small words of `words/small.yaml`).
struct AmountWords: Sendable {
    private var byLetters: [String: AmountRoles] = [:]
    /// Kinds of ways by their sound: "boulvard".
    private var bySound: [String: String] = [:]
    /// The kind of way in full, by each of its spellings.
    private var ways: [String: String] = [:]

    init(_ lists: [String: [String]], small: [String: [String]], numbers: [String: [String]], sound: SoundWords) {
        for (key, words) in lists {
            if key.hasPrefix("way.") {
                for word in words { add(word, .shortWay, way: String(key.dropFirst(4))) }
            } else if let role = AmountRoles.names[key] {
                for word in words { add(word, role) }
            }
        }
        for way in small["way"] ?? [] {
            add(way, .way, way: way)
            let folded = Folding.fold(way)
            if folded.utf8.count >= 6 { bySound[sound.key(of: way, folded: folded)] = way }
        }
        for word in small["filler"] ?? [] {
            for part in Folding.fold(word).split(separator: "'").map(String.init) {
                if byLetters[part]?.contains(.nameLink) != true { add(part, .nameEnd) }
            }
        }
        for (key, words) in numbers {
            if ["cardinal.", "group.", "ear.", "half"].contains(where: key.hasPrefix) || key == "one" {
                for word in words { add(word, .number) }
            }
        }
    }

    private mutating func add(_ word: String, _ role: AmountRoles, way: String? = nil) {
        let folded = Folding.fold(word)
        byLetters[folded, default: []].formUnion(role)
        if let way { ways[folded] = way }
    }

    /// What a token does; a kind of way may be spelt by ear.
    func roles(of token: Token) -> AmountRoles {
        if let roles = byLetters[token.folded] { return roles }
        guard token.folded.utf8.count >= 5, token.sound.utf8.count >= 4, bySound[token.sound] != nil else { return [] }
        return .way
    }

    /// The kind of way in full that a token stands for: "boulevard" for "bd" or "boulvard".
    func way(_ token: Token) -> String? { ways[token.folded] ?? bySound[token.sound] }
}
