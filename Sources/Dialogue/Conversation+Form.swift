internal import CivilTime
internal import Language
internal import TopicKit
internal import Understanding

/// Forms: what was asked and the answers to it, one at a time.
extension Conversation {
    /// Takes the utterance as the answer to what was asked; nil when it is something else.
    mutating func answerToPending(_ utterance: Utterance, _ meaning: Meaning, _ now: Moment) async -> Turn? {
        guard let question = state.pending else { return nil }
        if let offer = Offer(question) { return await answerToOffer(offer, question, utterance, meaning, now) }
        guard let thread = state.thread, let entry = setting.registry.entry(of: thread.intent),
            let intent = entry.manifest.intent(thread.intent)
        else { return nil }
        let surest = meaning.candidates.first
        let isCore = surest.map { $0.domain == nil } ?? false
        let meant = meaning.affirmed(setting.words)
        let answer = fill(question, utterance, meant, entry.manifest)
        // "Française" or "une seule adresse" alone answers the question, whatever else it may resemble.
        let isWhole =
            answer != nil
            && (question.takesAnyWords || meaning.contentWords == 0
                || setting.understanding.isOnlyName(utterance, of: options(of: question)))
        if isCore, !isWhole, let surest, surest.confidence >= Conversation.interrupting { return nil }
        let others = meant.slots(for: intent, of: entry.manifest)
        // "Non, jeudi" before something is sent changes the day; it does not give up.
        if question.isConfirmation || question.takesAnyWords, !others.isEmpty,
            let turn = await correction(utterance, meaning, now)
        {
            return turn
        }
        if let answer {
            let said = question.takesAnyWords ? [question.slot: answer] : others.merging([question.slot: answer]) { $1 }
            return await complete(entry, intent, said: said, answering: question, now)
        }
        if let turn = await correction(utterance, meaning, now) { return turn }
        if let surest, surest.confidence >= Conversation.interrupting, surest.intent != intent.id { return nil }
        // Not what was asked, but something else that the form needs: it is taken, and the question comes again.
        if !others.isEmpty, surest?.intent == intent.id || meaning.contentWords == 0 {
            return await complete(entry, intent, said: others, now)
        }
        return askAgain(question, entry, intent, now)
    }

    /// Puts what was said into the form and goes on.
    ///
    /// - Parameters:
    ///   - entry: the topic of the form.
    ///   - intent: its intent.
    ///   - said: the slots that this utterance fills.
    ///   - question: the question that it answers, or nil when it corrects or adds something.
    ///   - now: when it was said.
    /// - Returns: the next question of the form, or the answer.
    mutating func complete(
        _ entry: Registry.Entry, _ intent: Intent, said: [String: FilledSlot], answering question: Question? = nil,
        _ now: Moment
    ) async -> Turn {
        if let question {
            state.thread?.keep(
                ConversationState.Answered(question: question, memory: state.memory[entry.manifest.id]))
        }
        state.thread?.slots.merge(said) { _, new in new }
        state.thread?.skipped.subtract(said.keys)
        return offeringToResume(await ask(entry, intent, said: Set(said.keys), confidence: 1, now))
    }

    /// The value that an utterance gives to the slot that was asked for.
    func fill(_ question: Question, _ utterance: Utterance, _ meaning: Meaning, _ manifest: Manifest) -> FilledSlot? {
        if question.takesAnyWords { return anyWords(utterance, meaning) }
        if question.isYesNo {
            let answer = meaning.mentions.first { $0.topic == "core" && $0.slot == "answer" }
            return answer.map { FilledSlot(.yesNo($0.entry == "yes"), text: $0.text) }
        }
        let slot = manifest.slot(question.slot)
        if let slot, let filled = meaning.slots(for: Intent("", optional: [slot.name]), of: manifest)[slot.name] {
            return filled
        }
        let options = options(of: question)
        guard !options.isEmpty, let id = setting.understanding.choice(in: meaning.tokens, among: options) else {
            return nil
        }
        return FilledSlot(.entity(id), text: meaning.tokens.text(of: meaning.tokens.indices))
    }

