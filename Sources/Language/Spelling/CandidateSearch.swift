/// A word that may have been meant.
struct SpellingCandidate: Sendable {
    /// The form, in lower case with its accents.
    var form: String
    /// What the misspelling costs alone, in hundredths (see ``SpellingCost``).
    var cost: Int32
    /// The cost with how rare the word is; the least is the best.
    var score: Int32
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
    /// What being favoured is worth.
    static let favour: Int32 = 45

    let speller: Speller
    let view: LexiconView?
    private let typed: SpelledLetters
    private let folded: String
    private let sound: String
    private var rows: [Int32] = []
    private var meant = SpelledLetters()
    private var seen = [Int32](repeating: -1, count: 1024)
    private var looked = 0
    private(set) var found: [SpellingCandidate] = []

    /// Prepares the search for a word.
    init(_ word: String, folded: String, sound: String, speller: Speller, view: LexiconView?) {
        (self.speller, self.view, self.folded, self.sound) = (speller, view, folded, sound)
        typed = SpelledLetters(word)
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
        add(String(decoding: form, as: UTF8.self), cost, frequency: view.frequency(entry))
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

    private mutating func add(_ form: String, _ cost: Int32, frequency: Int, favoured: Bool = false) {
        let heard = speller.rules.soundKey(of: form) == sound
        let isFavoured = favoured || speller.favoured.word(speller.rules.folded(form)) != nil
        var cost = cost
        if heard { cost = min(cost, 30 + cost * 50 / 100) }
        if cost <= 40 { cost -= 60 }
        guard cost <= Limit.cost else { return }
        let rarity = Int32(80 - min(80, max(frequency, isFavoured ? 40 : 0))) * Self.rarity
        found.append(
            SpellingCandidate(
                form: form, cost: cost, score: cost + rarity - (isFavoured ? Self.favour : 0), isFavoured: isFavoured))
    }

    /// Favoured words that are within two edits or sound the same.
    private mutating func takeFavoured() {
        let signature = FavouredWords.signature(folded.utf8)
        let length = typed.count
        for word in speller.favoured.words where abs(word.letters.count - length) <= 2 {
            guard (word.signature ^ signature).nonzeroBitCount <= 4 || word.sound == sound else { continue }
            let limit: Int32 = length < 5 ? 110 : 210
            let cost = speller.cost(typed, word.letters, limit: limit, rows: &rows)
            if cost <= limit || (word.sound == sound && cost < 400) {
                add(word.form, cost, frequency: 40, favoured: true)
            }
        }
    }

    private func best(_ count: Int, excluding: String?) -> [SpellingCandidate] {
        var result: [SpellingCandidate] = []
        for candidate in found.sorted(by: { ($0.score, $0.form) < ($1.score, $1.form) })
        where candidate.form != excluding && !result.contains(where: { $0.form == candidate.form }) {
            result.append(candidate)
            if result.count == count { break }
        }
        return result
    }
}
