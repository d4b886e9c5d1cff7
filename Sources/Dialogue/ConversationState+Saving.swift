internal import TopicKit

extension ConversationState {
    /// The same state without anything in a person's own words: what may lie on a disk while a server starts again.
    ///
    /// What was understood stays, as values. A slot that holds words as they were written is left out, and with it what
    /// may repeat them: the last reply and the question that waits; the conversation then asks again.
    public var withoutUtterances: ConversationState {
        var state = self
        let isWordless = ([thread?.slots ?? [:]] + kept.values).allSatisfy { slots in
            slots.values.allSatisfy { $0.withoutWords != nil }
        }
        if !isWordless { (state.lastReply, state.pending) = (nil, nil) }
        state.thread?.slots = thread?.slots.compactMapValues(\.withoutWords) ?? [:]
        state.kept = kept.mapValues { $0.compactMapValues(\.withoutWords) }
        return state
    }
}

extension FilledSlot {
    /// The slot's values without the person's words for them; nil when the words are the value.
    fileprivate var withoutWords: FilledSlot? {
        for case .text in [value] + others { return nil }
        return FilledSlot(value, text: "", others: others)
    }
}
