public import Language

/// Writes the grammar of an answer (JSGF, "Java Speech Grammar Format", W3C note 2000).
///
/// The rules of a language are its lists `rule.<name>` of `words/speech.yaml`, in the notation of JSGF; `<number>` and
/// `<day>` are counted out here with the language's own numbers.
public struct GrammarWriter: Sendable {
    private let material: ListeningMaterial
    private let rules: any LanguageRules
    private let sentence: SpokenSentence
    /// What streets are called, and all words before a name that may be left out.
    private let kinds: Set<String>, small: Set<String>
    /// The commands as they are written in a grammar.
    private let commands: [String]
    /// The words of numbers up to a hundred: alone, "huit" tells no choice.
    private let numbers: Set<String>
    /// The fewest letters of a name that stands without the words before it: "Rép" for "rue de la Rép" fits any noise.
    private static let fewestLetters = 4

    /// How rarely a command is said in other words than those that people are taught, where an answer is waited for: in a hall with people
    /// talking, a word that was asked for is heard as one of three hundred otherwise (`Docs/speech.md`).
    private static let rarely = "/0.000000000001/ "

    /// Takes what may be said, and the grammar of the language.
    public init(_ material: ListeningMaterial, rules: any LanguageRules) {
        (self.material, self.rules) = (material, rules)
        let sentence = SpokenSentence(rules)
        self.sentence = sentence
        let taught = Set(material.taught.map(sentence.line))
        commands = material.commands.map(sentence.line).map { taught.contains($0) ? $0 : Self.rarely + $0 }
        kinds = Set(material.lists["ways"] ?? [])
        small = kinds.union(material.lists["bare"] ?? [])
        numbers = Set((0...100).map(String.init).flatMap(sentence.words))
    }

    /// The grammar of what is waited for, with the commands that may come at any moment.
    ///
    /// - Parameter expectation: what is waited for; of an open one, only the commands are in the grammar.
    /// - Returns: the text of the grammar, of which the rule `<utterance>` is public.
    public func grammar(for expectation: Expectation) -> String {
        var book = RuleBook()
        let answers = answers(expectation, &book)
        let closing = answers.isEmpty ? "" : define("closing", &book).map { " [" + $0 + "]" } ?? ""
        var ways: [String] = []
        if !answers.isEmpty {
            book.define("answer", answers)
            // "Non" before a yes or a no would be one.
            ways.append(before(expectation.answer == .yesNo ? "hesitation" : "opening", &book) + "<answer>" + closing)
        }
        if let rank = rank(expectation, &book) { ways.append(before("hesitation", &book) + rank + closing) }
        if !commands.isEmpty {
            book.define("command", commands)
            ways.append("<command>")
        }
        return book.text(ways)
    }

    private func answers(_ expectation: Expectation, _ book: inout RuleBook) -> [String] {
        switch expectation.answer {
        case .yesNo: material.answers.map(sentence.line)
        case .choice: choices(expectation, &book)
        case .name: names(expectation.phrases, &book)
        case .time: rule("time", &book).map { [$0] } ?? []
        case .number: [reference("number", &book)]
        case .amount: amount(expectation.amount, &book)
        case .question, .words: []
        }
    }

    // MARK: Lists

    /// Choices in full, without their article, and by a word that only one of them has.
    private func choices(_ expectation: Expectation, _ book: inout RuleBook) -> [String] {
        let all = expectation.phrases.map(sentence.words)
        var lines = all.flatMap(forms).map { $0.joined(separator: " ") }
        for words in all {
            let telling = words.filter { $0.count >= Self.fewestLetters && !numbers.contains($0) }
            guard telling.count > 1 else { continue }
            lines += telling.filter { word in all.count { $0.contains(word) } == 1 }
        }
        return lines
    }

    /// The place of a choice in the list, as far as the list goes; nil where there is none.
    private func rank(_ expectation: Expectation, _ book: inout RuleBook) -> String? {
        let ranks = (material.lists["rank"] ?? []).prefix(expectation.choices)
        guard !ranks.isEmpty else { return nil }
        book.define("rank", ranks + (material.lists["last"] ?? []))
        return "<rank>"
    }

