public import Language

/// Makes the searches of a recogniser from what a conversation waits for.
public struct SearchMaker: Sendable {
    /// The name of the search for any question.
    public static let question = "question"
    /// How many names of a slot are put into a sentence of the model.
    private static let mostNames = 60

    private let material: ListeningMaterial
    private let sentence: SpokenSentence
    private let grammars: GrammarWriter

    /// Takes what may be said, and the grammar of the language.
    public init(_ material: ListeningMaterial, rules: any LanguageRules) {
        self.material = material
        sentence = SpokenSentence(rules)
        grammars = GrammarWriter(material, rules: rules)
    }

    /// What a search for an expectation is called; the same for the same expectation.
    public static func name(of expectation: Expectation) -> String {
        switch expectation.answer {
        case .question, .words: question
        case .choice, .name:
            expectation.answer.rawValue + "-" + digest(expectation.phrases + [String(expectation.choices)])
        case .amount: "amount-" + (expectation.amount?.rawValue ?? "any")
        case .yesNo, .time, .number: expectation.answer.rawValue
        }
    }

    /// The search for an expectation: a grammar, or for an open question the town's language model.
    public func search(for expectation: Expectation) -> RecognitionSearch {
        let name = Self.name(of: expectation)
        guard expectation.isClosed else {
            return RecognitionSearch(name: name, model: .ngram(TrigramModel(sentences()).arpa()))
        }
        return RecognitionSearch(name: name, model: .grammar(grammars.grammar(for: expectation)))
    }

    /// What is prepared at a start: what may come in any conversation.
    public func common() -> [RecognitionSearch] {
        [Expectation(.question), Expectation(.yesNo), Expectation(.time), Expectation(.number)].map(search)
    }

    /// The sentences that the model of open questions is made of: each example counts as one, whatever names it holds.
    func sentences() -> [(words: [String], weight: Double)] {
        let questions = material.questions.flatMap { template in
            let variants = variants(template)
            return variants.map { (sentence.words(of: $0), max(0.2, 1 / Double(variants.count))) }
        }
        // People say commands more often than any one question.
        return questions + (material.commands + material.answers).map { (sentence.words(of: $0), 2) }
    }

    /// A sentence with each of the names of the place that has most; those of other places in turn.
    private func variants(_ template: ListeningMaterial.Template) -> [String] {
        let lists = Self.places(template.text).compactMap { template.names[$0] }
        guard let names = lists.max(by: { $0.count < $1.count }), !names.isEmpty else {
            return [Self.filled(template.text) { template.names[$0]?.first ?? "" }]
        }
        let step = max(1, names.count / Self.mostNames)
        return stride(from: 0, to: names.count, by: step).map { index in
            Self.filled(template.text) { place in
                let list = template.names[place] ?? []
                return list.isEmpty ? "" : list[index % list.count]
            }
        }
    }

    private static func places(_ text: String) -> [String] {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
            $0.split(separator: "}").first.map(String.init)
        }
    }

    private static func filled(_ text: String, name: (String) -> String) -> String {
        places(text).reduce(text) { $0.replacing("{" + $1 + "}", with: name($1)) }
    }

    /// A short name for a list of texts: FNV-1a of 32 bits, in hexadecimal.
    private static func digest(_ texts: [String]) -> String {
        let hash = texts.joined(separator: "\n").utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return String(hash, radix: 16)
    }
}
