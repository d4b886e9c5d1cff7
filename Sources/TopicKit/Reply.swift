public import CivilTime
public import Language

/// An answer as meaning: what to say, on whose word, and what is still needed.
///
/// A reply holds no sentence for a screen; the same reply is rendered as text, speech, a message, or again more simply.
public struct Reply: Sendable, Hashable, Codable {
    /// How the question was settled.
    public enum Status: String, Sendable, Hashable, Codable {
        /// A valid record answered.
        case answered
        /// Understood, but the town has no valid record: the reply says so and who knows.
        case unknown
        /// Another administration's matter: the reply says whose.
        case refused
        /// A person takes over.
        case handover
        /// Something was filed; `reference` has its number.
        case done
    }

    /// How the question was settled; with a ``question`` the core reports that something is asked.
    public var status: Status
    /// What is said, in order; the first part stands alone as the answer.
    public var parts: [Part]
    /// What is said only after "plus de détails".
    public var details: [Part]
    /// What must be known before there is an answer, or nil.
    public var question: Question?
    /// Where the facts come from; at least one entry for every answer that holds a fact.
    public var evidence: [Evidence]
    /// What this topic wants to find in the next request's memory; nil keeps what was there.
    public var memory: [String: String]?
    /// The number of what was filed.
    public var reference: String?
    /// What a later question may point at, in the order in which it was said: "la deuxième", "c'est ouvert quand ?".
    public var referents: [Referent]

    /// Makes a reply.
    public init(
        _ status: Status = .answered, _ parts: [Part] = [], details: [Part] = [], question: Question? = nil,
        evidence: [Evidence] = [], memory: [String: String]? = nil, reference: String? = nil,
        referents: [Referent] = []
    ) {
        (self.status, self.parts, self.details, self.question) = (status, parts, details, question)
        (self.evidence, self.memory, self.reference, self.referents) = (evidence, memory, reference, referents)
    }

    /// A reply that asks one thing.
    public static func asking(_ question: Question, memory: [String: String]? = nil) -> Reply {
        Reply(.answered, question: question, memory: memory)
    }

    /// One part of an answer.
    public enum Part: Sendable, Hashable, Codable {
        /// A sentence or two.
        case statement(Phrase)
        /// Things without an order. Rendered numbered, its count announced by `title`'s `count` value.
        case list(title: Phrase, items: [Phrase])
        /// Things to do in order.
        case steps(title: Phrase, items: [Phrase])
        /// Days or times and what holds then, a sentence a row.
        case schedule(title: Phrase, rows: [Row])
        /// Who to reach.
        case contact(Contact)
        /// An address on the web, with what it is for.
        case link(Link)
        /// A record's own words, never part of a first answer.
        case quotation(text: String, source: String)
    }

    /// A row of a schedule, such as a day and its hours.
    public struct Row: Sendable, Hashable, Codable {
        /// What the row is about, usually a day.
        public let head: Phrase
        /// What holds then.
        public let body: Phrase

        /// Makes a row.
        public init(head: Phrase, body: Phrase) { (self.head, self.body) = (head, body) }
    }
}

extension Reply {
    /// Every phrase that it says, details, question and choices included; the values in them aside.
    public var phrases: [Phrase] {
        (parts + details).flatMap(\.phrases)
            + (question.map { [$0.prompt, $0.reason, $0.example].compactMap { $0 } + $0.choices.map(\.label) } ?? [])
    }
}

extension Reply.Part {
    fileprivate var phrases: [Phrase] {
        switch self {
        case .statement(let phrase): [phrase]
        case .list(let title, let items), .steps(let title, let items): [title] + items
        case .schedule(let title, let rows): [title] + rows.flatMap { [$0.head, $0.body] }
        case .link(let link): [link.purpose]
        case .contact, .quotation: []
        }
    }
}

/// Something that an answer named, so that the next question need not.
///
/// One that stands for an item of a list is chosen by its rank, its day or its name, and asks ``intent`` about it. A question
/// of the same topic that lacks the ``slot`` takes the only referent that could fill it.
public struct Referent: Sendable, Hashable, Codable {
    /// The intent that tells more of it: `events.detail`, `hours.open`; it need not be of the topic that answered.
    public let intent: String
    /// The slot of that intent which it fills.
    public let slot: String
    /// The entry's id.
    public let entry: String
    /// The day that it is about, or nil.
    public let day: Day?

