/// A word that may have been meant.
struct SpellingCandidate: Sendable {
    /// The form, in lower case with its accents.
    var form: String
    /// What the misspelling costs alone, in hundredths (see ``SpellingCost``).
    var cost: Int32
    /// The cost with how rare the word is; the least is the best.
    var score: Int32
    /// Whether it sounds like what was written.
    var isHeard: Bool
    /// Whether the word is one of the topics' or the town's.
    var isFavoured: Bool
}

/// Looks for the words that a misspelt one may stand for.
struct CandidateSearch {
    /// How much is looked at for one word, so that its time is bounded.
    enum Limit {
        static let letters = 32
        static let candidates = 400
        static let cost: Int32 = 330
    }

    /// Points of a tenth of the Zipf scale, in hundredths of a slip.
    static let rarity: Int32 = 2
    /// What it costs to be a name only.
    static let name: Int32 = 40
    /// What being favoured is worth; half as much again where it sounds like what was written.
    static let favour: Int32 = 30

    let speller: Speller
    let view: LexiconView?
    private let typed: SpelledLetters
    private let folded: String
    private let sound: String
    private var rows: [Int32] = []
    private var meant = SpelledLetters()
    private var seen = [Int32](repeating: -1, count: 1024)
    private var looked = 0
    private let soundHash: UInt32
    private var found: [Found] = []

    /// A candidate before its letters are read.
    private struct Found {
        enum Word {
            case entry(Int)
            case favoured(Int)
        }

        let word: Word
        let cost: Int32
        let score: Int32
        let isHeard: Bool
    }

    /// Prepares the search for a word.
    init(_ word: String, folded: String, sound: String, speller: Speller, view: LexiconView?) {
        (self.speller, self.view, self.folded, self.sound) = (speller, view, folded, sound)
        typed = SpelledLetters(word)
        soundHash = UInt32(truncatingIfNeeded: LexiconFormat.mixed(LexiconFormat.polynomial(sound.utf8)))
    }

    /// The words that may have been meant, best first, at most `count`.
    static func candidates(
        for word: String, folded: String, sound: String, speller: Speller, count: Int, excluding: String? = nil
    ) -> [SpellingCandidate] {
        guard (2...Limit.letters).contains(folded.utf8.count) else { return [] }
        func run(_ view: LexiconView?) -> [SpellingCandidate] {
            var search = CandidateSearch(word, folded: folded, sound: sound, speller: speller, view: view)
            search.gather()
            return search.best(count, excluding: excluding)
        }
        return speller.lexicon.map { lexicon in lexicon.reading { run($0) } } ?? run(nil)
    }

    private mutating func gather() {
        if let view {
            let edits = SingleEdits(folded.utf8)
            takeForms(view.first(hash: edits.own))
            let sounds = SingleEdits(sound.utf8)
            takeSounds(view.firstSound(hash: sounds.own), least: 0)
            var heads: [Int] = []
            edits.forEach(alphabet: Self.letters) { if let entry = view.first(hash: $0) { heads.append(entry) } }
            for entry in heads { takeForms(entry) }
            if sound.utf8.count > 2 {
                heads.removeAll(keepingCapacity: true)
                sounds.forEach(alphabet: view.header.alphabet) {
                    if let entry = view.firstSound(hash: $0) { heads.append(entry) }
                }
                for entry in heads { takeSounds(entry, least: 20) }
            }
        }
        takeFavoured()
    }

    private static let letters = Array("abcdefghijklmnopqrstuvwxyz-'".utf8)

    private mutating func takeForms(_ first: Int?) {
        var entry = first
        while let current = entry {
            take(current)
            entry = view?.next(current)
        }
    }

    private mutating func takeSounds(_ first: Int?, least: Int) {
        var entry = first
        while let current = entry, let view {
            if view.frequency(current) >= least { take(current) }
            entry = view.nextSound(current)
        }
    }

    private mutating func take(_ entry: Int) {
        guard let view, looked < Limit.candidates, isNew(entry) else { return }
        looked += 1
        let form = view.form(entry)
        guard abs(form.count - typed.count) <= 5 else { return }
        meant.read(form)
        let cost = speller.cost(typed, meant, limit: Limit.cost + 100, rows: &rows)
        guard cost < Int32.max / 2 else { return }
        // Names are written with care, and many look like other words misspelt.
        let name = view.classes(entry).only == .name ? Self.name : 0
        add(.entry(entry), cost + name, frequency: view.frequency(entry), isHeard: view.sounds(entry, like: soundHash))
    }

    /// Whether an entry was not looked at before; a small table of those seen.
    private mutating func isNew(_ entry: Int) -> Bool {
        var slot = (entry &* 0x9E37) & 1023
        while seen[slot] != -1 {
            if seen[slot] == Int32(entry) { return false }
            slot = (slot + 1) & 1023
        }
        seen[slot] = Int32(entry)
        return true
    }

    private mutating func add(_ word: Found.Word, _ cost: Int32, frequency: Int, isHeard: Bool) {
        var cost = cost
        if isHeard { cost = min(cost, 20 + cost * 35 / 100) }
        if cost <= 40 { cost -= 60 }
        guard cost <= Limit.cost else { return }
        var score = cost + Int32(80 - min(80, frequency)) * Self.rarity
        if case .favoured = word { score -= isHeard ? Self.favour * 3 / 2 : Self.favour }
        found.append(Found(word: word, cost: cost, score: score, isHeard: isHeard))
    }

    /// Favoured words that are within two edits or sound the same.
    private mutating func takeFavoured() {
        let signature = FavouredWords.signature(folded.utf8)
        let length = typed.count
        for (index, word) in speller.favoured.words.enumerated() where abs(word.letters.count - length) <= 2 {
            guard (word.signature ^ signature).nonzeroBitCount <= 4 || word.sound == sound else { continue }
            let isHeard = word.sound == sound
            let limit: Int32 = isHeard ? 400 : length < 5 ? 110 : 210
            let cost = speller.cost(typed, word.letters, limit: limit, rows: &rows)
            if cost <= limit {
                add(.favoured(index), cost, frequency: max(40, frequency(word.folded)), isHeard: isHeard)
            }
        }
    }

    /// How often a word is used, in its commonest form.
    private func frequency(_ folded: String) -> Int {
        var (most, entry) = (0, view?.first(folded: folded.utf8))
        while let current = entry, let view {
            most = max(most, view.frequency(current))
            entry = view.next(current)
        }
        return most
    }

    private func best(_ count: Int, excluding: String?) -> [SpellingCandidate] {
        var result: [SpellingCandidate] = []
        for candidate in found.sorted(by: { $0.score < $1.score }).prefix(count * 3 + 3).map(finished)
            .sorted(by: { ($0.score, $0.form) < ($1.score, $1.form) })
        where candidate.form != excluding && !result.contains(where: { $0.form == candidate.form }) {
            result.append(candidate)
            if result.count == count { break }
        }
        return result
    }

    private func finished(_ found: Found) -> SpellingCandidate {
        let form: String
        var isFavoured = true
        switch found.word {
        case .favoured(let index): form = speller.favoured.words[index].form
        case .entry(let entry):
            form = view.map { String(decoding: $0.form(entry), as: UTF8.self) } ?? ""
            isFavoured = false
        }
        return SpellingCandidate(
            form: form, cost: found.cost, score: found.score, isHeard: found.isHeard, isFavoured: isFavoured)
    }
}
