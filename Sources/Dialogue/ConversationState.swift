public import TopicKit

/// What a conversation remembers; no utterance is kept.
public struct ConversationState: Sendable, Codable {
    /// The question that was last answered or asked about.
    public struct Thread: Sendable, Codable {
        /// The intent.
        public var intent: String
        /// Its slots.
        public var slots: [String: FilledSlot]
    }

    /// The question under way, for "et vendredi ?".
    public var thread: Thread?
    /// What was asked and not answered yet.
    public var pending: Question?
    /// Slots that stay meant, by topic.
    public var kept: [String: [String: FilledSlot]] = [:]
    /// What topics asked to remember, by topic.
    public var memory: [String: [String: String]] = [:]
    /// The last answer, for "répète".
    public var lastReply: Reply?
    /// The topic of the last answer.
    public var lastTopic: String?
    /// How many turns in a row were not understood.
    public var misses = 0

    /// A conversation that has not begun.
    public init() {}
}
