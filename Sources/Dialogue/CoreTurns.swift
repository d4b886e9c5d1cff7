internal import CivilTime
internal import Language
internal import TopicKit
internal import Understanding

/// What the conversation says for itself: courtesy, commands about the last answer, and what it cannot answer.
extension Conversation {
    /// Acts on an intent of the core.
    mutating func coreTurn(_ candidate: Meaning.Candidate, _ now: Moment) -> Turn {
        let name = String(candidate.intent.dropFirst("core.".count))
        switch name {
        case "repeat": return again(.plain, candidate)
        case "simpler": return again(.simple, candidate)
        case "details": return again(.detailed, candidate)
        case "link": return again(.links, candidate)
        case "person": return remember(handOver(candidate, now))
        case "quit":
            var turn = said("goodbye", candidate)
            turn.isLeaving = true
            return turn
        case "restart":
            state = ConversationState()
            return said(name, candidate)
        case "outside": return remember(said(name, candidate, status: .refused))
        default:
            if name.hasPrefix("elsewhere-") { return remember(said(name, candidate, status: .refused)) }
            if name.hasPrefix("desk-") { return remember(handOver(candidate, now, first: Phrase("core." + name))) }
            return said(name, candidate)
        }
    }

    /// The emergency numbers, before anything else; what was going on is left as it was.
    func urgentTurn(_ kind: String) -> Turn {
        var turn = Turn(
            status: .answered, confidence: 1, reply: Reply(.answered, [.statement(Phrase("core.urgent-" + kind))]))
        turn.isUrgent = true
        return turn
    }

    /// What is said when nothing was understood: an example, then the topics, then a person; never the same twice running.
    mutating func miss(_ now: Moment) -> Turn {
        state.misses += 1
        if state.misses >= 4 { return handOver(nil, now) }
        let phrase = Phrase("core.no-match-\(state.misses)", ownValues)
        return Turn(status: .unclear, confidence: 0, reply: Reply(.answered, [.statement(phrase)]))
    }

    /// Keeps an answer for "répète", and ends a run of turns that were not understood.
    mutating func remember(_ turn: Turn) -> Turn {
        state.misses = 0
        state.lastReply = turn.reply
        state.lastTopic = turn.topic
        return turn
    }

    /// The values that name the town hall's desk.
    var contactValues: [String: Value] {
        let contact = setting.desk.contact
        var values: [String: Value] = ["desk": .noun(Noun(contact.name)), "town": .noun(Noun(setting.profile.name))]
        if let phone = contact.phone { values["phone"] = .phone(phone) }
        return values
    }

    /// The values that the core's own phrases may use: the desk, and what the topics are called.
    private var ownValues: [String: Value] {
        let titles = setting.registry.entries.map { Value.text($0.title) }
        return contactValues.merging(["topics": .list(titles)]) { $1 }
    }

    private func again(_ manner: Turn.Manner, _ candidate: Meaning.Candidate) -> Turn {
        guard let reply = state.lastReply else { return said("nothing-to-repeat", candidate) }
        var turn = Turn(
            status: reply.question == nil ? .answered : .asked, topic: state.lastTopic, intent: candidate.intent,
            confidence: candidate.confidence, reply: reply)
        turn.manner = manner
        return turn
    }

    private func said(_ name: String, _ candidate: Meaning.Candidate, status: Turn.Status = .answered) -> Turn {
        let phrase = Phrase("core." + name, ownValues)
        return Turn(
            status: status, intent: candidate.intent, confidence: candidate.confidence,
            reply: Reply(status == .refused ? .refused : .answered, [.statement(phrase)]))
    }

    /// Who can help, how, and when.
    private func handOver(_ candidate: Meaning.Candidate?, _ now: Moment, first: Phrase? = nil) -> Turn {
        var values = contactValues
        let opening: String
        if let until = setting.desk.openUntil(at: now) {
            values["until"] = .clock(until.day == now.day ? until.minuteOfDay : 1440)
            opening = "core.person-now"
        } else if let next = setting.desk.nextOpening(after: now) {
            values["next"] = .moment(next)
            opening = "core.person-later"
        } else {
            opening = "core.person"
        }
        return Turn(
            status: .handover, intent: candidate?.intent, confidence: candidate?.confidence ?? 0,
            reply: Reply(
                .handover,
                [first, Phrase(opening, values)].compactMap { $0.map(Reply.Part.statement) } + [
                    .contact(setting.desk.contact)
                ]))
    }
}
