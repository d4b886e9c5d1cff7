public import CivilTime
internal import Dialogue
public import Language
internal import Rendering
internal import TopicKit
internal import Understanding

extension Assistant {
    /// What an utterance means, on its own, without an answer.
    public func understand(_ utterance: Utterance, id: String, at now: Moment) -> MeaningObject {
        let meaning = setting.understanding.read(utterance, now: now, calendar: setting.calendar)
        let candidates = meaning.candidates.filter { $0.confidence > 0 }.prefix(4)
        guard let first = candidates.first, first.confidence >= Understanding.threshold else {
            return MeaningObject(
                id: id, topic: nil, intent: nil, confidence: candidates.first?.confidence ?? 0, slots: [:],
                alternatives: candidates.map { .init(intent: $0.intent, confidence: $0.confidence) }, domain: nil)
        }
        let entry = setting.registry.entry(of: first.intent)
        let slots = entry.flatMap { entry in
            entry.manifest.intent(first.intent).map { entry.manifest.meant(meaning.slots(for: $0, of: entry.manifest)) }
        }
        let isOutside = first.intent == "core.outside" || first.intent.hasPrefix("core.elsewhere-")
        return MeaningObject(
            id: id, topic: entry?.manifest.id, intent: first.intent, confidence: first.confidence,
            slots: (slots ?? [:]).mapValues(SlotObject.init),
            alternatives: candidates.dropFirst().map { .init(intent: $0.intent, confidence: $0.confidence) },
            domain: isOutside ? "outside" : "town")
    }
}

/// What an utterance means, as other programs read it.
public struct MeaningObject: Sendable, Encodable {
    /// An intent that may be meant instead.
    struct Alternative: Sendable, Encodable {
        let intent: String
        let confidence: Double
    }

    let id: String
    let topic: String?
    let intent: String?
    let confidence: Double
    let slots: [String: SlotObject]
    let alternatives: [Alternative]
    let domain: String?

    /// Writes the promised keys; what is not known is null.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(topic, forKey: .topic)
        try container.encode(intent, forKey: .intent)
        try container.encode(confidence, forKey: .confidence)
        try container.encode(slots, forKey: .slots)
        try container.encode(alternatives, forKey: .alternatives)
        try container.encode(domain, forKey: .domain)
    }

    private enum CodingKeys: String, CodingKey {
        case id, topic, intent, confidence, slots, alternatives, domain
    }
}
