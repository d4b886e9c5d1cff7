public import CivilTime
public import Language

/// Judges example sentences by models that have not seen them.
public enum CrossValidation {
    /// A sentence with what a model that has not seen it makes of it.
    public struct Verdict: Sendable {
        /// The sentence, its places filled.
        public let text: String
        /// The intent that it is an example of.
        public let intent: String
        /// The surest intents, the first one first.
        public let candidates: [Meaning.Candidate]
    }

    /// Trains five models, each without a fifth of the examples, and has each judge the sentences that it has not seen.
    ///
    /// - Returns: a verdict for each example, in an order that is the same each time.
    public static func verdicts(
        definitions: [Definition], rules: any ReadingRules, smallWords: SmallWords, now: Moment
    ) -> [Verdict] {
        let folds = 5
        return (0..<folds).flatMap { fold in
            var seen: [Definition] = []
            var unseen: [Definition] = []
            for definition in definitions {
                seen.append(definition.keeping { $0 % folds != fold })
                unseen.append(definition.keeping { $0 % folds == fold })
            }
            let model = Understanding(definitions: seen, rules: rules, smallWords: smallWords, now: now)
            return unseen.flatMap(Examples.expanded).map { example in
                let meaning = model.read(Utterance(example.text), now: now, calendar: DayCalendar())
                return Verdict(
                    text: example.text, intent: example.intent, candidates: Array(meaning.candidates.prefix(3)))
            }
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
