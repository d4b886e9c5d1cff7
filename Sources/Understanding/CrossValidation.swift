public import CivilTime
internal import Dispatch
public import Language
internal import Synchronization

/// Judges example sentences by models that have not seen them.
public enum CrossValidation {
    /// How many models are trained.
    private static let folds = 5
    /// How many candidates a verdict keeps.
    private static let candidates = 8

    /// A sentence with what a model that has not seen it makes of it.
    public struct Verdict: Sendable {
        /// The sentence as it is written, with its places.
        public let sentence: String
        /// The sentence, its places filled.
        public let text: String
        /// The intent that it is an example of.
        public let intent: String
        /// The surest intents, the first one first.
        public let candidates: [Meaning.Candidate]
    }

    /// Trains five models, each without a fifth of the examples, and has each judge the sentences that it has not seen.
    ///
    /// - Parameters:
    ///   - definitions: the topics, joined with the words of the language.
    ///   - rules: how the language is read.
    ///   - smallWords: the words that carry no subject.
    ///   - now: a moment for the times that examples mention.
    /// - Returns: a verdict for each example, in an order that is the same each time.
    public static func verdicts(
        definitions: [Definition], rules: any ReadingRules, smallWords: SmallWords, now: Moment
    ) -> [Verdict] {
        let results = Mutex<[Int: [Verdict]]>([:])
        // Each fold is trained apart: two cores take half the time.
        DispatchQueue.concurrentPerform(iterations: folds) { fold in
            let verdicts = judge(fold, definitions, rules, smallWords, now)
            results.withLock { $0[fold] = verdicts }
        }
        let all = results.withLock { $0 }
        return (0..<folds).flatMap { all[$0] ?? [] }
    }

    private static func judge(
        _ fold: Int, _ definitions: [Definition], _ rules: any ReadingRules, _ smallWords: SmallWords, _ now: Moment
    ) -> [Verdict] {
        let seen = definitions.map { definition in definition.keeping { $0 % folds != fold } }
        let unseen = definitions.map { definition in definition.keeping { $0 % folds == fold } }
        let model = Understanding(definitions: seen, rules: rules, smallWords: smallWords, now: now)
        return unseen.flatMap(Examples.expanded).map { example in
            let meaning = model.read(Utterance(example.text), now: now, calendar: DayCalendar())
            return Verdict(
                sentence: example.sentence, text: example.text, intent: example.intent,
                candidates: Array(meaning.candidates.prefix(candidates)))
        }
    }
}

extension Definition {
    /// The same topic with those of its examples whose rank within their intent is chosen.
    fileprivate func keeping(_ isChosen: (Int) -> Bool) -> Definition {
        Definition(
            self, examples: examples.mapValues { sentences in sentences.indices.filter(isChosen).map { sentences[$0] } }
        )
    }
}
