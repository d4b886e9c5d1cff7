public import CivilTime
internal import Language
internal import TopicKit

extension Definition {
    /// How like a topic's example one must be to be left to it: as for the gate, see ``OverlapJudge``.
    private static let alike = 0.5

    /// The same definition without the examples that say what those of some topics say.
    ///
    /// - Parameters:
    ///   - topics: every topic; their names tell what is alike.
    ///   - isClaiming: whether examples are left to the topic of an id.
    ///   - isGiving: whether the examples of an intent may be left to others.
    ///   - knowledge: what is known of the language.
    ///   - now: a moment for the times that examples mention.
    /// - Returns: this definition, with fewer examples where some are left to others.
    public func leaving(
        to topics: [Definition], where isClaiming: (String) -> Bool, intents isGiving: (String) -> Bool,
        knowledge: Knowledge, now: Moment
    ) -> Definition {
        let claiming = topics.filter { isClaiming($0.manifest.id) }
        guard !claiming.isEmpty else { return self }
        let reader = ExampleReading.Reader(
            knowledge: knowledge, now: now,
            gazetteer: Gazetteer(
                definitions: topics + [self], rules: knowledge.rules, smallWords: knowledge.smallWords))
        let claims = claiming.map { topic in
            (
                id: topic.manifest.id,
                sketches: topic.examples.values.joined().map {
                    ExampleReading($0, of: topic, with: reader).sketch(for: topic.manifest.id)
                }
            )
        }
        let likeness = Likeness(claims.flatMap(\.sketches))
        func isClaimed(_ sentence: String) -> Bool {
            let reading = ExampleReading(sentence, of: self, with: reader)
            return claims.contains { id, sketches in
                let own = reading.sketch(for: id)
                return !own.isEmpty && sketches.contains { likeness.between(own, example: $0) >= Definition.alike }
            }
        }
        var kept = examples
        for (intent, sentences) in examples where isGiving(intent) {
            kept[intent] = sentences.filter { !isClaimed($0) }
        }
        return Definition(self, examples: kept)
    }

    /// The same definition with only those examples that were judged.
    public func reduced(to judged: CrossValidation) -> Definition {
        var known: [String: Set<String>] = [:]
        for verdict in judged.verdicts {
            if let intent = verdict.intent { known[intent, default: []].insert(verdict.sentence) }
        }
        return Definition(
            self,
            examples: Dictionary(
                uniqueKeysWithValues: examples.map { intent, sentences in
                    (intent, sentences.filter { known[intent]?.contains($0) ?? false })
                }))
    }
}
