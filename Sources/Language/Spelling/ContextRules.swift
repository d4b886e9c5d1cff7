/// Rules that choose between words which sound alike by the words beside them (`context`, `careless` and `forms` of
/// `words/spelling.yaml`).
///
/// A rule is written `what : left _ right`. `what` is a word, or for `forms` classes with the endings that count
/// (`V-t/ds`). Beside `_` stand conditions, the nearest next to it, each some alternatives with `/` between them: a
/// word; capitals, the commonest class of the word being one of them; `^` and `$`, the start and the end of a clause;
/// `*`, anything. `!` before a condition turns it round.
struct ContextRules: Sendable {
    /// A condition on one neighbour.
    struct Condition: Sendable {
        var words: Set<String> = []
        var classes: WordClasses = []
        var isAnything = false
        var isEdge = false
        var isNegated = false

        init(_ text: Substring) {
            isNegated = text.first == "!"
            for part in text.drop(while: { $0 == "!" }).split(separator: "/") {
                switch part {
                case "*": isAnything = true
                case "^", "$": isEdge = true
                case _ where part.utf8.allSatisfy { (0x41...0x5A).contains($0) }:
                    classes.formUnion(WordClasses(letters: part.utf8).only)
                default: words.insert(String(part))
                }
            }
        }

        /// Whether a neighbour meets the condition; nil stands for the edge of the clause.
        func isMet(by neighbour: ContextWord?, isBefore: Bool) -> Bool {
            let result: Bool =
                if let neighbour {
                    words.contains(neighbour.form) || words.contains(isBefore ? neighbour.last : neighbour.first)
                        || !classes.isDisjoint(with: neighbour.classes.main)
                } else {
                    isEdge
                }
            return (result || isAnything) != isNegated
        }
    }

    /// A rule: what it makes of a word, and where.
    struct Rule: Sendable {
        var result: [Token] = []
        var resultClass: WordClasses = []
        var resultEndings: [String] = []
        var classes: WordClasses = []
        var endings: [String] = []
        var left: [Condition] = []
        var right: [Condition] = []
        var isCareless = false

        /// Whether the words beside an index are as the rule wants them.
        func isMet(_ words: ContextWords, at index: Int) -> Bool {
            for (distance, condition) in left.reversed().enumerated() {
                guard condition.isMet(by: words.neighbour(of: index, -1 - distance), isBefore: true) else {
                    return false
                }
            }
            for (distance, condition) in right.enumerated() {
                guard condition.isMet(by: words.neighbour(of: index, 1 + distance), isBefore: false) else {
                    return false
                }
            }
            return true
        }
    }

    /// Rules by the word that they change.
    private(set) var byWord: [String: [Rule]] = [:]
    /// Rules that change a word to another form of its lemma.
    private(set) var byClass: [Rule] = []

    init(_ lists: [String: [String]], rules: any ReadingRules) {
        for (key, texts) in lists.sorted(by: { $0.key < $1.key }) {
            let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            for text in texts {
                let sides = text.split(separator: ":", maxSplits: 1).map { $0.split(separator: " ") }
                guard sides.count == 2, let what = sides[0].first, let place = sides[1].firstIndex(of: "_") else {
                    continue
                }
                var rule = Rule(isCareless: parts[0] == "careless")
                rule.left = sides[1][..<place].map(Condition.init)
                rule.right = sides[1][(place + 1)...].map(Condition.init)
                if parts[0] == "forms" {
                    (rule.resultClass, rule.resultEndings) = Self.classes(parts[1][...])
                    (rule.classes, rule.endings) = Self.classes(what)
                    byClass.append(rule)
                } else if parts[0] == "context" || parts[0] == "careless" {
                    rule.result = rules.tokens(in: parts[1])
                    for word in what.split(separator: "/") { byWord[String(word), default: []].append(rule) }
                }
            }
        }
    }

    /// `V-t/d` as a class and endings.
    private static func classes(_ text: Substring) -> (WordClasses, [String]) {
        let parts = text.split(separator: "-", maxSplits: 1)
        let endings = parts.count > 1 ? parts[1].split(separator: "/").map(String.init) : []
        return (WordClasses(letters: (parts.first ?? "").utf8).only, endings)
    }
}

/// A word of a sentence as the rules of context see it.
struct ContextWord {
    /// The word in lower case, with its accents.
    var form: String
    /// The first and the last word of a form of several.
    var first: String
    var last: String
    /// What the last word can be.
    var classes: WordClasses
    /// Whether a clause ends after it.
    var isLast: Bool

    /// Takes the words that stand for a piece of a sentence, of which there is at least one.
    init(_ words: [Token], _ classes: WordClasses, isLast: Bool) {
        form = words.count == 1 ? words[0].text : Speller.text(of: words)
        (first, last) = (words.first?.text ?? "", words.last?.text ?? "")
        (self.classes, self.isLast) = (classes, isLast)
    }
}

/// The words of a sentence, of which those before the one that is looked at are already corrected.
struct ContextWords {
    var words: [ContextWord]

    /// The word some places from an index, or nil outside its clause.
    func neighbour(of index: Int, _ offset: Int) -> ContextWord? {
        let place = index + offset
        guard words.indices.contains(place) else { return nil }
        let between = offset < 0 ? place..<index : index..<place
        return words[between].contains(where: \.isLast) ? nil : words[place]
    }
}
