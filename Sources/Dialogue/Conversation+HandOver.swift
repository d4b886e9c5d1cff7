internal import CivilTime
internal import Language
internal import TopicKit

/// Handing over to a person of the town hall.
extension Conversation {
    /// Who can help, how and when; and the offer to be called back, where that can be filed.
    ///
    /// - Parameters:
    ///   - act: what the person asked for, or nil when the conversation gives up.
    ///   - now: when.
    ///   - first: what is said before.
    ///   - intent: the intent that was understood, when it was not an act.
    ///   - confidence: how sure that was.
    /// - Returns: the turn that hands over.
    mutating func handOver(
        _ act: Act?, _ now: Moment, first: Phrase? = nil, intent: String? = nil, confidence: Double = 1
    ) -> Turn {
        let parts = [first, opening(now)].compactMap { $0.map(Reply.Part.statement) }
        var reply = Reply(.handover, parts + [.contact(setting.desk.contact)])
        let isFiling = state.thread?.intent.hasPrefix(CallbackTopic.id + ".") ?? false
        if setting.filing != nil, setting.registry.entry(CallbackTopic.id) != nil, !isFiling {
            hold()
            prepareCallback()
            reply.question = Question(
                slot: Offer.callback.slot, prompt: Phrase("core.callback-offer"), isYesNo: true)
            state.pending = reply.question
        }
        return remember(
            Turn(
                status: .handover, intent: act?.intent ?? intent,
                confidence: act == nil && intent == nil ? 0 : confidence,
                reply: reply))
    }

    /// Whether somebody answers now, or when.
    private func opening(_ now: Moment) -> Phrase {
        var values = contactValues
        if let until = setting.desk.openUntil(at: now) {
            values["until"] = .clock(until.day == now.day ? until.minuteOfDay : 1440)
            return Phrase("core.person-now", values)
        }
        if let next = setting.desk.nextOpening(after: now) {
            values["next"] = .moment(next)
            return Phrase("core.person-later", values)
        }
        return Phrase("core.person", values)
    }

    /// Leaves the form under way, so that it can be taken up after the hand-over.
    private mutating func hold() { suspend(for: Intent("")) }

    /// Gives the call-back what the conversation was about, so that nobody tells their story twice.
    private mutating func prepareCallback() {
        let thread = state.suspended.last?.thread ?? state.thread
        guard let thread, let entry = setting.registry.entry(of: thread.intent), entry.manifest.id != CallbackTopic.id
        else { return }
        var context = thread.slots.mapValues(\.machineText)
        (context["topic"], context["intent"]) = (entry.manifest.id, thread.intent)
        var memory = [CallbackTopic.about: subject(of: thread, entry)]
        for (name, value) in context { memory[CallbackTopic.contextPrefix + name] = value }
        state.memory[CallbackTopic.id] = memory
    }

    /// The values that name the town hall's desk.
    var contactValues: [String: Value] {
        let contact = setting.desk.contact
        var values: [String: Value] = ["desk": .noun(Noun(contact.name)), "town": .noun(Noun(setting.profile.name))]
        if let phone = contact.phone { values["phone"] = .phone(phone) }
        return values
    }

    /// The values that the core's own phrases may use: the desk, and what the topics are called.
    var ownValues: [String: Value] {
        let titles = setting.registry.introduced.map { Value.text($0.title) }
        return contactValues.merging(["topics": .list(titles)]) { $1 }
    }
}

extension FilledSlot {
    /// The value for a person of the town hall to read.
    fileprivate var machineText: String {
        switch value {
        case .entity(let id): id
        case .time(let span): span.isOneDay ? span.firstDay.iso : span.firstDay.iso + "/" + span.lastDay.iso
        case .number(let number): String(number)
        case .yesNo(let answer): String(answer)
        case .amount(let amount): amount.machineText
        case .text(let text): text
        }
    }
}
