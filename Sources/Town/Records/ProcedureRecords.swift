public import CivilTime

/// The procedures that a town explains: decision trees over documents, fees, delays and places.
public struct ProcedureRecords: Sendable, Codable {
    /// A procedure: "la carte d'identité".
    public struct Procedure: Sendable, Codable, Hashable {
        /// The procedure's id, the name of its file: `carte-identite`.
        public let id: String
        /// What it is called, with its article: "la carte d'identité".
        public let name: String
        /// Other words for it.
        public let aliases: [String]
        /// What must be known of the case, in order.
        public let questions: [Question]
        /// What the case leads to, in order.
        public let facts: [Fact]
        /// Web pages: the online service, the appointment.
        public let links: [Link]
        /// The place that handles it among the town's places, or nil when it is not the town hall's matter.
        public let place: String?
        /// When the text was written.
        public let written: Day
        /// When somebody of the town last checked it, or nil.
        public let reviewed: Day?
        /// Who checked it, or nil.
        public let reviewer: String?
        /// The official page: its title.
        public let sourceTitle: String
        /// The official page: its address.
        public let sourceURL: String
        /// The file that says so.
        public let source: String

        /// Makes a procedure.
        public init(
            id: String, name: String, aliases: [String], questions: [Question], facts: [Fact], links: [Link],
            place: String?, written: Day, reviewed: Day?, reviewer: String?, sourceTitle: String, sourceURL: String,
            source: String
        ) {
            (self.id, self.name, self.aliases, self.questions) = (id, name, aliases, questions)
            (self.facts, self.links, self.place, self.written) = (facts, links, place, written)
            (self.reviewed, self.reviewer, self.sourceTitle) = (reviewed, reviewer, sourceTitle)
            (self.sourceURL, self.source) = (sourceURL, source)
        }
    }

    /// When something applies: every question named must have been answered by one of the answers given.
    public typealias Condition = [String: [String]]

    /// One thing to know of the case.
    public struct Question: Sendable, Codable, Hashable {
        /// The slot: `motif`.
        public let id: String
        /// The question as it is put: "C'est pour une première carte, ou pour refaire une carte ?".
        public let prompt: String
        /// The answers, at least two.
        public let choices: [Choice]
        /// When it is asked; empty always.
        public let when: Condition

        /// Makes a question.
        public init(id: String, prompt: String, choices: [Choice], when: Condition) {
            (self.id, self.prompt, self.choices, self.when) = (id, prompt, choices, when)
        }
    }

    /// One answer to a question.
    public struct Choice: Sendable, Codable, Hashable {
        /// The answer's id: `perdue`.
        public let id: String
        /// How it is named: "une carte perdue".
        public let label: String
        /// Other words that say it.
        public let names: [String]

        /// Makes a choice.
        public init(id: String, label: String, names: [String]) {
            (self.id, self.label, self.names) = (id, label, names)
        }
    }

    /// Something that holds in a case.
    public struct Fact: Sendable, Codable, Hashable {
        /// What the fact is about.
        public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
            case document, eligibility, fee, delay, step, appointment, place, note
        }

        /// What it is about.
        public let kind: Kind
        /// The fact in plain words, one sentence or a noun phrase for a document.
        public let text: String
        /// The same in the simplest words, or nil.
        public let simple: String?
        /// When it holds; empty always.
        public let when: Condition

        /// Makes a fact.
        public init(kind: Kind, text: String, simple: String?, when: Condition) {
            (self.kind, self.text, self.simple, self.when) = (kind, text, simple, when)
        }
    }

    /// A web page of a procedure.
    public struct Link: Sendable, Codable, Hashable {
        /// What a page is for.
        public enum Kind: String, Sendable, Codable, Hashable { case online, appointment, information }

        /// What the page is for.
        public let kind: Kind
        /// What it is called: "Faire la pré-demande en ligne".
        public let purpose: String
        /// The address; `{motif}` is replaced by the answer to that question.
        public let url: String
        /// When it applies; empty always.
        public let when: Condition

        /// Makes a link.
        public init(kind: Kind, purpose: String, url: String, when: Condition) {
            (self.kind, self.purpose, self.url, self.when) = (kind, purpose, url, when)
        }
    }

    /// The procedures, by id.
    public var procedures: [Procedure] = []

    /// Makes empty records.
    public init() {}
}
