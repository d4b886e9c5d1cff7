import CivilTime
import Language
public import TopicKit

/// One answer as other programs read it: what `parvis ask --format json` and `parvis batch` write.
///
/// Its keys are promised: they may be added to, never renamed. `topic`, `intent` and `ask` are null when there is none;
/// `links` is always there; `parts`, `urgent` and `reference` are there only where they say something.
public struct AnswerObject: Sendable, Encodable {
    /// The id that the question came with, or nil.
    public var id: String?
    /// One of the statuses that the command documents: `answered`, `asked`...
    public var status: String
    /// The topic that answered, or nil.
    public var topic: String?
    /// The intent that was understood, or nil.
    public var intent: String?
    /// How sure that is, from 0 to 1; written with two decimals.
    public var confidence: Double
    /// What the question said, by slot.
    public var slots: [String: FilledSlot]
    /// The answer to read.
    public var text: String
    /// The answer to hear.
    public var speech: String
    /// The answer in the simplest words.
    public var simple: String
    /// Where its facts come from.
    public var evidence: [Evidence]
    /// What is asked, or nil.
    public var ask: Ask?
    /// The web addresses of the answer.
    public var links: [NamedLink]
    /// The answers to several questions in one sentence, in order.
    public var parts: [AnswerObject]
    /// Whether the words called for emergency numbers.
    public var isUrgent: Bool
    /// The number of what was filed, or nil.
    public var reference: String?

    /// What an answer asks.
    public struct Ask: Sendable, Encodable {
        /// The slot that the next utterance may fill.
        public let slot: String
        /// What may be answered, as it is named to the person.
        public let choices: [String]

        /// Makes what is asked.
        public init(slot: String, choices: [String]) { (self.slot, self.choices) = (slot, choices) }
    }

    /// Makes an answer.
    public init(
        id: String?, status: String, topic: String?, intent: String?, confidence: Double,
        slots: [String: FilledSlot] = [:], text: String, speech: String, simple: String, evidence: [Evidence] = [],
        ask: Ask? = nil, links: [NamedLink] = [], parts: [AnswerObject] = [], isUrgent: Bool = false,
        reference: String? = nil
    ) {
        (self.id, self.status, self.topic, self.intent, self.confidence) = (id, status, topic, intent, confidence)
        (self.slots, self.text, self.speech, self.simple) = (slots, text, speech, simple)
        (self.evidence, self.ask, self.links, self.parts) = (evidence, ask, links, parts)
        (self.isUrgent, self.reference) = (isUrgent, reference)
    }

    /// Writes the promised keys.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(status, forKey: .status)
        try container.encode(topic, forKey: .topic)
        try container.encode(intent, forKey: .intent)
        try container.encode((confidence * 100).rounded() / 100, forKey: .confidence)
        try container.encode(slots.mapValues(SlotObject.init), forKey: .slots)
        try container.encode(text, forKey: .text)
        try container.encode(speech, forKey: .speech)
        try container.encode(simple, forKey: .simple)
        try container.encode(evidence.map(EvidenceObject.init), forKey: .evidence)
        try container.encode(ask, forKey: .ask)
        try container.encode(links, forKey: .links)
        if !parts.isEmpty { try container.encode(parts, forKey: .parts) }
        if isUrgent { try container.encode(true, forKey: .urgent) }
        try container.encodeIfPresent(reference, forKey: .reference)
    }

    private enum CodingKeys: String, CodingKey {
        case id, status, topic, intent, confidence, slots, text, speech, simple, evidence, ask, links, parts, urgent
        case reference
    }
}

/// A slot as other programs read it.
///
/// An entity is its id, a number or a yes or no itself. A time is its day (`2026-11-26`) when it is one whole day, else
/// an ISO 8601 interval of local times, the end exclusive (`2026-11-26T14:00/2026-11-26T18:00`). A sum is in euros with
/// two decimals (`"12.50"`), a length of time or an age an ISO 8601 duration (`PT1H30M`, `P12Y`), an address an object;
/// a telephone number, an e-mail address, a postcode and what follows a pattern are texts.
public struct SlotObject: Sendable, Encodable {
    private let slot: FilledSlot

    /// Makes the object of a slot.
    public init(_ slot: FilledSlot) { self.slot = slot }

    /// What the person said for it.
    public var text: String { slot.text }

    /// Writes `value` and `text`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch slot.value {
        case .entity(let id): try container.encode(id, forKey: .value)
        case .number(let number): try container.encode(number, forKey: .value)
        case .yesNo(let answer): try container.encode(answer, forKey: .value)
        case .time(let span):
            let isOneDay = span.start == Moment(span.firstDay) && span.end == Moment(span.firstDay.adding(days: 1))
            try container.encode(isOneDay ? span.firstDay.iso : span.start.iso + "/" + span.end.iso, forKey: .value)
        case .amount(.address(let address)): try container.encode(address, forKey: .value)
        case .amount(let amount): try container.encode(amount.machineText, forKey: .value)
        case .text(let text): try container.encode(text, forKey: .value)
        }
        try container.encode(slot.text, forKey: .text)
    }

    private enum CodingKeys: String, CodingKey { case value, text }
}

private struct EvidenceObject: Encodable {
    let evidence: Evidence

    init(_ evidence: Evidence) { self.evidence = evidence }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(evidence.source, forKey: .source)
        try container.encode(evidence.title, forKey: .title)
        try container.encode(evidence.publisher, forKey: .publisher)
        try container.encode(evidence.date.iso, forKey: .date)
        try container.encode(evidence.validUntil?.iso, forKey: .validUntil)
        try container.encode(evidence.reviewed?.iso, forKey: .reviewed)
        try container.encodeIfPresent(evidence.url, forKey: .url)
    }

    private enum CodingKeys: String, CodingKey {
        case source, title, publisher, date, reviewed, url
        case validUntil = "valid_until"
    }
}
