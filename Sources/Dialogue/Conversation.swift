public import CivilTime
public import Language
internal import TopicKit
internal import Understanding

/// One conversation: takes utterances in turn, asks for what is missing, keeps the context, and admits what it does not know.
public struct Conversation: Sendable {
    /// How sure an intent must be to break off a question that waits for an answer.
    static let interrupting = 0.75
    /// How sure an intent must be when its topic is already known: under way, or named in the question.
    static let leaningEnough = 0.3

    /// What it remembers.
    public internal(set) var state: ConversationState
    let setting: Setting

    /// Begins a conversation, or takes one up.
    public init(setting: Setting, state: ConversationState = ConversationState()) {
        (self.setting, self.state) = (setting, state)
    }

    /// Answers one utterance.
    ///
    /// - Parameters:
    ///   - utterance: what the person said.
    ///   - now: when, by the town's clocks.
    /// - Returns: what to say, and how the turn ended.
    public mutating func take(_ utterance: Utterance, at now: Moment) async -> Turn {
        await take(.utterance(utterance), at: now)
    }

    /// Answers words, a key, a button or silence.
    ///
    /// - Parameters:
    ///   - input: what came.
    ///   - now: when, by the town's clocks.
    ///   - surroundings: through what the person talks.
    /// - Returns: what to say, and how the turn ended.
    public mutating func take(
        _ input: Input, at now: Moment, in surroundings: Surroundings = Surroundings()
    ) async -> Turn {
        if state.isExpired(at: now) { state = ConversationState() }
        state.lastTurn = now
        if input != .silence { state.silences = 0 }
        var turn =
            switch input {
            case .silence: await silence(now)
            case .act(let act): await perform(act, confidence: 1, now, surroundings)
            case .choice(let id): await choose(id, now)
            case .intent(let id): await pick(id, now)
            case .utterance(let utterance): unstuck(await hear(utterance, now, surroundings), now)
            }
        turn.delivery = state.delivery
        await count(turn, now)
        return turn
    }

    /// Answers words: what cannot wait, then what was asked, then what leans on the last answer, then a new question.
    private mutating func hear(_ utterance: Utterance, _ now: Moment, _ surroundings: Surroundings) async -> Turn {
        let utterance = settled(utterance, now)
        let meaning = meaning(of: utterance, now)
        if let turn = urgent(meaning) { return turn }
        if let act = setting.acts.act(meaning.tokens.map(\.sound)), !isChoice(utterance) {
            return await perform(act, confidence: 1, now, surroundings)
        }
        if let turn = await answerToPending(utterance, meaning, now) { return turn }
        if let turn = await correction(utterance, meaning, now) { return turn }
        if let turn = await reference(meaning, now) { return turn }
        if let turn = await followUp(meaning, now) { return turn }
        if let turn = await severalQuestions(utterance, meaning, now, surroundings) { return turn }
        return await answer(meaning, now, surroundings)
    }

    /// Answers one question on its own.
    mutating func answer(_ meaning: Meaning, _ now: Moment, _ surroundings: Surroundings) async -> Turn {
        if let candidate = leaning(meaning) ?? surest(meaning) {
            if candidate.domain == nil, let turn = insult(meaning) { return turn }
            return await handle(candidate, meaning, now, surroundings)
        }
        return insult(meaning) ?? clarification(meaning) ?? miss(now)
    }

    private func surest(_ meaning: Meaning) -> Meaning.Candidate? {
        guard let first = meaning.candidates.first else { return nil }
        let topic = setting.registry.entry(of: first.intent)?.manifest.id
        let isNamed = meaning.mentions.contains { !$0.isDetail && $0.topic == topic }
        return first.confidence >= (isNamed ? Conversation.leaningEnough : Understanding.threshold) ? first : nil
    }

    /// The intent of the topic under way that a question without a subject of its own may mean: "ça coûte combien ?".
    private func leaning(_ meaning: Meaning) -> Meaning.Candidate? {
        guard let thread = state.thread, let entry = setting.registry.entry(of: thread.intent),
            let first = meaning.candidates.first, setting.registry.entry(of: first.intent) != nil,
            meaning.mentions.allSatisfy({ $0.isDetail || $0.topic == "core" })
        else { return nil }
        return meaning.candidates.first {
            $0.confidence >= Conversation.leaningEnough && entry.manifest.intent($0.intent) != nil
        }
    }

    /// Answers a question that was chosen by its intent.
    private mutating func pick(_ id: String, _ now: Moment) async -> Turn {
        guard let entry = setting.registry.entry(of: id), let intent = entry.manifest.intent(id) else {
            return miss(now)
        }
        return await begin(entry, intent, said: [:], confidence: 1, now)
    }