    /// Makes a referent.
    public init(intent: String, slot: String, entry: String, day: Day? = nil) {
        (self.intent, self.slot, self.entry, self.day) = (intent, slot, entry, day)
    }
}

/// A web address with its purpose.
public struct Link: Sendable, Hashable, Codable {
    /// What it is for: "Prendre rendez-vous".
    public let purpose: Phrase
    /// The address.
    public let url: String

    /// Makes a link.
    public init(purpose: Phrase, url: String) { (self.purpose, self.url) = (purpose, url) }
}

/// What a topic needs to know before it can answer.
public struct Question: Sendable, Hashable, Codable {
    /// One answer to a question.
    public struct Choice: Sendable, Hashable, Codable {
        /// The value that the slot gets.
        public let id: String
        /// How it is named to the person.
        public let label: Phrase
        /// Other words for it.
        public let names: [String]

        /// Makes a choice.
        public init(id: String, label: Phrase, names: [String] = []) {
            (self.id, self.label, self.names) = (id, label, names)
        }
    }

    /// The slot that the answer fills; it need not be in the manifest when ``choices`` say all that it may be.
    public let slot: String
    /// The question itself.
    public let prompt: Phrase
    /// What may be answered; empty for a slot of the manifest that understanding fills.
    public let choices: [Choice]
    /// Whether it is a yes or a no: the slot then gets a yes-or-no value.
    public let isYesNo: Bool
    /// Why it is asked, in a sentence; nil where the prompt makes it plain.
    public var reason: Phrase?
    /// An answer that would do: "par exemple, rue des Tilleuls"; nil where the choices say it.
    public var example: Phrase?
    /// Whether "je passe" goes on without an answer: the slot then is among the request's ``TopicRequest/skipped``.
    public var canSkip = false
    /// Whether any words answer it, as the person puts them: a name, a subject; the slot then gets a text.
    public var takesAnyWords = false
    /// Whether a yes sends something to a person: the turn's status is then ``TurnStatus/confirm``.
    public var isConfirmation = false
    /// The index of the first choice to say, a multiple of ``spokenChoices``: it grows as the person asks for the others.
    public var firstChoice = 0

    /// How many choices are said at a time; the others wait for "autre" (rule K8).
    public static let spokenChoices = 3

    /// Makes a question.
    public init(
        slot: String, prompt: Phrase, choices: [Choice] = [], isYesNo: Bool = false, reason: Phrase? = nil,
        example: Phrase? = nil, canSkip: Bool = false, takesAnyWords: Bool = false, isConfirmation: Bool = false
    ) {
        (self.slot, self.prompt, self.choices, self.isYesNo) = (slot, prompt, choices, isYesNo)
        (self.reason, self.example, self.canSkip) = (reason, example, canSkip)
        (self.takesAnyWords, self.isConfirmation) = (takesAnyWords, isConfirmation)
    }
}

/// Where a fact comes from and how long it holds.
public struct Evidence: Sendable, Hashable, Codable {
    /// The file, as a path within the town's folder.
    public let source: String
    /// What the source is called: "le calendrier de collecte 2026".
    public let title: String
    /// Who publishes it.
    public let publisher: String
    /// The date of the record.
    public let date: Day
    /// The last day on which it holds, or nil without an end.
    public let validUntil: Day?
    /// The official page, or nil.
    public let url: String?
    /// When somebody of the town last checked it; nil when nobody did or the record needs none.
    public let reviewed: Day?

    /// Makes an evidence.
    public init(
        source: String, title: String, publisher: String, date: Day, validUntil: Day? = nil, url: String? = nil,
        reviewed: Day? = nil
    ) {
        (self.source, self.title, self.publisher, self.date) = (source, title, publisher, date)
        (self.validUntil, self.url, self.reviewed) = (validUntil, url, reviewed)
    }

    /// Whether the record still holds on a day.
    public func isValid(on day: Day) -> Bool { validUntil.map { day <= $0 } ?? true }
}
