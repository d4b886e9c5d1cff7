/// What the word lists say about plain language (`words/plain.yaml`).
struct PlainWords: Sendable {
    /// Words of administrations, with what to say instead.
    let jargon: TermList
    /// Words that tie a second idea to a sentence: "qui", "que", "lorsque".
    let subordinating: Set<String>
    /// The lemma of the verb that makes the passive, and participles that are states rather than deeds.
    let passive: String?
    let states: Set<String>
    /// Short forms, with the whole words.
    let short: TermList
    /// Short forms whose point ends no sentence, in lower case with it.
    let abbreviations: Set<String>
    /// Initials that everybody knows by their letters, and what other initials stand for.
    let knownInitials: Set<String>
    let initials: [String: String]
    /// Small words that initials leave out: "de", "la".
    let silent: Set<String>
    /// What comes between a word and what explains it: "c'est-à-dire".
    let explains: [String]
    /// Words that say where on a page something is, or what colour it has.
    let positions: TermList
    /// Words that hide where a link leads: "cliquez ici".
    let vagueLinks: TermList
    /// Words of other languages, with those of this one; and the names of languages, which mark a word as foreign.
    let foreign: TermList
    let languages: Set<String>
    /// Things that have one name: what else they are called, with the name.
    let variants: TermList
    /// Signs, with the word to write.
    let signs: [Character: String]
    /// Words that every town hall uses and explains by what it does, folded lemmas.
    let townHall: Set<String>
    /// The factors of the formula of ease: a constant, words a sentence, syllables a word.
    let ease: (base: Double, sentence: Double, syllable: Double)?

    init(_ lists: [String: [String]], rules: any ReadingRules) {
        func folded(_ key: String) -> Set<String> { Set((lists[key] ?? []).map(rules.folded)) }
        func values(_ prefix: String) -> [(key: String, value: String)] {
            lists.filter { $0.key.hasPrefix(prefix + ".") }
                .map { (String($0.key.dropFirst(prefix.count + 1)), $0.value.first ?? "") }
        }
        jargon = TermList(lists, "jargon", rules: rules)
        subordinating = folded("subordinating")
        passive = lists["passive"]?.first.map(rules.folded)
        states = folded("states")
        short = TermList(lists, "short", rules: rules)
        abbreviations = Set(values("short").map { $0.key.lowercased() + "." } + (lists["abbreviations"] ?? []))
        knownInitials = Set(lists["known-initials"] ?? [])
        initials = Dictionary(values("initials").map { ($0.key, $0.value) }) { first, _ in first }
        silent = folded("silent")
        explains = (lists["explains"] ?? []).map(rules.folded)
        positions = TermList(lists, "positions", rules: rules)
        vagueLinks = TermList(lists, "vague-links", rules: rules)
        foreign = TermList(lists, "foreign", rules: rules)
        languages = folded("languages")
        variants = TermList(variants: lists, "names", rules: rules)
        signs = Dictionary(values("signs").compactMap { pair in pair.key.first.map { ($0, pair.value) } }) { $1 }
        townHall = folded("town-hall")
        let factors = ["base", "sentence", "syllable"].compactMap { lists["ease." + $0]?.first.flatMap(Double.init) }
        ease = factors.count == 3 ? (factors[0], factors[1], factors[2]) : nil
    }
}
