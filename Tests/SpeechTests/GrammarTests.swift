import Diagnostics
import Foundation
import Language
import Testing

@testable import Speech

@Suite("What is listened for")
struct GrammarTests {
    private static let files: LocaleFiles = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return LocaleFiles.load(directory: root.appending(path: "Locales/fr").path).value
    }()
    private static let french = French(words: files.words)
    private static let material = ListeningMaterial(
        questions: [
            .init(
                text: "quand passe {stream} {street}",
                names: ["stream": ["la poubelle jaune"], "street": ["rue des Lilas", "rue de l'Église"]])
        ],
        commands: ["répète", "redites-le", "plus fort"], taught: ["répète", "plus fort"],
        answers: ["oui", "non", "d'accord"], lists: files.words["speech"] ?? [:])
    private let maker = SearchMaker(material, rules: french)
    private let writer = GrammarWriter(material, rules: french)

    @Test(
        "Texts become words of a dictionary",
        arguments: [
            ("L'école, à 8 h 30 ?", "l' école à huit heures trente"), ("aujourd'hui", "aujourd'hui"),
            ("Est-ce que c'est ouvert", "est ce que c' est ouvert"), ("...", ""),
        ])
    func words(text: String, words: String) { #expect(SpokenSentence(Self.french).line(text) == words) }

    /// The rules of a grammar by name.
    private func rules(_ grammar: String) -> [String: Set<String>] {
        grammar.split(separator: "\n").filter { $0.contains(" = ") }.reduce(into: [:]) { rules, line in
            let halves = line.split(separator: "=", maxSplits: 1)
            let name = halves[0].filter { $0.isLetter || $0 == "-" }.replacing("public", with: "")
            rules[name] = Set(
                halves[1].dropLast().split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) })
        }
    }

    @Test("A yes or a no, with courtesy, and the commands")
    func yesNo() {
        let rules = rules(writer.grammar(for: Language.Expectation(.yesNo)))
        #expect(rules["answer"] == ["oui", "non", "d' accord"])
        // A command in words that nobody teaches is rarer than an answer.
        #expect(rules["command"] == ["répète", "/0.000000000001/ redites le", "plus fort"])
        // "Non oui" is no answer.
        #expect(rules["utterance"] == ["[<hesitation>] <answer> [<closing>]", "<command>"])
    }

    @Test("A choice in full, without its article, by the word that only it has, by its rank as far as the list goes")
    func choice() {
        let phrases = ["la poubelle jaune", "la poubelle verte", "moins de quinze litres"]
        let rules = rules(writer.grammar(for: Language.Expectation(.choice, phrases: phrases, choices: 2)))
        let answers = rules["answer"] ?? []
        #expect(answers.isSuperset(of: ["la poubelle jaune", "poubelle jaune", "jaune", "verte", "litres"]))
        #expect(answers.isDisjoint(with: ["poubelle", "quinze"]))
        #expect(
            rules["utterance"] == [
                "[<opening>] <answer> [<closing>]", "[<hesitation>] <rank> [<closing>]", "<command>",
            ])
        #expect(rules["rank"]?.isSuperset(of: ["la deuxième", "le dernier"]) == true)
        #expect(rules["rank"]?.contains("la troisième") == false)
    }

    @Test("A name without the words before it is long enough to be told from a cough")
    func shortNames() {
        let names = ["rue de la Rép", "rue de la République"]
        let rules = rules(writer.grammar(for: Language.Expectation(.name, phrases: names)))
        #expect(rules["name"] == ["rue de la rép", "rue de la république", "république"])
    }

    @Test(
        "The number of a house comes before streets only",
        arguments: [(["rue des Lilas", "chemin Vert"], true), (["la maternelle", "école de la route"], false)])
    func houseNumber(names: [String], isNumbered: Bool) {
        let rules = rules(writer.grammar(for: Language.Expectation(.name, phrases: names)))
        #expect(rules["answer"] == [isNumbered ? "[<number>] <name>" : "<name>"])
        #expect(rules["name"]?.contains(isNumbered ? "lilas" : "maternelle") == true)
    }

    @Test("Every rule that is referred to is there", arguments: Language.Expectation.Answer.allCases)
    func whole(answer: Language.Expectation.Answer) {
        for kind in [nil] + Amount.Kind.allCases.map(Optional.init) {
            let grammar = writer.grammar(for: Language.Expectation(answer, amount: kind, phrases: ["rue des Lilas"]))
            let defined = Set(rules(grammar).keys)
            let used = grammar.split(separator: "<").dropFirst().compactMap { $0.split(separator: ">").first }
            #expect(Set(used.map(String.init)).isSubset(of: defined), "\(answer)")
            #expect(!grammar.contains("VOID"))
        }
    }

    @Test("The same expectation has the same search, another one another")
    func names() {
        let one = Language.Expectation(.choice, phrases: ["a", "b"])
        #expect(SearchMaker.name(of: one) == SearchMaker.name(of: Language.Expectation(.choice, phrases: ["a", "b"])))
        #expect(SearchMaker.name(of: one) != SearchMaker.name(of: Language.Expectation(.choice, phrases: ["a", "c"])))
        #expect(SearchMaker.name(of: Language.Expectation(.words)) == SearchMaker.question)
    }

    @Test("A sentence counts as one, however many names it may hold")
    func sentences() {
        let sentences = maker.sentences()
        let questions = sentences.filter { $0.words.first == "quand" }
        #expect(questions.count == 2)
        #expect(abs(questions.map(\.weight).reduce(0, +) - 1) < 0.01)
        #expect(questions.last?.words == ["quand", "passe", "la", "poubelle", "jaune", "rue", "de", "l'", "église"])
    }
}

