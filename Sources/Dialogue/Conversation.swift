public import CivilTime
public import Language
public import TopicKit
public import Understanding

/// What a conversation works with: the same for all conversations of a town in one language.
public struct Setting: Sendable {
    /// The topics.
    public let registry: Registry
    /// What reads utterances.
    public let understanding: Understanding
    /// The town, as topics may know it.
    public let profile: TownProfile
    /// Its holidays.
    public let calendar: DayCalendar
    /// Where a person of the town hall is reached.
    public let desk: any Desk
    /// The language: `fr`.
    public let locale: String

    /// Makes a setting.
    public init(
        registry: Registry, understanding: Understanding, profile: TownProfile, calendar: DayCalendar, desk: any Desk,
        locale: String
    ) {
        (self.registry, self.understanding, self.profile) = (registry, understanding, profile)
        (self.calendar, self.desk, self.locale) = (calendar, desk, locale)
    }
}

/// One conversation: takes utterances in turn, asks for what is missing, keeps the context, and admits what it does not know.
public struct Conversation: Sendable {
    /// How sure an intent must be to break off a question that waits for an answer.
    private static let interrupting = 0.75
    /// How sure an intent must be when its topic is already known: under way, or named in the question.
    private static let leaningEnough = 0.3

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
        let meaning = setting.understanding.read(utterance, now: now, calendar: setting.calendar)
        let urgent = meaning.mentions.filter { $0.topic == "core" && $0.slot == "urgent" }
        if let telling = urgent.max(by: { $0.tokens.count < $1.tokens.count }) {
            return remember(urgentTurn(telling.entry))
        }
        if let turn = await answerToPending(utterance, meaning, now) { return turn }
        if let candidate = leaning(meaning) ?? surest(meaning), !isFollowUp(meaning) {
            return await handle(candidate, meaning, now)
        }
        if let turn = await followUp(meaning, now) { return turn }
        return miss(now)
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

    /// Acts on an intent that was understood.
    private mutating func handle(_ candidate: Meaning.Candidate, _ meaning: Meaning, _ now: Moment) async -> Turn {
        guard let entry = setting.registry.entry(of: candidate.intent),
            let intent = entry.manifest.intent(candidate.intent)
        else { return coreTurn(candidate, now) }
        let said = meaning.slots(for: intent, of: entry.manifest)
        let slots = (state.kept[entry.manifest.id] ?? [:]).merging(said) { _, new in new }
        return await ask(entry, intent, slots, said: Set(said.keys), confidence: candidate.confidence, now)
    }

    /// Puts a question to a topic, or asks the person for a slot that it cannot do without.
    private mutating func ask(
        _ entry: Registry.Entry, _ intent: Intent, _ slots: [String: FilledSlot], said: Set<String>, confidence: Double,
        _ now: Moment
    ) async -> Turn {
        let id = entry.manifest.id
        state.thread = ConversationState.Thread(intent: intent.id, slots: slots)
        let slots = entry.manifest.meant(slots)
        keep(slots, of: entry.manifest)
        var reply: Reply
        if let missing = intent.required.first(where: { slots[$0] == nil }), let prompt = entry.prompts[missing] {
            reply = .asking(Question(slot: missing, prompt: prompt))
        } else {
            reply = await entry.topic.reply(
                to: TopicRequest(
                    intent: intent.id, slots: slots, said: said, now: now, calendar: setting.calendar,
                    locale: setting.locale, memory: state.memory[id] ?? [:], profile: setting.profile))
            if let memory = reply.memory { state.memory[id] = memory }
        }
        state.pending = reply.question
        let status = reply.question == nil ? Turn.Status(reply.status) : .asked
        return remember(
            Turn(status: status, topic: id, intent: intent.id, confidence: confidence, slots: slots, reply: reply))
    }

    /// Keeps the slots that stay meant in later questions: those declared so, and the answers to a topic's own questions.
    private mutating func keep(_ slots: [String: FilledSlot], of manifest: Manifest) {
        for (name, slot) in slots where manifest.slot(name)?.isKept ?? true {
            state.kept[manifest.id, default: [:]][name] = slot
        }
    }
}

