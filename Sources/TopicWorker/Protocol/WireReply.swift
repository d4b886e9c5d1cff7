internal import TopicKit

/// An answer as a worker writes it; ``ReplyReader`` makes a `Reply` of it or says what is wrong.
struct WireReply: Decodable {
    var status: Reply.Status?
    var parts: [WirePart]?
    var details: [WirePart]?
    var question: WireQuestion?
    var evidence: [WireEvidence]?
    var memory: [String: String]?
    var reference: String?
}

/// A part of an answer: an object with one key, which is what it is.
enum WirePart: Decodable {
    struct Items: Decodable {
        let title: WirePhrase
        let items: [WirePhrase]
    }

    struct Schedule: Decodable {
        struct Row: Decodable {
            let head: WirePhrase
            let body: WirePhrase
        }

        let title: WirePhrase
        let rows: [Row]
    }

    struct Link: Decodable {
        let purpose: WirePhrase
        let url: String
    }

    struct Quotation: Decodable {
        let text: String
        let source: String
    }

    case statement(WirePhrase)
    case list(Items)
    case steps(Items)
    case schedule(Schedule)
    case contact(Contact)
    case link(Link)
    case quotation(Quotation)

    private enum Key: String, CodingKey { case statement, list, steps, schedule, contact, link, quotation }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a part has one key, what it is"))
        }
        switch key {
        case .statement: self = .statement(try container.decode(WirePhrase.self, forKey: key))
        case .list: self = .list(try container.decode(Items.self, forKey: key))
        case .steps: self = .steps(try container.decode(Items.self, forKey: key))
        case .schedule: self = .schedule(try container.decode(Schedule.self, forKey: key))
        case .contact: self = .contact(try container.decode(Contact.self, forKey: key))
        case .link: self = .link(try container.decode(Link.self, forKey: key))
        case .quotation: self = .quotation(try container.decode(Quotation.self, forKey: key))
        }
    }
}

/// What a worker must know before it can answer.
struct WireQuestion: Decodable {
    struct Choice: Decodable {
        let id: String
        let label: WirePhrase
        var names: [String]?
    }

    let slot: String
    let prompt: WirePhrase
    var choices: [Choice]?
    var yesNo: Bool?
    var reason: WirePhrase?
    var example: WirePhrase?
    var canSkip: Bool?
    var confirmation: Bool?

    private enum CodingKeys: String, CodingKey {
        case slot, prompt, choices, reason, example, confirmation
        case yesNo = "yes_no"
        case canSkip = "can_skip"
    }
}

/// Where a worker's facts come from.
struct WireEvidence: Decodable {
    let source: String
    let title: String
    let publisher: String
    let date: String
    var validUntil: String?
    var url: String?
    var reviewed: String?

    private enum CodingKeys: String, CodingKey {
        case source, title, publisher, date, url, reviewed
        case validUntil = "valid_until"
    }
}
