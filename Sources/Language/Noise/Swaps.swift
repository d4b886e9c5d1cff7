/// Words and groups of words with what is written in their place.
struct Swaps: Sendable {
    private struct Entry: Sendable {
        let words: [String]
        /// Whether the apostrophe after the last word belongs to it: "est-ce qu'".
        let endsInApostrophe: Bool
        let alternatives: [String]
    }

    /// By the first word, the longest first.
    private var entries: [String: [Entry]] = [:]

    /// Takes words, or groups of them, with their alternatives.
    init(_ lists: [String: [String]]) {
        for (key, alternatives) in lists { add(key, alternatives) }
        sort()
    }

    /// Takes lines of things that stand for one another, " / " between them.
    init(alike lines: [String]) {
        for line in lines {
            let parts = line.split(separator: "/").map { part in
                String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            for part in parts { add(part, parts.filter { $0 != part }) }
        }
        sort()
    }

    /// Writes something else for the longest group that begins at a word.
    ///
    /// - Returns: how many words were changed.
    func apply(at index: Int, to text: inout NoisyText, _ random: inout SplitMix) -> Int {
        guard let candidates = entries[text.words[index].lowercased()] else { return 0 }
        guard let entry = candidates.first(where: { fits($0, at: index, in: text) }),
            let alternative = entry.alternatives.pick(&random)
        else { return 0 }
        let end = index + entry.words.count
        if entry.endsInApostrophe { text.gaps[end] = "" }
        return text.replace(index..<end, with: alternative)
    }

    private func fits(_ entry: Entry, at index: Int, in text: NoisyText) -> Bool {
        guard text.isFree(index..<index + entry.words.count) else { return false }
        for offset in entry.words.indices.dropFirst() {
            guard text.joint(after: index + offset - 1) != nil,
                text.words[index + offset].lowercased() == entry.words[offset]
            else { return false }
        }
        guard entry.endsInApostrophe else { return true }
        return text.joint(after: index + entry.words.count - 1).map { $0 == "'" || $0 == "\u{2019}" } ?? false
    }

    private mutating func add(_ key: String, _ alternatives: [String]) {
        let words = NoisyText(key).words.map { $0.lowercased() }
        guard let first = words.first else { return }
        let entry = Entry(words: words, endsInApostrophe: key.hasSuffix("'"), alternatives: alternatives)
        entries[first, default: []].append(entry)
    }

    /// Keys come from a dictionary: an order of their own makes the result the same each time.
    private mutating func sort() {
        for key in entries.keys {
            entries[key]?.sort { ($1.words.count, $0.words.joined()) < ($0.words.count, $1.words.joined()) }
        }
    }
}
