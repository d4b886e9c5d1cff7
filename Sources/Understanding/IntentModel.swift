internal import Language

/// Tells the intents of sentences apart, from labelled sentences alone: no topics, no slots.
///
/// The same features and machines as ``Understanding``, for public data sets and for whoever needs a classifier of
/// sentences and nothing else.
public struct IntentModel: Sendable {
    /// A labelled sentence.
    public struct Example: Sendable, Hashable {
        /// The sentence.
        public let text: String
        /// Its intent; nil when it is out of scope.
        public let intent: String?

        /// Makes an example.
        public init(text: String, intent: String?) { (self.text, self.intent) = (text, intent) }
    }

    private let reader: SentenceReader
    private var classifier: Classifier

    /// Trains on examples; the same examples in the same order give the same model.
    ///
    /// - Parameters:
    ///   - examples: sentences with their intents; those without one are what to refuse.
    ///   - knowledge: the language that they are in.
    ///   - learnsToReject: whether some sentences may have none of the intents. Some examples are then held back from
    ///     further models, to see what margins these give to sentences that they do not know.
    public init(examples: [Example], knowledge: Knowledge, learnsToReject: Bool) {
        let knowledge = knowledge.suited(to: examples.map(\.text))
        let reader = SentenceReader(
            knowledge, speller: knowledge.speller(favouring: examples.map(\.text)),
            gazetteer: Gazetteer(definitions: [], rules: knowledge.rules, smallWords: knowledge.smallWords))
        let lessons = IntentModel.lessons(examples, reader)
        classifier = Classifier(examples: lessons.flatMap { $0 })
        self.reader = reader
        classifier.calibration =
            learnsToReject ? IntentModel.calibration(lessons) : Calibration(slope: 5, offset: 1000)
    }

    /// The intents that a sentence may have, the surest first.
    public func candidates(_ text: String) -> [Meaning.Candidate] {
        classifier.candidates(classifier.margins(Features(reader.words(text))))
    }

    /// What to learn from each example: the sentence, and the sentence misspelt where examples are few.
    private static func lessons(_ examples: [Example], _ reader: SentenceReader) -> [[Classifier.Example]] {
        let misspelling = Misspelling(reader.knowledge)
        return examples.map { example in
            let other = examples.count > many ? nil : misspelling.misspelt(example.text)
            return Classifier.Example.lessons(
                example.intent, reader.words(example.text), misspelt: other.map(reader.words))
        }
    }

    /// From how many examples on they teach by their number.
    private static let many = 3000

    /// A curve that is one half where refusing begins (see ``border(_:)``).
    private static func calibration(_ lessons: [[Classifier.Example]]) -> Calibration {
        let judgements = judged(lessons)
        guard let border = border(judgements) else { return Calibration() }
        var calibration = Calibration.fitted(to: judgements.map { ($0.margin, $0.isRight, 1) })
        calibration.offset = -Double(border)
        return calibration
    }

    /// What a model that has not seen a sentence makes of it.
    private struct Judged {
        let margin: Float
        let isRight: Bool
        let isInScope: Bool
    }

    private static func judged(_ lessons: [[Classifier.Example]]) -> [Judged] {
        let folds = CrossValidation.folds
        // With thousands of examples one fold tells enough.
        return (0..<(lessons.count > many ? 1 : folds)).flatMap { fold in
            let seen = lessons.indices.filter { $0 % folds != fold }.flatMap { lessons[$0] }
            let model = Classifier(examples: seen)
            return lessons.indices.filter { $0 % folds == fold }.compactMap { index -> Judged? in
                guard let example = lessons[index].first,
                    let best = zip(model.intents, model.margins(example.features)).max(by: { $0.1 < $1.1 })
                else { return nil }
                return Judged(
                    margin: best.1, isRight: best.0 == example.intent, isInScope: example.intent != nil)
            }
        }
    }

    /// How many questions in a hundred are taken to be out of scope, where there are some to learn from.
    private static let outsiders = 3.0
    /// How many in a hundred that are right may be lost, where there are none.
    private static let losses = 2

    /// The margin below which a sentence is refused: the one that makes the fewest errors on questions of which a few are
    /// out of scope; without any such example, the one that loses few that are right.
    private static func border(_ judgements: [Judged]) -> Float? {
        let right = judgements.filter(\.isRight).map(\.margin).sorted()
        guard !right.isEmpty else { return nil }
        let outside = judgements.filter { !$0.isInScope }.map(\.margin).sorted()
        guard !outside.isEmpty else { return right[right.count * losses / 100] }
        let inScope = Double(judgements.count(where: \.isInScope))
        func errors(_ border: Float) -> Double {
            let lost = Double(right.count { $0 < border }) / inScope
            let taken = Double(outside.count { $0 >= border }) / Double(outside.count)
            return (100 - outsiders) * lost + outsiders * taken
        }
        return outside.map(\.nextUp).min { errors($0) < errors($1) }
    }
}