@Suite("A model of three words")
struct TrigramTests {
    private let model = TrigramModel([
        (["quand", "passe", "la", "poubelle"], 1), (["quand", "ouvre", "la", "piscine"], 2), (["la", "piscine"], 0.5),
    ])

    /// The logarithms of ten and the weights of falling back, by sequence.
    private func table() -> [String: (Double, Double)] {
        model.arpa().split(separator: "\n").reduce(into: [:]) { table, line in
            let parts = line.split(separator: "\t")
            guard parts.count >= 2, let value = Double(parts[0]) else { return }
            table[String(parts[1])] = (value, parts.count > 2 ? Double(parts[2]) ?? 0 : 0)
        }
    }

    /// The probability of a word after two others, as a recogniser works it out.
    private func probability(_ table: [String: (Double, Double)], _ history: [String], _ word: String) -> Double {
        let key = (history + [word]).joined(separator: " ")
        if let (value, _) = table[key] { return value }
        guard !history.isEmpty else { return -99 }
        let weight = table[history.joined(separator: " ")]?.1 ?? 0
        return weight + probability(table, Array(history.dropFirst()), word)
    }

    @Test(
        "After any words, the words that may follow add up to one",
        arguments: [
            [], ["la"], ["quand"], ["quand", "passe"], ["<s>", "quand"], ["la", "piscine"], ["ouvre", "quand"],
        ])
    func sums(history: [String]) {
        let table = table()
        let words = model.vocabulary.union(["</s>"])
        let sum = words.map { __exp10(probability(table, history, $0)) }.reduce(0, +)
        #expect(abs(sum - 1) < 0.002, "\(sum)")
    }

    @Test("What was said often is likelier")
    func likelier() {
        let table = table()
        #expect(probability(table, ["quand"], "ouvre") > probability(table, ["quand"], "passe"))
        #expect(probability(table, ["quand"], "passe") > probability(table, ["quand"], "piscine"))
    }

    @Test(
        "Of one sentence with sixty streets, the streets that were seen keep half of the probability"
    )
    func names() {
        let model = TrigramModel((0..<60).map { (["rue", "nom\($0)"], 0.2) })
        let weight = model.arpa().split(separator: "\n").first { $0.contains("\true\t") }?.split(separator: "\t").last
        #expect(weight.flatMap { Double($0) } == -0.301)
    }

    private func __exp10(_ value: Double) -> Double { pow(10, value) }
}