    /// Names of the town; those of streets with the number of a house before them or without.
    private func names(_ phrases: [String], _ book: inout RuleBook) -> [String] {
        let all = phrases.map(sentence.words)
        book.define("name", all.flatMap(forms).map { $0.joined(separator: " ") })
        let streets = all.count { !kinds.isDisjoint(with: $0) }
        return [(streets * 2 > all.count ? "[" + reference("number", &book) + "] " : "") + "<name>"]
    }

    private func amount(_ kind: Amount.Kind?, _ book: inout RuleBook) -> [String] {
        if let kind, let own = rule(kind.rawValue, &book) { return [own] }
        return [reference("number", &book) + "+"]
    }

    /// A name as it is, and without the article or the kind of street before it where enough is left to be told from a cough.
    private func forms(_ words: [String]) -> [[String]] {
        let rest = Array(words.drop { small.contains($0) })
        let letters = rest.reduce(0) { $0 + $1.count }
        return rest.count < words.count && letters >= Self.fewestLetters ? [words, rest] : [words]
    }

    // MARK: Rules

    /// What may come before an answer, or nothing.
    private func before(_ name: String, _ book: inout RuleBook) -> String {
        rule(name, &book).map { "[" + $0 + "] " } ?? ""
    }

    /// A list of sentences as a rule, or nil when the language has none.
    private func define(_ list: String, _ book: inout RuleBook) -> String? {
        let lines = (material.lists[list] ?? []).map(sentence.line)
        guard !lines.isEmpty else { return nil }
        book.define(list, lines)
        return "<" + list + ">"
    }

    /// A rule of the language with those that it refers to, or nil when there is none.
    private func rule(_ name: String, _ book: inout RuleBook) -> String? {
        guard let lines = material.lists["rule." + name] else { return nil }
        if book.begin(name) {
            for reference in lines.flatMap(Self.references) { _ = self.reference(reference, &book) }
            book.define(name, lines)
        }
        return "<" + name + ">"
    }

    private func reference(_ name: String, _ book: inout RuleBook) -> String {
        if let own = rule(name, &book) { return own }
        if book.begin(name) { book.define(name, counted(name)) }
        return "<" + name + ">"
    }

    /// The rules that are counted out; a rule that nobody knows is one that nobody can say.
    private func counted(_ name: String) -> [String] {
        switch name {
        case "number": (0...199).map { sentence.line(String($0)) }
        case "day": (1...31).map { sentence.line(String($0)) } + (material.lists["first"] ?? [])
        case "hour": (0...24).map { sentence.line(String($0)) }
        case "digit": (0...9).map { sentence.line(String($0)) }
        case "pair": (0...99).map { sentence.line(String($0)) } + (0...9).map { sentence.line("0 " + String($0)) }
        default: ["<VOID>"]
        }
    }

    private static func references(_ line: String) -> [String] {
        line.split(separator: "<", omittingEmptySubsequences: false).dropFirst().compactMap {
            $0.split(separator: ">").first.map(String.init)
        }
    }
}

/// The rules of a grammar under way.
struct RuleBook {
    private var rules: [(name: String, lines: [String])] = []
    private var begun: Set<String> = []

    /// Whether a rule was not begun yet; it is from now on, so that a rule that refers to itself ends.
    mutating func begin(_ name: String) -> Bool { begun.insert(name).inserted }

    /// Adds a rule; each line once, empty ones not at all.
    mutating func define(_ name: String, _ lines: [String]) {
        var seen: Set<String> = []
        rules.append((name, lines.filter { !$0.isEmpty && seen.insert($0).inserted }))
    }

    /// The text of the grammar.
    func text(_ ways: [String]) -> String {
        let body = rules.filter { !$0.lines.isEmpty }.map { rule in
            "<" + rule.name + "> = " + rule.lines.joined(separator: " | ") + ";"
        }
        return
            (["#JSGF V1.0;", "grammar parvis;", "public <utterance> = " + ways.joined(separator: " | ") + ";"] + body)
            .joined(separator: "\n") + "\n"
    }
}
