public import TopicKit

/// What the conversation answers to one utterance.
public struct Turn: Sendable, Hashable {
    /// How the turn ended.
    public typealias Status = TurnStatus

    /// How the reply is to be said.
    public enum Manner: Sendable, Hashable {
        /// As it is.
        case plain
        /// In the simplest words.
        case simple
        /// With the details.
        case detailed
        /// Only its web addresses.
        case links
        /// Its names, letter by letter.
        case spelled
        /// A sentence at a time.
        case slow
    }

    /// How the turn ended.
    public var status: Status
    /// The topic that answered, or nil.
    public var topic: String?
    /// The intent that was understood, or nil.
    public var intent: String?
    /// How sure that is, from 0 to 1.
    public var confidence: Double
    /// What the question said or had said before.
    public var slots: [String: FilledSlot] = [:]
    /// What to say.
    public var reply: Reply
    /// How to say it.
    public var manner: Manner = .plain
    /// How fast and how loud to say it, where there is a voice.
    public var delivery = Delivery()
    /// The answers to several questions of one sentence, in the order in which they are said; empty for one question.
    public var parts: [Turn] = []
    /// Whether the words called for emergency numbers.
    public var isUrgent = false
    /// Whether the person takes leave.
    public var isLeaving = false
    /// Whether the voice must fall silent at once.
    public var silencesVoice = false
    /// Whether the person wants no more messages.
    public var unsubscribes = false
    /// The language to go on in, when the person asked for another one.
    public var language: String?
}

extension ConversationState {
    /// What was said last, to be shown once more, such as on a page that is printed; no turn of the conversation.
    public var shownLast: Turn? {
        last.map {
            Turn(status: Turn.Status($0.reply), topic: $0.topic, intent: nil, confidence: 1, reply: $0.reply)
        }
    }
}

/// How fast and how loud a voice speaks, in steps from its usual way.
public struct Delivery: Sendable, Hashable, Codable {
    /// The slowest and the fastest step, and the softest and the loudest.
    public static let rates = -3...6, volumes = -3...3

    /// Steps faster than usual; slower when negative.
    public internal(set) var rate = 0
    /// Steps louder than usual; softer when negative.
    public internal(set) var volume = 0

    /// The usual way.
    public init() {}

    /// Takes a step, if there is one left; false at the end of the range.
    mutating func step(_ act: Act) -> Bool {
        let (rate, volume) = (self.rate, self.volume)
        switch act {
        case .slower: self.rate = max(rate - 1, Delivery.rates.lowerBound)
        case .faster: self.rate = min(rate + 1, Delivery.rates.upperBound)
        case .softer: self.volume = max(volume - 1, Delivery.volumes.lowerBound)
        case .louder: self.volume = min(volume + 1, Delivery.volumes.upperBound)
        default: break
        }
        return (rate, volume) != (self.rate, self.volume)
    }
}
