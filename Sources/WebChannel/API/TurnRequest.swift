internal import Dialogue
internal import Language

/// What a program asks of a conversation: one of a text, a choice, an act or silence.
struct TurnRequest: Decodable, Sendable {
    /// What the person did.
    let input: Input
    /// An id of the caller's, given back with the answer.
    let id: String?
    /// The language to go on in, or nil.
    let language: String?
    /// Through what the person talks, or nil.
    let channel: Surroundings.Channel?
    /// Whether a voice is saying something right now.
    let isSpeaking: Bool

    /// The most characters of a text, and of an id.
    static let longestText = 1_000, longestID = 64

    private enum CodingKeys: String, CodingKey {
        case text, choice, act, silence, id, language, channel, speaking
    }

    init(from decoder: any Decoder) throws {
        let container = try StrictContainer<CodingKeys>(decoder)
        var inputs: [Input] = []
        if let text = try container.text(.text, 1...Self.longestText) { inputs.append(.utterance(Utterance(text))) }
        if let choice = try container.text(.choice, 1...Self.longestText) { inputs.append(.choice(choice)) }
        if let name = try container.text(.act, 1...Self.longestID) {
            guard let act = Act(rawValue: name) else { throw container.corrupt(.act) }
            inputs.append(.act(act))
        }
        if let silence = try container.value(.silence, as: Bool.self) {
            guard silence else { throw container.corrupt(.silence) }
            inputs.append(.silence)
        }
        guard let input = inputs.first, inputs.count == 1 else { throw container.corrupt(.text) }
        self.input = input
        id = try container.text(.id, 0...Self.longestID)
        language = try container.text(.language, 2...8)
        channel = try container.channel(.channel)
        isSpeaking = try container.value(.speaking, as: Bool.self) ?? false
    }
}

/// How a program begins a conversation.
struct ConversationRequest: Decodable, Sendable {
    /// The language to begin in, or nil.
    let language: String?
    /// Through what the person talks, or nil.
    let channel: Surroundings.Channel?

    private enum CodingKeys: String, CodingKey { case language, channel }

    init(from decoder: any Decoder) throws {
        let container = try StrictContainer<CodingKeys>(decoder)
        language = try container.text(.language, 2...8)
        channel = try container.channel(.channel)
    }
}

/// An object that may hold the known keys and no other, none of them null.
private struct StrictContainer<Key: CodingKey> {
    private let container: KeyedDecodingContainer<Key>

    init(_ decoder: any Decoder) throws {
        let names = try decoder.container(keyedBy: AnyKey.self).allKeys
        container = try decoder.container(keyedBy: Key.self)
        guard names.allSatisfy({ Key(stringValue: $0.stringValue) != nil }) else {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: ""))
        }
    }

    func value<Value: Decodable>(_ key: Key, as type: Value.Type) throws -> Value? {
        container.contains(key) ? try container.decode(type, forKey: key) : nil
    }

    /// A text of so many characters, as JSON Schema counts them.
    func text(_ key: Key, _ length: ClosedRange<Int>) throws -> String? {
        guard let text = try value(key, as: String.self) else { return nil }
        guard length.contains(text.unicodeScalars.count) else { throw corrupt(key) }
        return text
    }

    /// The channels that a program may speak for.
    func channel(_ key: Key) throws -> Surroundings.Channel? {
        guard let name = try value(key, as: String.self) else { return nil }
        guard let channel = Surroundings.Channel(rawValue: name), [.text, .web, .kiosk].contains(channel) else {
            throw corrupt(key)
        }
        return channel
    }

    func corrupt(_ key: Key) -> DecodingError {
        .dataCorruptedError(forKey: key, in: container, debugDescription: "")
    }
}

private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
