internal import TopicKit

/// Which topics the names in an utterance speak for: "ma carte d'identité" is no matter of the canteen, whatever the verb.
struct Subjects: Sendable {
    /// How much a name of a topic brings its intents nearer, and takes the others away; chosen by cross-validation on the
    /// example sentences.
    private static let weight: Float = 0.3

    private let topics: Set<String>

    init(_ mentions: [Mention]) {
        let telling = mentions.filter { !$0.isDetail && $0.topic != "core" && $0.score >= 0.8 }
        // "Le marché de Noël" is an event; that a market is a place, too, says nothing then.
        topics = Set(telling.filter { mention in !telling.contains { $0.holds(mention) } }.map(\.topic))
    }

    /// What the names add to the margin of an intent.
    func bearing(on intent: String) -> Float {
        guard !topics.isEmpty else { return 0 }
        return topics.contains(Intent.topic(of: intent)) ? Subjects.weight : -Subjects.weight
    }
}

extension Mention {
    /// Whether another name is only a part of this one, which is as close.
    fileprivate func holds(_ other: Mention) -> Bool {
        tokens.count > other.tokens.count && tokens.clamped(to: other.tokens) == other.tokens && score >= other.score
    }
}
