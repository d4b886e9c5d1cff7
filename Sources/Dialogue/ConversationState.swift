public import CivilTime
public import TopicKit

/// What a conversation remembers; no utterance is kept, and nothing grows without end.
public struct ConversationState: Sendable, Codable {
    /// The question under way, with what was answered on the way.
    public struct Thread: Sendable, Codable {
        /// The intent.
        public var intent: String
        /// Its slots.
        public var slots: [String: FilledSlot]
        /// The questions that were answered, in order.
        public var answered: [Answered] = []
        /// The slots that the person passed over.
        public var skipped: Set<String> = []
        /// What the topic remembered before this question, for the way back.
        public var memoryBefore: [String: String]?

        /// Makes a thread that has not asked anything.
        public init(intent: String, slots: [String: FilledSlot]) { (self.intent, self.slots) = (intent, slots) }

        /// Keeps a question that was answered.
        mutating func keep(_ answer: Answered) {
            answered = answered.suffix(ConversationState.mostAnswered - 1) + [answer]
        }
    }

    /// A question that was answered, so that it can be corrected or asked again.
    public struct Answered: Sendable, Codable {
        /// What was asked.
        public var question: Question
        /// What the topic remembered when it asked.
        public var memory: [String: String]?
    }

    /// A form that another question interrupted.
    public struct Suspended: Sendable, Codable {
        /// The form.
        public var thread: Thread
        /// What it had asked.
        public var pending: Question
        /// Whether it was offered again already: once is enough, "on reprend" finds it later.
        public var wasOffered = false

        /// Makes a form that waits.
        public init(thread: Thread, pending: Question) { (self.thread, self.pending) = (thread, pending) }
    }

    /// What was said, so that it can be said again.
    public struct Said: Sendable, Codable {
        /// The reply.
        public var reply: Reply
        /// The topic that gave it, or nil.
        public var topic: String?

        /// Makes what was said.
        public init(reply: Reply, topic: String?) { (self.reply, self.topic) = (reply, topic) }
    }

    /// How many forms wait to be taken up.
    static let mostSuspended = 3
    /// How many replies may be said again, and how many questions of a form be corrected.
    static let mostSaid = 4, mostAnswered = 12
    /// How many things an answer may be asked about.
    static let mostReferents = 12
    /// After how many seconds without a word a conversation is forgotten: 20 minutes.
    public static let secondsKept = 20 * 60

    /// The question under way, for "et vendredi ?".
    public var thread: Thread?
    /// What was asked and not answered yet.
    public var pending: Question?
    /// Forms that other questions interrupted, the last one last.
    public var suspended: [Suspended] = []
    /// The slots that each intent of a choice between intents would get.
    public var alternatives: [String: [String: FilledSlot]] = [:]
    /// Slots that stay meant, by topic.
    public var kept: [String: [String: FilledSlot]] = [:]
    /// What topics asked to remember, by topic.
    public var memory: [String: [String: String]] = [:]
    /// The last replies, for "répète" and "retour".
    public var said: [Said] = []
    /// What the last answer named, for "la deuxième".
    public var referents: [Referent] = []
    /// How many turns in a row were not understood.
    public var misses = 0
    /// How many times in a row nothing was said.
    public var silences = 0
    /// The last reply, if it asked something, and how often words have come to it in a row.
    public var standing: Standing?
    /// How often misunderstandings have ended with a person: the next ones are worded otherwise.
    public var rounds = 0
    /// How fast and how loud the voice speaks.
    public var delivery = Delivery()
    /// The last answer of a topic, which "est-ce que cela vous aide ?" is about; nil once that was asked.
    public var judged: Judged?
    /// Whether that question was put already: once is enough.
    public var wasAskedForHelp = false
    /// Whether the details of the last reply were said.
    public var gaveDetails = false
    /// When the person last said something.
    public var lastTurn: Moment?

    /// An answer that the person may judge.
    public struct Judged: Sendable, Codable {
        /// The topic.
        public var topic: String
        /// The intent.
        public var intent: String
        /// How it was answered.
        public var status: TurnStatus
    }

    /// A reply with a question that what was said did not answer.
    public struct Standing: Sendable, Codable {
        /// The reply.
        public var reply: Reply
        /// What was understood.
        public var intent: String?
        /// How the voice was.
        public var delivery: Delivery
        /// How often in a row all that was the same.
        public var times = 1

        /// Whether another turn came to the same.
        func isLike(_ other: Standing) -> Bool {
            (reply, intent, delivery) == (other.reply, other.intent, other.delivery)
        }
    }

    /// A conversation that has not begun.
    public init() {}

    /// The last thing said, or nil.
    var last: Said? { said.last }

    /// Whether the person has been gone for so long that somebody else may stand there.
    func isExpired(at now: Moment) -> Bool {
        lastTurn.map { $0.seconds(to: now) > ConversationState.secondsKept } ?? false
    }

    /// Keeps a reply for "répète".
    mutating func say(_ reply: Reply, _ topic: String?) {
        said = said.suffix(ConversationState.mostSaid - 1) + [Said(reply: reply, topic: topic)]
        gaveDetails = false
    }
}
