internal import Assistant
internal import CivilTime
internal import Dialogue
internal import TopicKit
internal import Understanding

/// What the town answers about, as programs get it.
struct TopicsObject: Encodable {
    struct Topic: Encodable {
        let id: String
        let title: String
        let intents: [Intent]
    }

    struct Intent: Encodable {
        let id: String
        /// A sentence that people say, without anything to fill in; nil where there is none.
        let example: String?
    }

    let language: String
    let topics: [Topic]

    init(_ edition: Edition) {
        language = edition.language
        topics = edition.assistant.setting.registry.entries.map { entry in
            Topic(
                id: entry.manifest.id, title: entry.title,
                intents: entry.manifest.intents.map { intent in
                    Intent(
                        id: intent.id, example: entry.definition.examples[intent.id]?.first { !$0.contains("{") })
                })
        }
    }
}

/// The town, as programs get it.
struct TownObject: Encodable {
    let name: String
    let insee: String
    let postcode: String
    let languages: [String]
    let contact: Contact
    /// Until when somebody answers at the town hall, a local time; nil when nobody does now.
    let openUntil: String?
    /// When somebody next answers; nil where the town does not say.
    let nextOpening: String?

    init(_ commune: Commune) {
        let setting = commune.edition().assistant.setting
        let now = commune.now()
        (name, insee, postcode) = (setting.profile.name, setting.profile.insee, setting.profile.postcode)
        (languages, contact) = (commune.languages, setting.profile.contact)
        openUntil = setting.desk.openUntil(at: now)?.iso
        nextOpening = setting.desk.nextOpening(after: now)?.iso
    }

    private enum CodingKeys: String, CodingKey {
        case name, insee, postcode, languages, contact
        case openUntil = "open_until"
        case nextOpening = "next_opening"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(insee, forKey: .insee)
        try container.encode(postcode, forKey: .postcode)
        try container.encode(languages, forKey: .languages)
        try container.encode(contact, forKey: .contact)
        try container.encode(openUntil, forKey: .openUntil)
        try container.encode(nextOpening, forKey: .nextOpening)
    }
}

/// Whether the commune is served, as programs get it.
struct HealthObject: Encodable {
    let status = "ok"
    let topics: Int
    let languages: [String]
    /// How often the topics were read again since the start.
    let edition: Int

    private enum CodingKeys: String, CodingKey { case status, topics, languages, edition }

    init(_ commune: Commune) {
        let edition = commune.edition()
        topics = edition.assistant.setting.registry.entries.count
        (languages, self.edition) = (commune.languages, edition.number)
    }
}
