internal import Language
internal import TopicKit

/// Finds the names of entries in an utterance, however they are spelt.
///
/// A name is tried as it is written, without its article, and, for a street, without the kind of way. Words match by
/// their letters without accents, then by their sound, then within one slip of the keyboard (two in a long name). Spaces
/// do not count: "avenue de legalité" is "avenue de l'Égalité".
struct Gazetteer: Sendable, Codable {
    /// A name ready to be compared.
    struct Item: Sendable, Codable {
        let topic: String
        let slot: String
        let entry: String
        let isProper: Bool
        let isDetail: Bool
        /// Less than 1 for a shortened name, so that a full name wins.
        let weight: Double
        let letters: String
    }

    private var items: [Item] = []
    private var byLetters: [String: [Int]] = [:]
    private var bySound: [String: [Int]] = [:]
    private var longestName = 1
    private let smallWords: SmallWords

    init(definitions: [Definition], rules: any ReadingRules, smallWords: SmallWords) {
        self.smallWords = smallWords
        for definition in definitions {
            for (slot, names) in definition.names.sorted(by: { $0.key < $1.key }) {
                for name in names { add(name, topic: definition.manifest.id, slot: slot, rules: rules) }
            }
        }
    }

    private mutating func add(_ name: Definition.Name, topic: String, slot: String, rules: any ReadingRules) {
        let words = rules.tokens(in: name.text)
        let bare = Array(words.drop { smallWords.articles.contains($0.folded) })
        insert(bare.isEmpty ? words : bare, name, topic, slot, weight: 1)
        guard name.isProper, let first = bare.first, smallWords.ways.contains(first.folded) else { return }
        let core = Array(bare.dropFirst().drop { smallWords.articles.contains($0.folded) })
        if !core.isEmpty { insert(core, name, topic, slot, weight: 0.9) }
    }

    private mutating func insert(
        _ words: [Token], _ name: Definition.Name, _ topic: String, _ slot: String, weight: Double
    ) {
        guard !words.isEmpty else { return }
        let letters = words.map(\.folded).joined()
        let index = items.count
        items.append(
            Item(
                topic: topic, slot: slot, entry: name.entry, isProper: name.isProper, isDetail: name.isDetail,
                weight: weight, letters: letters))
        byLetters[letters, default: []].append(index)
        bySound[words.map(\.sound).joined(), default: []].append(index)
        longestName = max(longestName, words.count)
    }

    /// The best mention of each slot at each place, without overlap within a slot.
    func mentions(in tokens: [Token]) -> [Mention] {
        var found: [Mention] = []
        for start in tokens.indices {
            for end in (start + 1)...max(start + 1, min(tokens.count, start + longestName + 1)) {
                found += matches(tokens, start..<end)
            }
        }
        found.sort { rank($0) > rank($1) }
        var kept: [Mention] = []
        for mention in found
        where !kept.contains(where: {
            $0.topic == mention.topic && $0.slot == mention.slot && $0.tokens.overlaps(mention.tokens)
        }) {
            kept.append(mention)
        }
        return kept.sorted { ($0.tokens.lowerBound, $0.topic, $0.slot) < ($1.tokens.lowerBound, $1.topic, $1.slot) }
    }

    /// More words first, then closer ones; words beyond the name cost more than they bring.
    private func rank(_ mention: Mention) -> Double { Double(mention.tokens.count) + 4 * mention.score }

    private func matches(_ tokens: [Token], _ range: Range<Int>) -> [Mention] {
        let words = tokens[range]
        guard let first = words.first, let last = words.last, !smallWords.articles.contains(first.folded) else {
            return []
        }
        let letters = words.map(\.folded).joined()
        let text = tokens.text(of: range)
        func mention(_ index: Int, _ score: Double) -> Mention {
            let item = items[index]
            return Mention(
                topic: item.topic, slot: item.slot, entry: item.entry, tokens: range, text: text,
                score: score * item.weight, isProper: item.isProper, isDetail: item.isDetail)
        }
        if let exact = byLetters[letters] { return exact.map { mention($0, 1) } }
        guard !smallWords.all.contains(last.folded), letters.utf8.count >= 4 else { return [] }
        if let same = bySound[words.map(\.sound).joined()] {
            // A short word has many homophones; it must at least begin alike.
            return same.filter { items[$0].letters.utf8.first == letters.utf8.first || letters.utf8.count >= 6 }
                .map { mention($0, 0.9) }
        }
        let allowed = letters.utf8.count >= 10 ? 2 : letters.utf8.count >= 6 ? 1 : 0
        guard allowed > 0 else { return [] }
        let units = Array(letters.utf8)
        return items.indices.compactMap { index in
            let item = items[index]
            guard item.letters.utf8.first == units.first, abs(item.letters.utf8.count - units.count) <= allowed,
                let slips = editDistance(units, Array(item.letters.utf8), atMost: allowed)
            else { return nil }
            return mention(index, 0.85 - 0.1 * Double(slips))
        }
    }
}

/// The number of insertions, deletions, substitutions and swaps of neighbours between two texts, or nil above a limit.
///
/// Optimal string alignment (a restricted Damerau-Levenshtein distance).
func editDistance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
        var row = [i] + [Int](repeating: 0, count: b.count)
        for j in 1...b.count {
            let cost = a[i - 1] == b[j - 1] ? 0 : 1
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                row[j] = min(row[j], beforeLast[j - 2] + 1)
            }
        }
        if (row.min() ?? 0) > limit { return nil }
        (beforeLast, last) = (last, row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
}
