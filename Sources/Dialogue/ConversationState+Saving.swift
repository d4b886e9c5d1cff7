internal import TopicKit

extension ConversationState {
    /// The same state without anything in a person's own words: what may lie on a disk while a server starts again.
    ///
    /// What was understood stays, as values. A slot that holds words as they were written is left out, and with it all that
    /// may repeat them: replies, questions, what topics remember. The conversation then asks again.
    public var withoutUtterances: ConversationState {
        var state = self
        let threads = ([thread] + suspended.map(\.thread)).compactMap { $0 }
        let slots = threads.map(\.slots) + kept.values + alternatives.values
        if slots.contains(where: \.holdsWords) {
            (state.pending, state.standing, state.said, state.referents, state.judged) = (nil, nil, [], [], nil)
            state.memory = [:]
        }
        state.thread = thread?.withoutWords
        state.suspended = suspended.filter { !$0.thread.slots.holdsWords }.map {
            Suspended(thread: $0.thread.withoutWords, pending: $0.pending)
        }
        state.alternatives = alternatives.mapValues(\.withoutWords)
        state.kept = kept.mapValues(\.withoutWords)
        return state
    }
}

extension ConversationState.Thread {
    fileprivate var withoutWords: ConversationState.Thread {
        var thread = self
        thread.slots = slots.withoutWords
        if slots.holdsWords { (thread.answered, thread.memoryBefore) = ([], nil) }
        return thread
    }
}

extension [String: FilledSlot] {
    fileprivate var holdsWords: Bool { values.contains { $0.withoutWords == nil } }
    fileprivate var withoutWords: [String: FilledSlot] { compactMapValues(\.withoutWords) }
}

extension FilledSlot {
    /// The slot's values without the person's words for them; nil when the words are the value.
    fileprivate var withoutWords: FilledSlot? {
        for case .text in [value] + others { return nil }
        return FilledSlot(value, text: "", others: others)
    }
}