// What follows needs the last question: its answer, or a new question that leans on it.
extension Conversation {
    /// Takes the utterance as the answer to what was asked; nil when it is something else.
    private mutating func answerToPending(_ utterance: Utterance, _ meaning: Meaning, _ now: Moment) async -> Turn? {
        guard let question = state.pending, let thread = state.thread,
            let entry = setting.registry.entry(of: thread.intent), let intent = entry.manifest.intent(thread.intent)
        else { return nil }
        let surest = meaning.candidates.first
        let isCore = surest.map { setting.registry.entry(of: $0.intent) == nil } ?? false
        let answer = fill(question, utterance, meaning, entry.manifest)
        // "Française" or "une seule adresse" alone answers the question, whatever else it may resemble.
        let isWhole =
            answer != nil
            && (meaning.contentWords == 0 || setting.understanding.isOnlyName(utterance, of: options(of: question)))
        if isCore, !isWhole, let surest, surest.confidence >= Conversation.interrupting { return nil }
        if let answer {
            let said = meaning.slots(for: intent, of: entry.manifest).merging([question.slot: answer]) { _, answer in
                answer
            }
            let slots = thread.slots.merging(said) { _, new in new }
            return await ask(entry, intent, slots, said: Set(said.keys), confidence: 1, now)
        }
        if let surest, surest.confidence >= Conversation.interrupting, surest.intent != intent.id { return nil }
        return askAgain(question, entry, intent)
    }

    /// The value that an utterance gives to the slot that was asked for.
    private func fill(
        _ question: Question, _ utterance: Utterance, _ meaning: Meaning, _ manifest: Manifest
    ) -> FilledSlot? {
        if question.isYesNo {
            let answer = meaning.mentions.first { $0.topic == "core" && $0.slot == "answer" }
            return answer.map { FilledSlot(.yesNo($0.entry == "yes"), text: $0.text) }
        }
        let slot = manifest.slot(question.slot)
        if let slot, let filled = meaning.slots(for: Intent("", optional: [slot.name]), of: manifest)[slot.name] {
            return filled
        }
        let options = options(of: question)
        guard !options.isEmpty, let id = setting.understanding.choice(in: utterance, among: options) else { return nil }
        return FilledSlot(.entity(id), text: meaning.tokens.text(of: meaning.tokens.indices))
    }

    private func options(of question: Question) -> [Understanding.Option] {
        question.choices.map { choice in
            Understanding.Option(id: choice.id, names: choice.names + labels(choice.label))
        }
    }

    private func labels(_ label: Phrase) -> [String] {
        if case .text(let texts) = label { texts[setting.locale].map { [$0] } ?? [] } else { [] }
    }

    /// Whether an utterance only changes a detail of the last question: "et vendredi ?".
    private func isFollowUp(_ meaning: Meaning) -> Bool {
        meaning.contentWords == 0 && state.thread != nil && state.pending == nil && !followUpSlots(meaning).isEmpty
    }

    private func followUpSlots(_ meaning: Meaning) -> [String: FilledSlot] {
        guard let thread = state.thread, let entry = setting.registry.entry(of: thread.intent),
            let intent = entry.manifest.intent(thread.intent)
        else { return [:] }
        let said = meaning.slots(for: intent, of: entry.manifest)
        let meant = entry.manifest.meant(thread.slots.merging(said) { _, new in new })
        return said.filter { meant[$0.key] != nil }
    }

    private mutating func followUp(_ meaning: Meaning, _ now: Moment) async -> Turn? {
        guard isFollowUp(meaning), let thread = state.thread, let entry = setting.registry.entry(of: thread.intent),
            let intent = entry.manifest.intent(thread.intent)
        else { return nil }
        let said = followUpSlots(meaning)
        let slots = thread.slots.merging(said) { _, new in new }
        return await ask(entry, intent, slots, said: Set(said.keys), confidence: 1, now)
    }

    /// Asks the same thing again, otherwise than the first time.
    private mutating func askAgain(_ question: Question, _ entry: Registry.Entry, _ intent: Intent) -> Turn {
        state.misses += 1
        let phrase = Phrase(state.misses < 3 ? "core.ask-again" : "core.ask-again-person", contactValues)
        let reply = Reply(.answered, [.statement(phrase)], question: question)
        return Turn(status: .asked, topic: entry.manifest.id, intent: intent.id, confidence: 0, reply: reply)
    }
}

extension Turn.Status {
    /// The status of a turn whose topic needs nothing more.
    init(_ status: Reply.Status) {
        switch status {
        case .answered: self = .answered
        case .unknown: self = .unknown
        case .refused: self = .refused
        case .handover: self = .handover
        case .done: self = .done
        }
    }
}
