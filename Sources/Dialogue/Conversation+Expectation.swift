public import Language
internal import TopicKit
internal import Understanding

extension Conversation {
    /// What the conversation waits for now: an answer to what it asked, or else any question.
    public var expectation: Expectation {
        guard let question = state.pending else { return Expectation(.question) }
        if question.isYesNo { return Expectation(.yesNo) }
        if question.takesAnyWords { return Expectation(.words) }
        let options = options(of: question)
        let choices = options.flatMap(\.names)
        guard let (entry, _) = underWay, let slot = entry.manifest.slot(question.slot) else {
            return choices.isEmpty
                ? Expectation(.question) : Expectation(.choice, phrases: choices, choices: options.count)
        }
        let names = (entry.definition.names[slot.name] ?? []).map(\.text)
        if !choices.isEmpty {
            // What the topic offers, in all the words that the language has for it.
            let offered = Set(question.choices.map(\.id))
            let known = (entry.definition.names[slot.name] ?? []).filter { offered.contains($0.entry) }.map(\.text)
            return Expectation(.choice, phrases: choices + known, choices: options.count)
        }
        switch slot.kind {
        case .time: return Expectation(.time)
        case .number: return Expectation(.number)
        case .yesNo: return Expectation(.yesNo)
        case .entity: return Expectation(.name, phrases: names)
        case .pattern: return Expectation(.words)
        case .money, .duration, .age, .phone, .email, .postcode, .address:
            return Expectation(.amount, amount: slot.kind.amount)
        }
    }
}
