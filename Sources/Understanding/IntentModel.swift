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
            return [Classifier.Example(intent: example.intent, features: Features(reader.words(example.text)))]
                + [other].compactMap { $0 }.map {
                    Classifier.Example(intent: example.intent, features: Features(reader.words($0)), isNoisy: true)
                }
        }
    }

    /// From how many examples on they teach by their number.
    private static let many = 3000

    /// A curve that is one half where two in a hundred of the sentences that a model has not seen, and gets right, fall below.
    private static func calibration(_ lessons: [[Classifier.Example]]) -> Calibration {
        let folds = 5
        // With thousands of examples one fold tells enough.
        let judged = lessons.count > many ? 1 : folds
        var judgements: [Calibration.Judgement] = []
        for fold in 0..<judged {
            let seen = lessons.indices.filter { $0 % folds != fold }.flatMap { lessons[$0] }
            let model = Classifier(examples: seen)
            for index in lessons.indices where index % folds == fold {
                guard let example = lessons[index].first else { continue }
                let best = zip(model.intents, model.margins(example.features)).max { $0.1 < $1.1 }
                guard let best else { continue }
                judgements.append((best.1, best.0 == example.intent, 1))
            }
        }
        let right = judgements.filter(\.isRight).map(\.margin).sorted()
        guard !right.isEmpty else { return Calibration() }
        var calibration = Calibration.fitted(to: judgements)
        calibration.offset = -Double(right[right.count / 50])
        return calibration
    }
}
