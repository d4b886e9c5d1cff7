internal import Language

/// A form of a name that some words of an utterance say.
struct NameMatch {
    let form: UInt32
    var words: Range<Int>
    /// How close the words are to the name, from 0 to 1.
    var score: Double
    let entry: Int
    let slot: Int
    let isWhole: Bool
    let isProper: Bool

    init(form: UInt32, words: Range<Int>, score: Double, _ table: NameTable) {
        let traits = table.form(form)
        let entrySlot = table.entrySlots[traits.entry]
        (self.form, self.words, self.score) = (form, words, score * traits.weight)
        (entry, slot) = (traits.entry, Int(entrySlot >> 2))
        (isWhole, isProper) = (traits.isWhole, entrySlot & 1 != 0)
    }

    /// More words first, then closer ones; words beyond the name cost more than they bring.
    var rank: Double { Double(words.count) + 4 * score }

    func mention(_ table: NameTable, _ tokens: [Token]) -> Mention {
        Mention(
            topic: table.slots.text(slot * 2), slot: table.slots.text(slot * 2 + 1), entry: table.entries.text(entry),
            tokens: words, text: tokens.text(of: words), score: score, isProper: isProper,
            isDetail: table.entrySlots[entry] & 2 != 0)
    }
}

/// Chooses among the names that words may say.
struct NameChoice {
    private let table: NameTable
    private let words: SpokenWords

    init(_ table: NameTable, _ words: SpokenWords) { (self.table, self.words) = (table, words) }

    /// The best matches, without overlap within a slot but for entries that share the name, in the order of the words.
    func best(of matches: [NameMatch]) -> [NameMatch] {
        let fitting = matches.compactMap(inContext).sorted {
            ($1.rank, $0.words.lowerBound, $0.form) < ($0.rank, $1.words.lowerBound, $1.form)
        }
        var kept: [NameMatch] = []
        /// For each slot, which of those kept covers each word.
        var cover: [Int: [Int32]] = [:]
        for match in fitting {
            var owners = cover[match.slot] ?? [Int32](repeating: -1, count: words.kinds.count)
            let owner = Int(owners[match.words.lowerBound])
            if match.words.allSatisfy({ owners[$0] < 0 }) {
                for word in match.words { owners[word] = Int32(kept.count) }
                cover[match.slot] = owners
                kept.append(match)
            } else if owner >= 0, isShared(match, kept, from: owner) {
                kept.append(match)
            }
        }
        return outsideLongerNames(kept).sorted {
            ($0.words.lowerBound, $0.slot, $0.entry) < ($1.words.lowerBound, $1.slot, $1.entry)
        }
    }

    /// Whether a match is as good as the one that was kept, for another entry.
    private func isShared(_ match: NameMatch, _ kept: [NameMatch], from owner: Int) -> Bool {
        let first = kept[owner]
        guard first.words == match.words, first.score == match.score else { return false }
        // Those that share a name follow one another: their ranks are equal.
        return !kept[owner...].contains { $0.entry == match.entry && $0.words == match.words }
    }

    /// A match with the kind of way before it; nil where its words mean something else than a name.
    private func inContext(_ match: NameMatch) -> NameMatch? {
        // "Numéro 12" is no telephone number.
        let next = match.words.upperBound
        if next < words.kinds.count, words.kinds[next].contains(.figure),
            match.words.allSatisfy({ words.kinds[$0].contains(.small) })
        {
            return nil
        }
        let form = table.form(match.form)
        guard form.isCore else { return match }
        var match = match
        var start = match.words.lowerBound
        while start > 0, words.kinds[start - 1].contains(.article) { start -= 1 }
        if form.isWayLeftOut, start > 0, words.kinds[start - 1].contains(.way) {
            match.words = (start - 1)..<match.words.upperBound
        } else if form.isOrdinary, !isAlone(match.words) {
            return nil
        }
        return match
    }

    /// Whether an utterance says nothing beside some words: "aux Écoles", at number 12.
    private func isAlone(_ range: Range<Int>) -> Bool {
        words.kinds.indices.allSatisfy {
            range.contains($0) || !words.kinds[$0].isDisjoint(with: [.article, .small, .figure])
        }
    }

    /// Leaves out parts of names that stand in longer names: the street in "gymnase Jean Moulin".
    private func outsideLongerNames(_ matches: [NameMatch]) -> [NameMatch] {
        var longest = [Range<Int>?](repeating: nil, count: words.kinds.count)
        for match in matches where match.isWhole && match.isProper && match.score >= 0.85 {
            for word in match.words where match.words.count > longest[word]?.count ?? 0 { longest[word] = match.words }
        }
        return matches.filter { match in
            guard !match.isWhole, let name = longest[match.words.lowerBound] else { return true }
            return name.count <= match.words.count || name.upperBound < match.words.upperBound
        }
    }
}
