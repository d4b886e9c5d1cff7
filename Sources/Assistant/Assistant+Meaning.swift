public import CivilTime
internal import Dialogue
public import Language
internal import Rendering
internal import TopicKit
internal import Understanding

extension Assistant {
    /// What an utterance means, on its own, without an answer.
    ///
    /// - Parameters:
    ///   - utterance: the words.
    ///   - id: the id that they came with.
    ///   - now: when they are said.
    ///   - explains: whether to tell which words and sounds decided.
    /// - Returns: the object that `parvis understand` writes.
    public func understand(
        _ utterance: Utterance, id: String, at now: Moment, explains: Bool = false
    ) -> MeaningObject {
        let utterance = setting.understanding.heard(utterance, now: now, calendar: setting.calendar)
        let parts = parts(of: utterance, at: now)
        let intents = parts.map(intent)
        let candidates = parts.first?.meaning.candidates.filter { $0.confidence > 0 }.prefix(4) ?? []
        let first = intents.first ?? nil
        return MeaningObject(
            id: id, first: first, confidence: candidates.first?.confidence ?? 0,
            alternatives: candidates.dropFirst(first == nil ? 0 : 1).map {
                .init(intent: $0.intent, confidence: $0.confidence)
            },
            also: intents.dropFirst().compactMap { $0 },
            domain: first == nil ? nil : candidates.first?.domain?.rawValue,
            because: explains ? parts.first.flatMap { explanation(of: $0, at: now) } : nil)
    }

    /// The questions of an utterance; the sounds of one that was heard are weighed.
    private func parts(of utterance: Utterance, at now: Moment) -> [Understanding.Part] {
        let parts = setting.understanding.parts(of: utterance, now: now, calendar: setting.calendar)
        guard let hearing = utterance.hearing, parts.count == 1, let whole = parts.first else { return parts }
        return [
            Understanding.Part(text: whole.text, meaning: whole.meaning.leaning(on: setting.sounds, hearing))
        ]
    }

    /// Why one question was taken for its surest intent.
    private func explanation(of part: Understanding.Part, at now: Moment) -> ExplanationObject? {
        guard let intent = part.meaning.candidates.first?.intent else { return nil }
        let explanation = setting.understanding.explanation(
            of: Utterance(part.text), as: intent, now: now, calendar: setting.calendar)
        return explanation.map { ExplanationObject($0, intent: intent) }
    }

    /// The intent of one question, or nil when it was not understood.
    private func intent(_ part: Understanding.Part) -> MeaningObject.Intent? {
        guard let first = part.meaning.candidates.first, first.confidence >= Understanding.threshold else { return nil }
        let manifest = setting.registry.entry(of: first.intent)?.manifest
        let slots = manifest.flatMap { manifest in
            manifest.intent(first.intent).map { manifest.meant(part.meaning.slots(for: $0, of: manifest)) }
        }
        return MeaningObject.Intent(
            topic: manifest?.id, intent: first.intent, confidence: first.confidence,
            slots: (slots ?? [:]).mapValues(SlotObject.init))
    }
}

/// What an utterance means, as other programs read it.
public struct MeaningObject: Sendable, Encodable {
    /// An intent that may be meant instead.
    struct Alternative: Sendable, Encodable {
        let intent: String
        let confidence: Double
    }

    /// An intent that was understood, with its slots.
    struct Intent: Sendable, Encodable {
        let topic: String?
        let intent: String
        let confidence: Double
        let slots: [String: SlotObject]

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(topic, forKey: .topic)
            try container.encode(intent, forKey: .intent)
            try container.encode(confidence, forKey: .confidence)
            try container.encode(slots, forKey: .slots)
        }

        private enum CodingKeys: String, CodingKey { case topic, intent, confidence, slots }
    }

    let id: String
    /// The first intent, or nil when nothing was understood.
    let first: Intent?
    let confidence: Double
    let alternatives: [Alternative]
    /// Further intents of the same sentence, in its order.
    let also: [Intent]
    let domain: String?
    /// Why the surest intent is that; nil when it was not asked.
    let because: ExplanationObject?

    /// The id of the first intent, or nil.
    public var intent: String? { first?.intent }
    /// What was said for each slot of the first intent.
    public var slotTexts: [String: String] { first?.slots.mapValues { $0.text } ?? [:] }

    /// Writes the promised keys; what is not known is null.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(first?.topic, forKey: .topic)
        try container.encode(first?.intent, forKey: .intent)
        try container.encode(confidence, forKey: .confidence)
        try container.encode(first?.slots ?? [:], forKey: .slots)
        try container.encode(alternatives, forKey: .alternatives)
        try container.encode(also, forKey: .also)
        try container.encode(domain, forKey: .domain)
        try container.encodeIfPresent(because, forKey: .because)
    }

    private enum CodingKeys: String, CodingKey {
        case id, topic, intent, confidence, slots, alternatives, also, domain, because
    }
}
