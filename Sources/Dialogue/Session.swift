public import CivilTime
public import Language

/// A conversation that several callers may reach: one turn after the other.
public actor Session {
    private var conversation: Conversation
    private var last: Task<Turn, Never>?

    /// Begins a session.
    public init(_ conversation: Conversation) { self.conversation = conversation }

    /// What the conversation remembers now.
    public var state: ConversationState { conversation.state }

    /// Answers one utterance, after those that came before it.
    public func take(_ utterance: Utterance, at now: Moment) async -> Turn {
        // An actor lets a second call in while the first waits for a topic; the chain of tasks keeps turns whole.
        let previous = last
        let turn = Task {
            _ = await previous?.value
            return await step(utterance, at: now)
        }
        last = turn
        return await turn.value
    }

    private func step(_ utterance: Utterance, at now: Moment) async -> Turn {
        var current = conversation
        let turn = await current.take(utterance, at: now)
        conversation = current
        return turn
    }
}
