internal import CivilTime
internal import Language
internal import TopicKit

/// A question as a worker gets it: what was understood, never the sentence itself.
struct WireRequest: Encodable {
    let intent: String
    let slots: [String: WireSlot]
    let said: [String]
    let skipped: [String]
    let now: String
    let locale: String
    let memory: [String: String]

    init(_ request: TopicRequest) {
        intent = request.intent
        slots = request.slots.mapValues(WireSlot.init)
        said = request.said.sorted()
        skipped = request.skipped.sorted()
        now = request.now.iso
        locale = request.locale
        memory = request.memory
    }
}

/// A slot that a question filled: `{"type": "entity", "value": "tilleuls", "text": "rue des Tilleuls"}`.
struct WireSlot: Encodable {
    let filled: FilledSlot

    init(_ filled: FilledSlot) { self.filled = filled }

    private enum Key: String, CodingKey { case type, value, text, others }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        let value = WireSlotValue(value: filled.value)
        try container.encode(value.type, forKey: .type)
        try container.encode(value, forKey: .value)
        try container.encode(filled.text, forKey: .text)
        if !filled.others.isEmpty { try container.encode(filled.others.map(WireSlotValue.init), forKey: .others) }
    }
}

/// A slot's value in JSON; its form follows its type.
private struct WireSlotValue: Encodable {
    let value: FilledSlot.Value

    var type: String {
        switch value {
        case .entity: "entity"
        case .time: "time"
        case .number: "number"
        case .yesNo: "yes-no"
        case .amount(let amount): amount.kind.rawValue
        case .text: "pattern"
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .entity(let text), .text(let text): try container.encode(text)
        case .time(let span): try container.encode(WireSpan(span))
        case .number(let number): try container.encode(number)
        case .yesNo(let answer): try container.encode(answer)
        case .amount(.money(let cents)): try container.encode(cents)
        case .amount(.address(let address)): try container.encode(address)
        case .amount(let amount): try container.encode(amount.machineText)
        }
    }
}

/// A stretch of time as ISO 8601 local times, its end exclusive.
private struct WireSpan: Encodable {
    let start: String
    let end: String
    let grain: String
    let relative: Bool

    init(_ span: TimeSpan) {
        (start, end) = (span.start.iso, span.end.iso)
        (grain, relative) = (span.grain.rawValue, span.isRelative)
    }
}
