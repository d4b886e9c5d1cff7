internal import Language

/// Finds the names of entries in an utterance, however they are spelt.
///
/// Words match by their letters without accents, then by their sound, then within one slip of the keyboard (two in a
/// long name). Spaces do not count: "avenue de legalité" is "avenue de l'Égalité"; nor do articles. A name may be said
/// in part (see ``NameForms``); what several entries share stands for each of them.
struct Gazetteer: Sendable {
    /// Fewer letters than this must be written as they are.
    private static let fewestLetters = 4
    /// Words shorter than this have many homophones and must at least begin alike.
    private static let fewestForSound = 6

    let table: NameTable
    private let powers = RollingHash.powers(upTo: NameTable.longestLetters)

    init(definitions: [Definition], rules: any LanguageRules, smallWords: SmallWords) {
        self.init(NameTableMaker.table(of: definitions, rules: rules, smallWords: smallWords))
    }

    init(_ table: NameTable) { self.table = table }

    /// The best mention of each slot at each place, without overlap within a slot; several where a name is shared.
    func mentions(in tokens: [Token]) -> [Mention] {
        guard !table.formEntries.isEmpty, !tokens.isEmpty else { return [] }
        let words = SpokenWords(tokens, names: table)
        var found: [NameMatch] = []
        for start in tokens.indices where !words.kinds[start].contains(.article) {
            // A name may be written in more words than it has: "till euls".
            for end in (start + 1)...max(start + 1, min(tokens.count, start + Int(table.longestForm) + 1)) {
                guard words.isNameLong(start..<end) else { break }
                match(start..<end, of: words, into: &found)
            }
        }
        return NameChoice(table, words).best(of: found).map { $0.mention(table, tokens) }
    }

    private func match(_ range: Range<Int>, of words: SpokenWords, into found: inout [NameMatch]) {
        let letters = words.letters.range(range)
        func find(
            _ track: SpokenWords.Track, _ bytes: Range<Int>, _ kind: NameTable.Kind, _ score: Double,
            _ condition: (UInt32) -> Bool = { _ in true }
        ) -> Bool {
            var isFound = false
            let key = RollingHash.key(RollingHash.cut(track.hashes, bytes, powers), kind: kind.rawValue)
            table.forEachForm(key) { form in
                guard condition(form) else { return }
                found.append(NameMatch(form: form, words: range, score: score, table))
                isFound = true
            }
            return isFound
        }

        if find(words.letters, letters, .letters, 1) { return }
        guard let last = range.last, !words.kinds[last].contains(.small), letters.count >= Gazetteer.fewestLetters
        else { return }
        let hasArticle = range.contains { words.kinds[$0].contains(.article) }
        let telling = words.tellingLetters.range(range)
        if hasArticle, find(words.tellingLetters, telling, .letters, 0.97) { return }
        let spelt = words.letters.bytes[letters]
        let isKnownWord = range.count == 1 && words.kinds[range.lowerBound].contains(.known)
        func soundsAlike(_ form: UInt32) -> Bool {
            let name = table.letters(of: form)
            // A word that there is means itself, or its plural; "vers" is no "verre".
            if isKnownWord { return name.starts(with: spelt) || spelt.starts(with: name) }
            return letters.count >= Gazetteer.fewestForSound || name.first == spelt.first
        }
        if find(words.sounds, words.sounds.range(range), .sound, 0.9, soundsAlike) { return }
        if hasArticle, find(words.tellingSounds, words.tellingSounds.range(range), .sound, 0.87, soundsAlike) { return }
        if unstick(range, words, find) { return }
        // A slip makes no word that there is.
        guard range.contains(where: { !words.kinds[$0].contains(.known) }) else { return }
        slips(range, words, into: &found)
    }

    /// Tries the words without a letter that is a word of its own and is stuck to the first one: "lecole".
    private func unstick(
        _ range: Range<Int>, _ words: SpokenWords,
        _ find: (SpokenWords.Track, Range<Int>, NameTable.Kind, Double, (UInt32) -> Bool) -> Bool
    ) -> Bool {
        let (letters, sounds) = (words.letters.range(range), words.sounds.range(range))
        let first = words.letters.bytes[letters.lowerBound]
        guard table.stuck.contains(first), !words.kinds[range.lowerBound].contains(.known),
            letters.count > Gazetteer.fewestForSound
        else { return false }
        if find(words.letters, letters.dropFirst(), .letters, 0.95, { _ in true }) { return true }
        guard !sounds.isEmpty, words.sounds.bytes[sounds.lowerBound] == first else { return false }
        return find(words.sounds, sounds.dropFirst(), .sound, 0.87, { _ in true })
    }

    private func slips(_ range: Range<Int>, _ words: SpokenWords, into found: inout [NameMatch]) {
        let letters = words.letters.range(range)
        let allowed = SlipPieces.allowed(letters.count)
        let spelt = words.letters.bytes[letters]
        var tried: [UInt32] = []
        SlipPieces.forEachProbe(ofLength: letters.count) { kind, piece in
            let bytes = (letters.lowerBound + piece.lowerBound)..<(letters.lowerBound + piece.upperBound)
            let key = RollingHash.key(RollingHash.cut(words.letters.hashes, bytes, powers), kind: kind)
            table.forEachForm(key) { form in
                let name = table.letters(of: form)
                guard name.first == spelt.first, !tried.contains(form) else { return }
                tried.append(form)
                guard let slips = editDistance(spelt, name, atMost: allowed) else { return }
                found.append(NameMatch(form: form, words: range, score: 0.85 - 0.1 * Double(slips), table))
            }
        }
    }
}
