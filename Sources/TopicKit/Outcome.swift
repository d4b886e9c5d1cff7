public import CivilTime

/// How a turn ended, as every channel and program reads it.
public enum TurnStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// A valid record answered, or the conversation spoke of itself.
    case answered
    /// One thing is needed first.
    case asked
    /// A yes or a no before something is filed.
    case confirm
    /// Something was filed.
    case done
    /// Understood, but the town has no valid record.
    case unknown
    /// Not understood.
    case unclear
    /// Another administration's matter, or nobody's.
    case refused
    /// A person takes over.
    case handover
}

/// How one turn went, for a town's statistics: ids of its own topics and a day, nothing that anybody said.
public struct Outcome: Sendable, Hashable {
    /// The day of the turn.
    public let day: Day
    /// The id of the topic that answered, or nil.
    public let topic: String?
    /// The id of the intent that was understood, or nil.
    public let intent: String?
    /// How the turn ended.
    public let status: TurnStatus

    /// Makes an outcome.
    public init(day: Day, topic: String?, intent: String?, status: TurnStatus) {
        (self.day, self.topic, self.intent, self.status) = (day, topic, intent, status)
    }
}

/// Counts how turns go; a town implements it.
public protocol OutcomeCounting: Sendable {
    /// Counts one turn.
    func count(_ outcome: Outcome) async

    /// Counts an answer to "Est-ce que cela vous aide ?".
    ///
    /// - Parameters:
    ///   - helped: yes or no.
    ///   - outcome: the answer that the person judges.
    func count(helped: Bool, by outcome: Outcome) async
}
