internal import CivilTime
internal import Language
internal import TopicKit
internal import Understanding

/// A question that the conversation puts on its own account; who answers something else has declined it.
enum Offer: Sendable, Hashable {
    /// To take up a form that was interrupted.
    case resume
    /// To have the town hall call back.
    case callback
    /// To say whether an answer helped.
    case helped
    /// To say which topic it is about, after a misunderstanding.
    case topic
    /// To say which of two or three intents was meant.
    case intent

    /// What the question of a pending slot offers, or nil for a question of a topic.
    init?(_ question: Question) {
        switch question.slot {
        case "core.resume": self = .resume
        case "core.callback": self = .callback
        case "core.helped": self = .helped
        case "core.topic": self = .topic
        case "intent": self = .intent
        default: return nil
        }
    }

    /// The slot by which it is known.
    var slot: String {
        switch self {
        case .resume: "core.resume"
        case .callback: "core.callback"
        case .helped: "core.helped"
        case .topic: "core.topic"
        case .intent: "intent"
        }
    }
}

extension Conversation {
    /// Takes the answer to an offer; nil, the offer withdrawn, when the utterance is something else.
    mutating func answerToOffer(
        _ offer: Offer, _ question: Question, _ utterance: Utterance, _ meaning: Meaning, _ now: Moment
    ) async -> Turn? {
        if question.isYesNo {
            let answer = meaning.mentions.first { $0.topic == "core" && $0.slot == "answer" }
            if let answer, meaning.contentWords == 0 || meaning.candidates.first?.domain == nil {
                return await settle(offer, answer.entry, now)
            }
        } else if let id = setting.understanding.choice(in: utterance, among: options(of: question)),
            meaning.contentWords <= Conversation.wordsOfChoice
                || setting.understanding.isOnlyName(utterance, of: options(of: question))
        {
            return await settle(offer, id, now)
        }
        (state.pending, state.alternatives) = (nil, [:])
        return nil
    }

    /// How many words of substance the choice of a topic may have; more is a question.
    private static let wordsOfChoice = 1

    /// Does what an offer was answered with: `yes`, `no`, or the id of a choice.
    mutating func settle(_ offer: Offer, _ answer: String, _ now: Moment) async -> Turn {
        state.pending = nil
        let alternatives = state.alternatives
        state.alternatives = [:]
        switch offer {
        case .resume:
            if answer == "yes" { return await resume(now) }
            state.suspended.removeAll()
            return remember(said("resume-no", .resume))
        case .callback:
            guard answer == "yes", let entry = setting.registry.entry(CallbackTopic.id),
                let intent = entry.manifest.intents.first
            else { return remember(said("callback-no", .person)) }
            return await begin(entry, intent, said: [:], confidence: 1, now)
        case .helped:
            if let judged = state.judged {
                await setting.outcomes?.count(
                    helped: answer == "yes",
                    by: Outcome(day: now.day, topic: judged.topic, intent: judged.intent, status: judged.status))
            }
            state.judged = nil
            return answer == "yes"
                ? remember(said("helped-yes", .thanks)) : handOver(.person, now, first: Phrase("core.helped-no"))
        case .topic:
            guard let entry = setting.registry.entry(answer) else { return remember(said("other", .other)) }
            return remember(
                said(
                    "topic-chosen", .other, ["topic": .text(entry.title), "example": .text(entry.sample(state.rounds))])
            )
        case .intent:
            guard let entry = setting.registry.entry(of: answer), let intent = entry.manifest.intent(answer) else {
                return remember(said("other", .other))
            }
            return await begin(entry, intent, said: alternatives[answer] ?? [:], confidence: 1, now)
        }
    }

    // MARK: Interrupted forms

    /// Leaves a form that waits for an answer, to be taken up later.
    mutating func suspend(for intent: Intent) {
        guard let pending = state.pending, let thread = state.thread, Offer(pending) == nil, thread.intent != intent.id
        else { return }
        state.suspended.removeAll { $0.thread.intent == thread.intent }
        state.suspended.append(ConversationState.Suspended(thread: thread, pending: pending))
        state.suspended = state.suspended.suffix(ConversationState.mostSuspended)
        state.pending = nil
    }

    /// Adds to an answer the offer to go on with what it interrupted.
    mutating func offeringToResume(_ turn: Turn) -> Turn {
        guard turn.reply.question == nil, let place = state.suspended.indices.last, !state.suspended[place].wasOffered,
            case let waiting = state.suspended[place], let entry = setting.registry.entry(of: waiting.thread.intent)
        else { return turn }
        var turn = turn
        let question = Question(
            slot: Offer.resume.slot,
            prompt: Phrase("core.resume-offer", ["subject": .text(subject(of: waiting.thread, entry))]), isYesNo: true)
        turn.reply.question = question
        state.pending = question
        state.suspended[place].wasOffered = true
        if let last = state.said.indices.last { state.said[last].reply = turn.reply }
        return turn
    }

    /// Takes up the form that was left last, where it was left.
    mutating func resume(_ now: Moment) async -> Turn {
        guard let waiting = state.suspended.popLast(), let entry = setting.registry.entry(of: waiting.thread.intent),
            let intent = entry.manifest.intent(waiting.thread.intent)
        else { return said("nothing-to-resume", .resume) }
        state.thread = waiting.thread
        return await ask(entry, intent, said: [], confidence: 1, now)
    }

    /// What a question is about, in a few words: what was named first, or else what the intent asks about.
    func subject(of thread: ConversationState.Thread, _ entry: Registry.Entry) -> String {
        let intent = entry.manifest.intent(thread.intent)
        let named = (intent?.slots ?? []).lazy.compactMap { name -> String? in
            guard case .entity(let id)? = thread.slots[name]?.value else { return nil }
            return entry.definition.names[name]?.first { $0.entry == id && !$0.isDetail }?.text
        }.first
        return named ?? entry.subjects[thread.intent] ?? entry.title
    }

    // MARK: Which of several is meant

    /// Asks which of a few close intents is meant; nil when none is near.
    mutating func clarification(_ meaning: Meaning) -> Turn? {
        let near = meaning.candidates.filter { $0.confidence >= Conversation.near }.prefix(Question.spokenChoices)
        // "C'est quoi ?" says nothing that a choice could build upon.
        guard meaning.contentWords > 0, let first = near.first, first.confidence >= Conversation.nearest,
            near.count > 1,
            near.allSatisfy({ setting.registry.entry(of: $0.intent)?.subjects[$0.intent] != nil })
        else { return nil }
        var choices: [Question.Choice] = []
        for candidate in near {
            guard let entry = setting.registry.entry(of: candidate.intent),
                let intent = entry.manifest.intent(candidate.intent), let subject = entry.subjects[intent.id]
            else { continue }
            state.alternatives[intent.id] = meaning.slots(for: intent, of: entry.manifest)
            choices.append(
                Question.Choice(id: intent.id, label: .text([setting.locale: subject]), names: [entry.title]))
        }
        let question = Question(slot: Offer.intent.slot, prompt: Phrase("core.which"), choices: choices)
        state.pending = question
        state.say(.asking(question), nil)
        return Turn(status: .asked, confidence: first.confidence, reply: .asking(question))
    }

    /// How sure the first and the others must be for a choice between them; below, nothing was understood.
    private static let (nearest, near) = (0.35, 0.2)
}
