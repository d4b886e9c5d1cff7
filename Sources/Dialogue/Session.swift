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

    /// What it waits for now, for a recogniser.
    public var expectation: Expectation { conversation.expectation }

    /// Answers one utterance, after those that came before it.
    public func take(_ utterance: Utterance, at now: Moment) async -> Turn {
        await take(.utterance(utterance), at: now)
    }

    /// Answers words, a key or silence, after what came before.
    public func take(_ input: Input, at now: Moment, in surroundings: Surroundings = Surroundings()) async -> Turn {
        // An actor lets a second call in while the first waits for a topic; the chain of tasks keeps turns whole.
        let previous = last
        let turn = Task {
            _ = await previous?.value
            return await step(input, at: now, in: surroundings)
        }
        last = turn
        return await turn.value
    }

    private func step(_ input: Input, at now: Moment, in surroundings: Surroundings) async -> Turn {
        var current = conversation
        let turn = await current.take(input, at: now, in: surroundings)
        conversation = current
        return turn
    }
}
