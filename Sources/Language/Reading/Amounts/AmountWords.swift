/// The words that name amounts (`words/amounts.yaml`, and the ways and small words of `words/small.yaml`).
struct AmountWords: Sendable {
    private var byLetters: [String: AmountRoles] = [:]
    /// Longer words by their sound: "boulvard", "enfan".
    private var bySound: [String: AmountRoles] = [:]
    /// Kinds of ways by their sound.
    private var waysBySound: [String: String] = [:]
    /// Whether a token is in the lists by its letters.
    func isSpelt(_ token: Token) -> Bool { byLetters[token.folded] != nil }

    /// The kind of way in full, by each of its spellings.
    private var ways: [String: String] = [:]

    init(_ lists: [String: [String]], small: [String: [String]], numbers: [String: [String]], sound: SoundWords) {
        for (key, words) in lists {
            if key.hasPrefix("way.") {
                for word in words { add(word, .shortWay, way: String(key.dropFirst(4))) }
            } else if let role = AmountRoles.names[key] {
                for word in words {
                    add(word, role)
                    if role == .age || role == .length { addSound(of: word, role, sound) }
                }
            }
        }
        for way in small["way"] ?? [] {
            add(way, .way, way: way)
            let folded = Folding.fold(way)
            // "Monter" sounds like "montée": only what is nothing but a way may be spelt by ear.
            guard folded.utf8.count >= 6, byLetters[folded]?.contains(.weakWay) != true else { continue }
            addSound(of: way, .way, sound)
            waysBySound[sound.key(of: way, folded: folded)] = way
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

    private mutating func addSound(of word: String, _ role: AmountRoles, _ sound: SoundWords) {
        let folded = Folding.fold(word)
        let key = sound.key(of: word, folded: folded)
        if folded.utf8.count >= 5, key.utf8.count >= 3 { bySound[key, default: []].formUnion(role) }
    }

    private mutating func add(_ word: String, _ role: AmountRoles, way: String? = nil) {
        let folded = Folding.fold(word)
        byLetters[folded, default: []].formUnion(role)
        if let way { ways[folded] = way }
    }

    /// What a token does; a longer word may be spelt by ear.
    func roles(of token: Token) -> AmountRoles {
        if let roles = byLetters[token.folded] { return roles }
        guard token.folded.utf8.count >= 5, token.sound.utf8.count >= 3 else { return [] }
        return bySound[token.sound] ?? []
    }

    /// The kind of way in full that a token stands for: "boulevard" for "bd" or "boulvard".
    func way(_ token: Token) -> String? { ways[token.folded] ?? waysBySound[token.sound] }
}