    /// What somebody said in words of their own, at most a few sentences of it.
    private func anyWords(_ utterance: Utterance, _ meaning: Meaning) -> FilledSlot? {
        guard !meaning.tokens.isEmpty else { return nil }
        let text = utterance.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return FilledSlot(
            .text(String(text.prefix(Conversation.longestText))), text: String(text.prefix(Conversation.longestText)))
    }

    /// What a person of the town hall will read through.
    private static let longestText = 300

    func options(of question: Question) -> [Understanding.Option] {
        question.choices.map { choice in
            Understanding.Option(id: choice.id, names: choice.names + labels(choice.label))
        }
    }

    private func labels(_ label: Phrase) -> [String] {
        if case .text(let texts) = label { texts[setting.locale].map { [$0] } ?? [] } else { [] }
    }

    /// Whether an utterance names a choice of the question that was asked, though it may be a command elsewhere.
    func isChoice(_ utterance: Utterance) -> Bool {
        state.pending.map { !$0.choices.isEmpty && setting.understanding.isOnlyName(utterance, of: options(of: $0)) }
            ?? false
    }

    /// A question with why it is asked and an answer that would do, as the topic's words have them.
    func explained(_ question: Question, _ entry: Registry.Entry) -> Question {
        var question = question
        if question.reason == nil { question.reason = entry.reasons[question.slot] }
        if question.example == nil, question.choices.isEmpty { question.example = entry.examples[question.slot] }
        return question
    }

    // MARK: On the way

    /// Asks the same thing again, otherwise each time: what would do, then the choices, then a way out, then a person.
    private mutating func askAgain(
        _ question: Question, _ entry: Registry.Entry, _ intent: Intent, _ now: Moment
    ) -> Turn {
        state.misses += 1
        guard state.misses < 4 else { return escalated(now) }
        var again = question
        let kind = entry.manifest.slot(question.slot)?.kind.id ?? "any"
        let known = "core.invalid-" + kind
        let first = state.misses == 1 && setting.registry.hasCorePhrase("invalid-" + kind)
        let phrase = Phrase(first ? known : "core.ask-again-\(state.misses)", contactValues)
        // The first time, what would do is said; later, why it is asked at all.
        if state.misses > 1 { again.example = nil }
        let reply = Reply(.answered, [.statement(phrase)], question: again)
        return Turn(
            status: Turn.Status(reply), topic: entry.manifest.id, intent: intent.id, confidence: 0, reply: reply)
    }

    /// Goes on without an answer where that is possible; else says that it is needed.
    mutating func skip(_ now: Moment) async -> Turn {
        guard let question = state.pending, Offer(question) == nil, let (entry, intent) = underWay else {
            state.pending = nil
            return said("nothing-to-skip", .skip)
        }
        guard question.canSkip else {
            let reply = Reply(.answered, [.statement(Phrase("core.cannot-skip", contactValues))], question: question)
            return Turn(
                status: Turn.Status(reply), topic: entry.manifest.id, intent: Act.skip.intent, confidence: 1,
                reply: reply)
        }
        state.thread?.skipped.insert(question.slot)
        return await ask(entry, intent, said: [], confidence: 1, now)
    }

    /// The next choices of the question that was asked.
    mutating func otherChoices() -> Turn {
        guard var question = state.pending, !question.choices.isEmpty else { return said("other", .other) }
        question.firstChoice += Question.spokenChoices
        if question.firstChoice >= question.choices.count {
            if Offer(question) != nil {
                (state.pending, state.alternatives) = (nil, [:])
                return said("other", .other)
            }
            question.firstChoice = 0
        }
        state.pending = question
        let reply = Reply(.answered, question: question)
        return remember(
            Turn(
                status: .asked, topic: underWay?.entry.manifest.id, intent: Act.other.intent, confidence: 1,
                reply: reply))
    }