    /// Acts on an intent that was understood.
    private mutating func handle(
        _ candidate: Meaning.Candidate, _ meaning: Meaning, _ now: Moment, _ surroundings: Surroundings
    ) async -> Turn {
        guard let entry = setting.registry.entry(of: candidate.intent),
            let intent = entry.manifest.intent(candidate.intent)
        else { return await coreTurn(candidate, now, surroundings) }
        let said = meaning.slots(for: intent, of: entry.manifest)
        return await begin(entry, intent, said: said, confidence: candidate.confidence, now)
    }

    /// Puts a new question to a topic; a form that waits for an answer is left for later.
    mutating func begin(
        _ entry: Registry.Entry, _ intent: Intent, said: [String: FilledSlot], confidence: Double, _ now: Moment
    ) async -> Turn {
        suspend(for: intent)
        let id = entry.manifest.id
        var slots = (state.kept[id] ?? [:]).merging(pointedAt(intent, unless: said)) { _, new in new }
        slots.merge(said) { _, new in new }
        var thread = ConversationState.Thread(intent: intent.id, slots: slots)
        thread.memoryBefore = state.memory[id]
        state.thread = thread
        return offeringToResume(await ask(entry, intent, said: Set(said.keys), confidence: confidence, now))
    }

    /// Puts the thread to its topic, or asks the person for a slot that it cannot do without.
    mutating func ask(
        _ entry: Registry.Entry, _ intent: Intent, said: Set<String>, confidence: Double, _ now: Moment
    ) async -> Turn {
        let id = entry.manifest.id
        let thread = state.thread ?? ConversationState.Thread(intent: intent.id, slots: [:])
        let slots = entry.manifest.meant(thread.slots)
        keep(slots, of: entry.manifest)
        var reply: Reply
        if let missing = intent.required.first(where: { slots[$0] == nil }), let prompt = entry.prompts[missing] {
            reply = .asking(Question(slot: missing, prompt: prompt))
        } else {
            reply = await setting.reply(
                of: entry,
                to: TopicRequest(
                    intent: intent.id, slots: slots, said: said, skipped: thread.skipped, now: now,
                    calendar: setting.calendar, locale: setting.locale, memory: state.memory[id] ?? [:],
                    profile: setting.profile))
            if let memory = reply.memory { state.memory[id] = memory }
        }
        reply.question = reply.question.map { explained($0, entry) }
        state.pending = reply.question
        state.referents = Array(reply.referents.prefix(ConversationState.mostReferents))
        let turn = Turn(
            status: Turn.Status(reply), topic: id, intent: intent.id, confidence: confidence, slots: slots, reply: reply
        )
        if reply.question == nil, entry.manifest.permissions.contains(.filing) { forget(entry) }
        return remember(turn)
    }

    /// Keeps the slots that stay meant in later questions: those declared so, and the answers to a topic's own questions.
    private mutating func keep(_ slots: [String: FilledSlot], of manifest: Manifest) {
        for (name, slot) in slots where manifest.slot(name)?.isKept ?? true {
            state.kept[manifest.id, default: [:]][name] = slot
        }
    }

    /// Ends a form that files, whether something was sent or not: what it gathered is not to be said or used again.
    private mutating func forget(_ entry: Registry.Entry) {
        state.thread = nil
        state.kept[entry.manifest.id] = nil
        state.memory[entry.manifest.id] = nil
    }

    /// Keeps an answer for "répète", and ends a run of turns that were not understood.
    mutating func remember(_ turn: Turn) -> Turn {
        state.misses = 0
        state.say(turn.reply, turn.topic)
        if let topic = turn.topic, let intent = turn.intent, [.answered, .unknown].contains(turn.status) {
            state.judged = ConversationState.Judged(topic: topic, intent: intent, status: turn.status)
        }
        return turn
    }

    /// Counts how a turn ended, and each question of it.
    private func count(_ turn: Turn, _ now: Moment) async {
        for part in turn.parts.isEmpty ? [turn] : turn.parts {
            await setting.outcomes?.count(
                Outcome(day: now.day, topic: part.topic, intent: part.intent, status: part.status))
        }
    }
}

extension Turn.Status {
    /// The status of a turn with a topic's reply.
    init(_ reply: Reply) {
        if let question = reply.question, reply.status != .handover {
            self = question.isConfirmation ? .confirm : .asked
            return
        }
        switch reply.status {
        case .answered: self = .answered
        case .unknown: self = .unknown
        case .refused: self = .refused
        case .handover: self = .handover
        case .done: self = .done
        }
    }
}
