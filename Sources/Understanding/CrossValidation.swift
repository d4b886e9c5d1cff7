public import CivilTime

/// Example sentences judged by models that have not seen them: five models, each without a fifth of the sentences.
public struct CrossValidation: Sendable {
    /// How many models are trained.
    static let folds = 5
    /// How many candidates a verdict keeps.
    private static let candidates = 8

    /// A sentence with what a model that has not seen it makes of it.
    public struct Verdict: Sendable {
        /// The sentence as it is written, with its places.
        public let sentence: String
        /// The sentence, its places filled.
        public let text: String
        /// The intent that it is an example of; nil for one that is no question for a town hall.
        public let intent: String?
        /// The surest intents, the first one first.
        public let candidates: [Meaning.Candidate]
        /// How far the first one lies on the right side of its border.
        let margin: Float
    }

    /// A verdict for each example and each sentence of the background, in an order that is the same each time.
    public let verdicts: [Verdict]
    /// The sentences as they were read, for what else is made of them.
    let training: TrainingSet

    /// Reads the examples of topics, trains the models and has each judge what it has not seen.
    ///
    /// - Parameters:
    ///   - definitions: the topics, joined with the words of the language.
    ///   - knowledge: what is known of the language.
    ///   - now: a moment for the times that examples mention.
    public init(definitions: [Definition], knowledge: Knowledge, now: Moment) {
        let training = TrainingSet(definitions: definitions, knowledge: knowledge, now: now)
        verdicts = (0..<CrossValidation.folds).concurrentMap { CrossValidation.judge(fold: $0, of: training) }
            .flatMap { $0 }
        self.training = training
    }

    private static func judge(fold: Int, of training: TrainingSet) -> [Verdict] {
        let classifier = training.classifier { $0.rank % folds != fold }
        return training.sentences.filter { $0.rank % folds == fold }.compactMap { sentence in
            sentence.lessons.first.map { verdict(on: sentence, $0.features, classifier) }
        }
    }

    private static func verdict(
        on sentence: TrainingSet.Sentence, _ features: Features, _ classifier: Classifier
    ) -> Verdict {
        let margins = classifier.margins(features, bearing: sentence.subjects)
        return Verdict(
            sentence: sentence.pattern, text: sentence.text, intent: sentence.intent,
            candidates: Array(classifier.candidates(margins).prefix(candidates)), margin: margins.max() ?? -1)
    }
}

extension Calibration {
    /// What a sentence of the background counts beside an example: a town hall is asked fewer of them than there are.
    private static let shareOfOthers = 0.25

    /// The curve that verdicts ask for.
    init(_ verdicts: [CrossValidation.Verdict]) {
        self = .fitted(
            to: verdicts.map { verdict in
                let weight = verdict.intent == nil ? Calibration.shareOfOthers : 1
                return (verdict.margin, verdict.candidates.first?.intent == verdict.intent, weight)
            })
    }
}
