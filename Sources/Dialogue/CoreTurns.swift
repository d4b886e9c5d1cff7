internal import CivilTime
internal import Language
internal import TopicKit
internal import Understanding

/// What the conversation says for itself: courtesy, commands about the last answer, and what it cannot answer.
extension Conversation {
    /// Acts on an intent of the core.
    mutating func coreTurn(
        _ candidate: Meaning.Candidate, _ now: Moment, _ surroundings: Surroundings
    ) async -> Turn {
        if let act = Act(intent: candidate.intent) {
            return await perform(act, confidence: candidate.confidence, now, surroundings)
        }
        let phrase = Phrase(candidate.intent, ownValues)
        if candidate.domain == .town {
            return handOver(nil, now, first: phrase, intent: candidate.intent, confidence: candidate.confidence)
        }
        return remember(
            Turn(
                status: .refused, intent: candidate.intent, confidence: candidate.confidence,
                reply: Reply(.refused, [.statement(phrase)])))
    }

    /// Does what a person asks of the conversation itself.
    mutating func perform(_ act: Act, confidence: Double, _ now: Moment, _ surroundings: Surroundings) async -> Turn {
        var turn =
            switch act {
            case .repeat: again(.plain, act)
            case .simpler: again(.simple, act)
            case .link: again(.links, act)
            case .spell: again(.spelled, act)
            case .details: detailed(act)
            case .more: state.gaveDetails ? said("no-more", act) : detailed(act)
            case .previous: again(.plain, act)
            case .slower, .faster, .louder, .softer: delivered(act)
            case .question: questionUnderstood()
            case .restart: await restartForm(now) ?? restarted()
            case .back: await goBack(now)
            case .cancel: cancel()
            case .erase: erased()
            case .help: help()
            case .stop: await stop(now, surroundings)
            case .thanks: thanked()
            case .quit: leave()
            case .person: handOver(act, now)
            case .english: inOtherLanguage()
            case .skip: await skip(now)
            case .other: otherChoices()
            case .resume: await resume(now)
            case .greeting, .tour: asBefore(said(act.rawValue, act))
            }
        if turn.topic == nil || turn.intent == nil { turn.intent = turn.intent ?? act.intent }
        turn.confidence = min(turn.confidence, confidence)
        return turn
    }

    // MARK: The same reply again

    /// The last reply, otherwise.
    func again(_ manner: Turn.Manner, _ act: Act) -> Turn {
        guard let last = state.last else { return said("nothing-to-repeat", act) }
        let isForm = last.reply.question.map { Offer($0) == nil } ?? false
        var turn = Turn(
            status: isForm ? Turn.Status(last.reply) : .answered, topic: last.topic,
            intent: act.intent, confidence: 1, reply: last.reply)
        turn.manner = manner
        return turn
    }

    private mutating func detailed(_ act: Act) -> Turn {
        defer { state.gaveDetails = state.last != nil }
        return again(.detailed, act)
    }

    /// The last reply, at another pace or loudness; at the end of the range that is said first.
    private mutating func delivered(_ act: Act) -> Turn {
        let hasStepped = state.delivery.step(act)
        var turn = again(act == .slower ? .slow : .plain, act)
        if !hasStepped { turn.reply.parts.insert(.statement(Phrase("core.no-\(act.rawValue)")), at: 0) }
        return turn
    }

    /// What was understood of the question under way.
    private func questionUnderstood() -> Turn {
        guard let thread = state.thread, let (entry, _) = underWay else { return said("no-question", .question) }
        let texts = thread.slots.sorted { $0.key < $1.key }.map(\.value.text).filter { !$0.isEmpty }
        var values: [String: Value] = ["subject": .text(entry.subjects[thread.intent] ?? entry.title)]
        if !texts.isEmpty { values["details"] = .text(texts.joined(separator: ", ")) }
        var turn = said("question", .question, values)
        turn.topic = entry.manifest.id
        return asBefore(turn)
    }

    // MARK: Beginning and ending

    private mutating func restarted() -> Turn {
        let delivery = state.delivery
        state = ConversationState()
        state.delivery = delivery
        return said("restart", .restart)
    }

    private mutating func erased() -> Turn {
        state = ConversationState()
        return said("erase", .erase)
    }

    private mutating func leave() -> Turn {
        state = ConversationState()
        var turn = said("goodbye", .quit)
        turn.isLeaving = true
        return turn
    }

    /// Silences the voice; where there is none to silence, ends: by SMS the messages, elsewhere the conversation.
    private mutating func stop(_ now: Moment, _ surroundings: Surroundings) async -> Turn {
        if surroundings.isSpeaking {
            var turn = asBefore(said("stopped", .stop))
            turn.silencesVoice = true
            return turn
        }
        var turn = leave()
        turn.intent = Act.stop.intent
        if surroundings.channel == .sms {
            turn.reply = said("unsubscribed", .stop).reply
            turn.unsubscribes = true
        }
        return turn
    }

    private mutating func thanked() -> Turn {
        guard state.judged != nil, !state.wasAskedForHelp, state.pending == nil else {
            let isForm = state.pending.map { Offer($0) == nil } ?? false
            return asBefore(said(isForm ? "you-are-welcome" : "thanks", .thanks))
        }
        state.wasAskedForHelp = true
        var turn = said("you-are-welcome", .thanks)
        turn.reply.question = Question(slot: Offer.helped.slot, prompt: Phrase("core.helped"), isYesNo: true)
        state.pending = turn.reply.question
        return turn
    }

    // MARK: Help

    /// What may be said: in a form, to the question that was asked; else in general.
    private func help() -> Turn {
        guard let pending = state.pending, Offer(pending) == nil else { return said("help", .help) }
        var turn = said(pending.canSkip ? "help-form-skip" : "help-form", .help)
        turn.topic = underWay?.entry.manifest.id
        return asBefore(turn)
    }

    /// English; from English, French again.
    private func inOtherLanguage() -> Turn {
        let other = setting.locale == "en" ? "fr" : "en"
        let isKnown = setting.languages.contains(other)
        var turn = said(isKnown ? "english" : "no-english", .english, contactValues)
        if isKnown { turn.language = other }
        return asBefore(turn)
    }

    // MARK: What it says

    /// A sentence of the core.
    func said(_ name: String, _ act: Act, _ values: [String: Value]? = nil) -> Turn {
        let phrase = Phrase("core." + name, values ?? ownValues)
        return Turn(status: .answered, intent: act.intent, confidence: 1, reply: Reply(.answered, [.statement(phrase)]))
    }

    /// A turn that leaves the question that was asked where it was: it is put again at the end.
    private func asBefore(_ turn: Turn) -> Turn {
        guard let pending = state.pending, Offer(pending) == nil else { return turn }
        var turn = turn
        turn.reply.question = pending
        turn.status = Turn.Status(turn.reply)
        return turn
    }
}
