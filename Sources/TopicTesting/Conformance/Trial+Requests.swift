internal import Assistant
internal import CivilTime
internal import Diagnostics
internal import Dialogue
internal import Language
internal import Rendering
internal import TopicKit
internal import Understanding

/// What a topic makes of requests that no conversation would put to it.
extension Trial {
    private static let laterYears = 10
    /// How long a turn that was given up may take to return.
    private static let patience = Duration.seconds(2)

    // MARK: Data that is out of date, or not there

    /// The example sentences ten years on: what expired must not be answered.
    func laterOn() async -> [Diagnostic] {
        let later = Moment(now.day.adding(months: 12 * Self.laterYears), second: now.second)
        let trial = Trial(entry: entry, assistant: assistant, now: later)
        return await trial.examples().answers.flatMap {
            trial.evidence(of: $0.heard.turn.reply, to: $0.question, on: later.day)
        }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Each intent put to the same topic without records: it must not answer.
    func withoutData(_ topic: (any Topic)?) async -> [Diagnostic] {
        guard let topic else { return [] }
        var found: [Diagnostic] = []
        for intent in entry.manifest.intents {
            for slots in [[:], usual(intent)] {
                let reply = await topic.reply(to: request(intent.id, slots))
                if reply.status == .answered, reply.question == nil {
                    found.append(Diagnostic(.error, "conformance.no-data", ["intent": intent.id]))
                }
                found += text(of: reply, to: intent.id)
            }
        }
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    // MARK: Values that cannot be

    /// Each slot of each intent with values that nobody means: there must be words, and no made-up answer.
    func wrongSlots() async -> [Diagnostic] {
        var found: [Diagnostic] = []
        for intent in entry.manifest.intents {
            for slot in intent.slots.compactMap(entry.manifest.slot) {
                for wrong in Self.wrongValues(of: slot) {
                    var slots = usual(intent)
                    slots[slot.name] = FilledSlot(wrong.value, text: wrong.text)
                    let reply = await entry.topic.reply(to: request(intent.id, slots))
                    found += text(of: reply, to: intent.id)
                    let arguments = ["intent": intent.id, "slot": slot.name, "value": wrong.text]
                    if reply.status == .done {
                        found.append(Diagnostic(.error, "conformance.wrong-slot", arguments))
                    }
                    guard reply.status == .answered, reply.question == nil else { continue }
                    if wrong.isUnknownEntry, intent.required.contains(slot.name) {
                        found.append(Diagnostic(.error, "conformance.wrong-slot", arguments))
                    }
                    let ends = reply.evidence.compactMap(\.validUntil)
                    if let day = wrong.day, day > now.day, !ends.isEmpty, ends.count == reply.evidence.count,
                        ends.allSatisfy({ $0 < day })
                    {
                        found.append(Diagnostic(.error, "conformance.wrong-slot", arguments))
                    }
                }
            }
        }
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private struct WrongValue {
        let value: FilledSlot.Value
        let text: String
        var isUnknownEntry = false
        var day: Day?
    }

    private static func wrongValues(of slot: Slot) -> [WrongValue] {
        let unknown = WrongValue(value: .entity("no-such-entry"), text: "no-such-entry", isUnknownEntry: true)
        let numbers = [Int.min, -1, 0, Int.max].map { WrongValue(value: .number($0), text: String($0)) }
        let days = [(1900, 1, 1), (2100, 12, 31)].compactMap { Day($0.0, $0.1, $0.2) }.map { day in
            WrongValue(
                value: .time(TimeSpan(first: day, last: day, grain: .day, isRelative: false)), text: day.iso, day: day)
        }
        let texts = ["", String(repeating: "x", count: 10_000)].map {
            WrongValue(value: .text($0), text: String($0.prefix(9)))
        }
        switch slot.kind {
        case .entity:
            return [unknown, WrongValue(value: .entity(""), text: "", isUnknownEntry: true)] + numbers.prefix(1)
        case .time: return days + numbers.prefix(1)
        case .number: return numbers + [unknown]
        case .yesNo: return numbers.prefix(1) + [unknown]
        case .pattern: return texts + [unknown]
        case .money, .duration, .age, .phone, .email, .postcode, .address:
            let sums = [Int.min, -1, Int.max].map { WrongValue(value: .amount(.money(cents: $0)), text: String($0)) }
            return sums + texts + numbers.prefix(1)
        }
    }

    // MARK: Turns that are given up

    /// Each intent put to the topic by a task that is cancelled: it must return all the same.
    func givenUp() async -> [Diagnostic] {
        var found: [Diagnostic] = []
        for intent in entry.manifest.intents {
            let (returns, continuation) = AsyncStream.makeStream(of: Bool.self)
            let (topic, request) = (entry.topic, request(intent.id, usual(intent)))
            Task {
                // Cancelled from inside: from outside, the topic may have answered before.
                withUnsafeCurrentTask { $0?.cancel() }
                _ = await topic.reply(to: request)
                continuation.yield(true)
            }
            let alarm = Task {
                try await Task.sleep(for: Self.patience)
                continuation.yield(false)
            }
            var iterator = returns.makeAsyncIterator()
            if await iterator.next() != true {
                found.append(Diagnostic(.error, "conformance.not-cancelled", ["intent": intent.id]))
            }
            alarm.cancel()
        }
        return found
    }

    // MARK: Requests

    private func request(_ intent: String, _ slots: [String: FilledSlot]) -> TopicRequest {
        let setting = assistant.setting
        return TopicRequest(
            intent: intent, slots: slots, now: now, calendar: setting.calendar, locale: setting.locale,
            profile: setting.profile)
    }

    /// The required slots of an intent, each with something that people say.
    private func usual(_ intent: Intent) -> [String: FilledSlot] {
        intent.required.reduce(into: [:]) { slots, name in
            guard let slot = entry.manifest.slot(name) else { return }
            switch slot.kind {
            case .entity:
                if let first = entry.definition.names[name]?.first {
                    slots[name] = FilledSlot(.entity(first.entry), text: first.text)
                }
            case .time:
                let span = TimeSpan(first: now.day, last: now.day, grain: .day, isRelative: true)
                slots[name] = FilledSlot(.time(span), text: now.day.iso)
            case .number: slots[name] = FilledSlot(.number(1), text: "1")
            case .yesNo: slots[name] = FilledSlot(.yesNo(true), text: "")
            default: break
            }
        }
    }

    /// Whether a reply has words in every form.
    private func text(of reply: Reply, to intent: String) -> [Diagnostic] {
        let renderer = assistant.renderer
        let texts = [Form.text, .simple, .speech].map { form in
            renderer.lines(reply, form: form, today: now.day).joined()
        }
        let isEmpty = texts.contains { $0.allSatisfy(\.isWhitespace) }
        let missing = reply.phrases.flatMap { assistant.book.check($0) }
        return missing + (isEmpty ? [Diagnostic(.error, "conformance.no-text", ["question": intent])] : [])
    }
}
