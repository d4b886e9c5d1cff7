public import TopicKit

/// What the conversation answers to one utterance.
public struct Turn: Sendable {
    /// How the turn ended.
    public typealias Status = TurnStatus

    /// How the reply is to be said.
    public enum Manner: Sendable, Hashable {
        /// As it is.
        case plain
        /// In the simplest words.
        case simple
        /// With the details.
        case detailed
        /// Only its web addresses.
        case links
    }

    /// How the turn ended.
    public var status: Status
    /// The topic that answered, or nil.
    public var topic: String?
    /// The intent that was understood, or nil.
    public var intent: String?
    /// How sure that is, from 0 to 1.
    public var confidence: Double
    /// What the question said or had said before.
    public var slots: [String: FilledSlot] = [:]
    /// What to say.
    public var reply: Reply
    /// How to say it.
    public var manner: Manner = .plain
    /// Whether the words called for emergency numbers.
    public var isUrgent = false
    /// Whether the person takes leave.
    public var isLeaving = false
}
