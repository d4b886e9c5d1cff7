internal import CivilTime
internal import Language
internal import TopicKit
internal import Understanding

/// Questions that lean on the last answer: "et vendredi ?", "la deuxième", "celui de samedi".
extension Conversation {
    /// Whether an utterance only changes a detail of the last question: "et vendredi ?".
    private func isFollowUp(_ meaning: Meaning) -> Bool {
        meaning.contentWords == 0 && state.thread != nil && state.pending == nil && !followUpSlots(meaning).isEmpty
    }

    private func followUpSlots(_ meaning: Meaning) -> [String: FilledSlot] {
        guard let thread = state.thread, let (entry, intent) = underWay else { return [:] }
        let said = meaning.slots(for: intent, of: entry.manifest)
        let meant = entry.manifest.meant(thread.slots.merging(said) { _, new in new })
        return said.filter { meant[$0.key] != nil }
    }

    mutating func followUp(_ meaning: Meaning, _ now: Moment) async -> Turn? {
        guard isFollowUp(meaning), let (entry, intent) = underWay else { return nil }
        return await complete(entry, intent, said: followUpSlots(meaning), now)
    }

    /// Asks about something that the last answer named: by its rank, or by its day.
    mutating func reference(_ meaning: Meaning, _ now: Moment) async -> Turn? {
        guard state.pending == nil, let referent = pointed(meaning),
            let entry = setting.registry.entry(of: referent.intent),
            let intent = entry.manifest.intent(referent.intent)
        else { return nil }
        let kept = state.referents
        let slot = FilledSlot(.entity(referent.entry), text: meaning.tokens.text(of: meaning.tokens.indices))
        let turn = await begin(entry, intent, said: [referent.slot: slot], confidence: 1, now)
        // "La première", then "la troisième": the list still stands.
        if kept.count > state.referents.count { state.referents = kept }
        return turn
    }

    /// The thing said that an utterance points at, or nil.
    private func pointed(_ meaning: Meaning) -> Referent? {
        let referents = state.referents
        guard referents.count > 1 else { return nil }
        let isPointing = meaning.tokens.contains { setting.words.pointing.contains($0.sound) }
        let ofRanks = meaning.numbers.map(\.tokens.count).reduce(0, +)
        let others = meaning.contentWords - (isPointing ? 1 : 0) - ofRanks
        if meaning.tokens.count <= 3, meaning.tokens.contains(where: { setting.words.last.contains($0.sound) }) {
            return referents.last
        }
        guard others <= 0 else { return nil }
        let ranks = meaning.numbers.filter { $0.isOrdinal || isPointing || meaning.tokens.count <= 3 }
        if meaning.mentions.allSatisfy(\.isDetail), meaning.times.isEmpty, ranks.count == 1,
            let rank = ranks.first?.value
        {
            return referents.indices.contains(rank - 1) ? referents[rank - 1] : nil
        }
        guard isPointing, let span = meaning.times.first?.span else { return nil }
        let there = referents.filter { $0.day.map { $0 >= span.firstDay && $0 <= span.lastDay } ?? false }
        return there.count == 1 ? there.first : nil
    }

    /// The slots of a question that the last answer gives, where the question says nothing of its own about them.
    func pointedAt(_ intent: Intent, unless said: [String: FilledSlot]) -> [String: FilledSlot] {
        let topic = Intent.topic(of: intent.id)
        let fitting = state.referents.filter {
            Intent.topic(of: $0.intent) == topic && intent.slots.contains($0.slot)
        }
        guard said.isEmpty, let only = fitting.first, fitting.count == 1 else { return [:] }
        return [only.slot: FilledSlot(.entity(only.entry), text: "")]
    }
}

/// Several questions in one sentence.
extension Conversation {
    /// Answers each question of an utterance that holds several; nil when it holds one.
    ///
    /// What can be answered is answered first, in the order of the sentence; a question that needs something more comes last,
    /// so that what is asked is the last thing heard.
    mutating func severalQuestions(
        _ utterance: Utterance, _ meaning: Meaning, _ now: Moment, _ surroundings: Surroundings
    ) async -> Turn? {
        let parts = setting.parts(of: utterance, meaning: meaning, at: now)
        guard parts.count > 1 else { return nil }
        var (answered, asking): ([Turn], [(Turn, ConversationState.Suspended)]) = ([], [])
        for part in parts {
            let turn = await answer(part.meaning, now, surroundings)
            if let pending = state.pending, let thread = state.thread, Offer(pending) == nil {
                asking.append((turn, ConversationState.Suspended(thread: thread, pending: pending)))
                (state.pending, state.thread) = (nil, nil)
            } else {
                answered.append(turn.withoutOffer)
                state.pending = nil
            }
        }
        for (_, waiting) in asking.dropFirst() { state.suspended.append(waiting) }
        state.suspended = state.suspended.suffix(ConversationState.mostSuspended)
        if let first = asking.first { (state.thread, state.pending) = (first.1.thread, first.1.pending) }
        return remember(Turn(joining: answered + asking.prefix(1).map(\.0)))
    }
}

extension Turn {
    /// Several turns as one: said one after the other; the status of the last, the topic of the first.
    fileprivate init(joining turns: [Turn]) {
        let replies = turns.map(\.reply)
        self.init(
            status: turns.last?.status ?? .answered, topic: turns.first?.topic, intent: turns.first?.intent,
            confidence: turns.map(\.confidence).min() ?? 0, slots: turns.first?.slots ?? [:],
            reply: Reply(
                replies.last?.status ?? .answered, replies.flatMap(\.parts), details: replies.flatMap(\.details),
                question: replies.last?.question, evidence: replies.flatMap(\.evidence)))
        parts = turns
    }

    /// The turn without what the conversation offers on its own account.
    fileprivate var withoutOffer: Turn {
        guard let question = reply.question, Offer(question) != nil else { return self }
        var turn = self
        turn.reply.question = nil
        return turn
    }
}
