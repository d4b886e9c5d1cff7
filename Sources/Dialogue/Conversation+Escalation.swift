internal import CivilTime
internal import Language
internal import TopicKit
internal import Understanding

/// What is said when nothing was understood, and when nothing was said: each time another step, at the end a person.
extension Conversation {
    /// How often in a row words may come to the same reply before a person is named.
    private static let mostStanding = 4

    /// Nothing was understood: an example, then three choices, then every choice by key or in writing, then a person.
    mutating func miss(_ now: Moment) -> Turn {
        state.misses += 1
        if state.misses >= 4 { return escalated(now) }
        let values = ownValues.merging(["example": .text(example(state.rounds + state.misses))]) { $1 }
        var reply = Reply(.answered, [.statement(Phrase("core.no-match-\(state.misses)", values))])
        if state.misses > 1 {
            reply.question = topicQuestion(all: state.misses == 3)
            state.pending = reply.question
        }
        state.say(reply, nil)
        return Turn(status: .unclear, confidence: 0, reply: reply)
    }

    /// A person, after misunderstandings; those that follow begin anew, in other words.
    mutating func escalated(_ now: Moment) -> Turn {
        state.misses = 0
        state.rounds += 1
        return handOver(nil, now, first: Phrase("core.escalated"))
    }

    /// A person, where words that were understood have come to the same reply and its question again and again: misheard, or no help.
    mutating func unstuck(_ turn: Turn, _ now: Moment) -> Turn {
        guard turn.reply.question != nil, [.asked, .confirm].contains(turn.status), turn.confidence > 0 else {
            state.standing = nil
            return turn
        }
        var standing = ConversationState.Standing(reply: turn.reply, intent: turn.intent, delivery: state.delivery)
        if let last = state.standing, last.isLike(standing) { standing.times = last.times + 1 }
        guard standing.times < Self.mostStanding else {
            state.standing = nil
            return escalated(now)
        }
        state.standing = standing
        return turn
    }

    /// Nothing was said: a shorter question, then keys and screen, then a person, while what was asked still stands.
    mutating func silence(_ now: Moment) async -> Turn {
        state.silences += 1
        switch state.silences {
        case 1:
            let question = state.pending.map(\.short)
            return Turn(
                status: question == nil ? .unclear : .asked, topic: question == nil ? nil : underWay?.entry.manifest.id,
                confidence: 0, reply: Reply(.answered, [.statement(Phrase("core.no-input-1"))], question: question))
        case 2:
            let question = state.pending ?? topicQuestion(all: true)
            state.pending = question
            return Turn(
                status: .asked, confidence: 0,
                reply: Reply(.answered, [.statement(Phrase("core.no-input-2"))], question: question))
        default:
            state.silences = 0
            return handOver(nil, now, first: Phrase("core.no-input-3"))
        }
    }

    /// Which topic it is about: three and "autre chose", or all of them.
    private func topicQuestion(all: Bool) -> Question {
        let entries = setting.registry.subjects
        let first = all ? 0 : (state.rounds * Question.spokenChoices) % max(entries.count, 1)
        let shown = all ? entries : Array((entries[first...] + entries[..<first]).prefix(Question.spokenChoices))
        var choices = shown.map {
            Question.Choice(id: $0.manifest.id, label: .text([setting.locale: $0.title]), names: [])
        }
        choices.append(Question.Choice(id: "other", label: Phrase("core.something-else"), names: []))
        return Question(slot: Offer.topic.slot, prompt: Phrase("core.which-topic"), choices: choices)
    }

    /// A sentence that would be understood, another one each time.
    private func example(_ turn: Int) -> String {
        let entries = setting.registry.subjects
        guard !entries.isEmpty else { return "" }
        return entries[abs(turn) % entries.count].sample(state.rounds)
    }

    /// Words that hurt are answered with dignity; nil when there are none.
    mutating func insult(_ meaning: Meaning) -> Turn? {
        guard meaning.mentions.contains(where: { $0.topic == "core" && $0.slot == "insult" }) else { return nil }
        state.rounds += 1
        return Turn(
            status: .answered, intent: "core.insult", confidence: 1,
            reply: Reply(
                .answered, [.statement(Phrase("core.insult-\(1 + state.rounds % 2)", contactValues))],
                question: state.pending))
    }

    /// The emergency numbers, before anything else; what was going on is left as it was.
    func urgent(_ meaning: Meaning) -> Turn? {
        let named = meaning.mentions.filter { $0.topic == "core" && $0.slot == "urgent" }
        guard let telling = named.max(by: { $0.tokens.count < $1.tokens.count }) else { return nil }
        var turn = Turn(
            status: .answered, confidence: 1,
            reply: Reply(.answered, [.statement(Phrase("core.urgent-" + telling.entry))]))
        turn.isUrgent = true
        return turn
    }
}

extension Question {
    /// The question alone, for who is in a hurry or did not hear.
    fileprivate var short: Question {
        var question = self
        (question.reason, question.example) = (nil, nil)
        return question
    }
}
