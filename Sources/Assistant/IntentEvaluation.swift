internal import Dialogue
internal import Language
internal import Understanding

/// How well a model that is trained on some labelled sentences tells the intents of others.
///
/// A sentence that is refused has no intent: that is right for one out of scope and wrong for any other. Nothing is
/// refused where no sentence of either set is out of scope.
public struct IntentEvaluation: Sendable, Encodable {
    /// What was made of one sentence.
    public struct Prediction: Sendable, Encodable {
        /// The sentence.
        public let text: String
        /// The intent that it has; nil for out of scope.
        public let expected: String?
        /// The intent that the model gives it; nil for out of scope.
        public let intent: String?
        /// How sure the surest intent is, from 0 to 1.
        public let confidence: Double
        /// The surest intents, at most five, the first one first.
        public let candidates: [String]
    }

    /// How many sentences the model was trained on.
    public let trained: Int
    /// How many sentences with an intent it judged.
    public let tested: Int
    /// The share of the sentences with an intent that are given it, from 0 to 1.
    public let accuracy: Double
    /// The same when nothing is refused.
    public let accuracyUnrefused: Double
    /// The share of the sentences with an intent that have it among the five surest.
    public let hitAt5: Double
    /// The mean over the intents of the harmonic mean of precision and recall, from 0 to 1.
    public let macroF1: Double
    /// The share of the sentences out of scope that are refused; nil when there are none.
    public let oosRecall: Double?
    /// The share of the refused sentences that are out of scope; nil when none is refused.
    public let oosPrecision: Double?
    /// The share of the sentences out of scope that would be refused if just 95 in 100 of the others were kept.
    public let oosRecallKeeping95: Double?
    /// Seconds to train, what it takes to learn when to refuse included.
    public let trainSeconds: Double
    /// Microseconds to judge one sentence: half take no longer.
    public let p50: Double
    /// Microseconds to judge one sentence: 99 in 100 take no longer.
    public let p99: Double
    /// What was made of each sentence, in order; not written with the rest.
    public let predictions: [Prediction]

    private enum CodingKeys: String, CodingKey {
        case trained, tested, accuracy
        case accuracyUnrefused = "accuracy_unrefused"
        case hitAt5 = "hit_at_5"
        case macroF1 = "macro_f1"
        case oosRecall = "oos_recall"
        case oosPrecision = "oos_precision"
        case oosRecallKeeping95 = "oos_recall_keeping_95"
        case trainSeconds = "train_seconds"
        case p50 = "microseconds_p50"
        case p99 = "microseconds_p99"
    }

    /// Trains on sentences and judges others.
    init(train: [JudgedSentence], test: [JudgedSentence], knowledge: Knowledge) {
        let clock = ContinuousClock()
        let begin = clock.now
        let model = IntentModel(
            examples: train.map { IntentModel.Example(text: $0.text, intent: $0.isOutOfScope ? nil : $0.intent) },
            knowledge: knowledge, learnsToReject: (train + test).contains(where: \.isOutOfScope))
        trainSeconds = (clock.now - begin) / .seconds(1)
        var times: [Double] = []
        predictions = test.map { sentence in
            let begin = clock.now
            let candidates = model.candidates(sentence.text)
            times.append((clock.now - begin) / .microseconds(1))
            let confidence = candidates.first?.confidence ?? 0
            return Prediction(
                text: sentence.text, expected: sentence.isOutOfScope ? nil : sentence.intent,
                intent: confidence >= Understanding.threshold ? candidates.first?.intent : nil, confidence: confidence,
                candidates: candidates.prefix(5).map(\.intent))
        }
        times.sort()
        (p50, p99) = (times.quantile(0.5) ?? 0, times.quantile(0.99) ?? 0)
        let inside = predictions.filter { $0.expected != nil }
        let outside = predictions.filter { $0.expected == nil }
        (trained, tested) = (train.count, inside.count)
        accuracy = inside.share { $0.intent == $0.expected } ?? 0
        accuracyUnrefused = inside.share { $0.candidates.first == $0.expected } ?? 0
        hitAt5 = inside.share { prediction in prediction.candidates.contains { $0 == prediction.expected } } ?? 0
        macroF1 = IntentEvaluation.macroF1(predictions)
        oosRecall = outside.share { $0.intent == nil }
        oosPrecision = outside.isEmpty ? nil : predictions.filter { $0.intent == nil }.share { $0.expected == nil }
        let kept = inside.map(\.confidence).sorted().quantile(0.05) ?? 0
        oosRecallKeeping95 = outside.share { $0.confidence < kept }
    }

    private static func macroF1(_ predictions: [Prediction]) -> Double {
        let intents = Set(predictions.compactMap(\.expected))
        let scores = intents.sorted().map { intent in
            let right = predictions.count { $0.intent == intent && $0.expected == intent }
            let given = predictions.count { $0.intent == intent }
            let meant = predictions.count { $0.expected == intent }
            return 2 * Double(right) / Double(given + meant)
        }
        return scores.isEmpty ? 0 : scores.reduce(0, +) / Double(scores.count)
    }
}

extension Assistant {
    /// Trains a model of intents on sentences in the assistant's language, and judges it on others.
    public func evaluateIntents(train: [JudgedSentence], test: [JudgedSentence]) -> IntentEvaluation {
        IntentEvaluation(train: train, test: test, knowledge: setting.understanding.knowledge)
    }
}

extension Array {
    /// The share of the elements that are so; nil of none.
    fileprivate func share(_ isSo: (Element) -> Bool) -> Double? {
        isEmpty ? nil : Double(count(where: isSo)) / Double(count)
    }
}

extension [Double] {
    /// The value below which a share of sorted values lies; nil of none.
    func quantile(_ share: Double) -> Double? {
        isEmpty ? nil : self[Swift.min(count - 1, Int(Double(count) * share))]
    }
}
