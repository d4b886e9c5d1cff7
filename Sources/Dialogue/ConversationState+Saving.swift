internal import TopicKit

extension ConversationState {
    /// The same state without anything in a person's own words: what may lie on a disk while a server starts again.
    ///
    /// What was understood stays, as values. A slot that holds words as they were written is left out, and with it what
    /// may repeat them: the replies said and the question that waits; the conversation then asks again.
    public var withoutUtterances: ConversationState {
        var state = self
        let forms = [thread?.slots ?? [:]] + suspended.map(\.thread.slots) + Array(alternatives.values)
        let isWordless = (forms + kept.values).allSatisfy { $0.values.allSatisfy { $0.withoutWords != nil } }
        if !isWordless { (state.said, state.pending) = ([], nil) }
        state.thread?.slots = thread?.slots.withoutWords ?? [:]
        for index in suspended.indices {
            state.suspended[index].thread.slots = suspended[index].thread.slots.withoutWords
        }
        state.alternatives = alternatives.mapValues(\.withoutWords)
        state.kept = kept.mapValues(\.withoutWords)
        return state
    }
}

extension [String: FilledSlot] {
    fileprivate var withoutWords: [String: FilledSlot] { compactMapValues(\.withoutWords) }
}

extension FilledSlot {
    /// The slot's values without the person's words for them; nil when the words are the value.
    fileprivate var withoutWords: FilledSlot? {
        for case .text in [value] + others { return nil }
        return FilledSlot(value, text: "", others: others)
    }
}