    /// One question back in a form; without a form, the reply before the last.
    mutating func goBack(_ now: Moment) async -> Turn {
        guard state.pending != nil, let (entry, intent) = underWay else { return previousReply() }
        guard let answered = state.thread?.answered.popLast() else {
            let reply = Reply(.answered, [.statement(Phrase("core.first-question"))], question: state.pending)
            return Turn(
                status: Turn.Status(reply), topic: entry.manifest.id, intent: Act.back.intent, confidence: 1,
                reply: reply)
        }
        let id = entry.manifest.id
        state.thread?.slots[answered.question.slot] = nil
        state.thread?.skipped.remove(answered.question.slot)
        state.kept[id]?[answered.question.slot] = nil
        state.memory[id] = answered.memory
        return await ask(entry, intent, said: [], confidence: 1, now)
    }

    private mutating func previousReply() -> Turn {
        guard state.said.count > 1 else { return again(.plain, .back) }
        state.said.removeLast()
        return again(.plain, .back)
    }

    /// Begins the form again, as if nothing had been answered.
    mutating func restartForm(_ now: Moment) async -> Turn? {
        guard state.pending != nil, let (entry, intent) = underWay, let thread = state.thread else { return nil }
        let id = entry.manifest.id
        let first = thread.answered.first?.memory ?? thread.memoryBefore
        var slots = thread.slots
        for answered in thread.answered { slots[answered.question.slot] = nil }
        for answered in thread.answered { state.kept[id]?[answered.question.slot] = nil }
        state.thread = ConversationState.Thread(intent: intent.id, slots: slots)
        state.thread?.memoryBefore = thread.memoryBefore
        state.memory[id] = first
        return await ask(entry, intent, said: [], confidence: 1, now)
    }

    /// Gives a form up: what it had gathered is forgotten, and nothing was sent.
    mutating func cancel() -> Turn {
        guard let question = state.pending else {
            guard state.suspended.isEmpty else {
                state.suspended = []
                return said("cancelled", .cancel)
            }
            return said("nothing-to-cancel", .cancel)
        }
        if Offer(question) == nil, let (entry, _) = underWay {
            for answered in state.thread?.answered ?? [] {
                state.kept[entry.manifest.id]?[answered.question.slot] = nil
            }
            state.memory[entry.manifest.id] = state.thread?.memoryBefore
            state.thread = nil
        }
        (state.pending, state.alternatives) = (nil, [:])
        return remember(said("cancelled", .cancel))
    }

    /// The topic and the intent of the question under way.
    var underWay: (entry: Registry.Entry, intent: Intent)? {
        guard let thread = state.thread, let entry = setting.registry.entry(of: thread.intent),
            let intent = entry.manifest.intent(thread.intent)
        else { return nil }
        return (entry, intent)
    }

    /// Takes a choice that was pressed, by its id.
    mutating func choose(_ id: String, _ now: Moment) async -> Turn {
        guard let question = state.pending,
            question.isYesNo ? ["yes", "no"].contains(id) : question.choices.contains(where: { $0.id == id })
        else { return miss(now) }
        if let offer = Offer(question) { return await settle(offer, id, now) }
        guard let (entry, intent) = underWay else { return miss(now) }
        let value: FilledSlot.Value = question.isYesNo ? .yesNo(id == "yes") : .entity(id)
        return await complete(
            entry, intent, said: [question.slot: FilledSlot(value, text: "")], answering: question, now)
    }
}

extension Slot.Kind {
    /// The name by which the words tell what is wrong with an answer of this kind.
    fileprivate var id: String {
        switch self {
        case .time: "time"
        case .number: "number"
        case .pattern: "pattern"
        case .entity, .yesNo: "any"
        case .money, .duration, .age, .phone, .email, .postcode, .address: amount?.rawValue ?? "any"
        }
    }
}
