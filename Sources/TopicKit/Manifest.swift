public import Language

/// What a topic declares about itself: ids and types only.
///
/// Titles, example sentences, prompts and the words of choices are joined at load from `Locales/<language>/<id>.yaml`.
public struct Manifest: Sendable, Hashable, Codable {
    /// The topic's id, in lower case with hyphens: `civil-status`.
    public let id: String
    /// The questions it answers.
    public let intents: [Intent]
    /// What it may need to know, once for all its intents.
    public let slots: [Slot]
    /// What it must be allowed to do.
    public let permissions: [Permission]

    /// Makes a manifest.
    public init(id: String, intents: [Intent], slots: [Slot] = [], permissions: [Permission] = []) {
        (self.id, self.intents, self.slots, self.permissions) = (id, intents, slots, permissions)
    }

    /// The intent with an id, or nil.
    public func intent(_ id: String) -> Intent? { intents.first { $0.id == id } }
    /// The slot with a name, or nil.
    public func slot(_ name: String) -> Slot? { slots.first { $0.name == name } }

    /// Those among some filled slots that mean something together: one whose ``Slot/when`` is not met is left out.
    public func meant(_ filled: [String: FilledSlot]) -> [String: FilledSlot] {
        filled.filter { name, _ in
            slot(name)?.when.allSatisfy { filled[$0.key]?.value == .entity($0.value) } ?? true
        }
    }
}

/// One kind of question.
public struct Intent: Sendable, Hashable, Codable {
    /// `<topic id>.<name>`: `waste.next`.
    public let id: String
    /// Slots that must be filled before the topic is asked; the core elicits them in this order.
    public let required: [String]
    /// Slots that the topic uses when they are there.
    public let optional: [String]

    /// Makes an intent.
    public init(_ id: String, required: [String] = [], optional: [String] = []) {
        (self.id, self.required, self.optional) = (id, required, optional)
    }

    /// Every slot that the intent uses.
    public var slots: [String] { required + optional }

    /// The topic that an intent's id begins with.
    public static func topic(of id: String) -> String { String(id.prefix { $0 != "." }) }
}

/// One thing that a question may mention.
public struct Slot: Sendable, Hashable, Codable {
    /// What kind of value fills a slot.
    public enum Kind: Sendable, Hashable, Codable {
        /// A stretch of time: "jeudi prochain".
        case time
        /// A whole number.
        case number
        /// A yes or a no.
        case yesNo
        /// One of the slot's entries.
        case entity
        /// A sum: "12,50 €".
        case money
        /// A length of time: "une heure et demie".
        case duration
        /// An age: "12 ans".
        case age
        /// A telephone number.
        case phone
        /// An address of electronic mail.
        case email
        /// A French postcode.
        case postcode
        /// A street with the number of a house, whether the town knows it or not.
        case address
        /// Words that follow a pattern, such as the number of a file.
        case pattern(TextPattern)

        /// The amount that fills the slot, or nil when it is filled by something else.
        public var amount: Amount.Kind? {
            switch self {
            case .money: .money
            case .duration: .duration
            case .age: .age
            case .phone: .phone
            case .email: .email
            case .postcode: .postcode
            case .address: .address
            case .time, .number, .yesNo, .entity, .pattern: nil
            }
        }
    }

    /// The slot's name: `street`.
    public let name: String
    /// What fills it.
    public let kind: Kind
    /// What an entity may be.
    ///
    /// Names that every town shares come from `Locales`, under the entry's id.
    public let entries: [Entry]
    /// Whether the value is still meant in later questions of the conversation: a street is, a date is not.
    public let isKept: Bool
    /// Whether the entries' names are the town's own, such as streets, rather than words that tell what a question is about.
    ///
    /// "Rue des Lilas" may be any street; "une carte d'identité" is a subject, whoever lists it.
    public let hasProperNames: Bool
    /// The entries that other slots must have for this one to mean anything; empty for a slot that always does.
    ///
    /// The reason why a card must be made again means nothing once the question is about a wedding.
    public let when: [String: String]

    /// Makes a slot.
    public init(
        _ name: String, _ kind: Kind, entries: [Entry] = [], isKept: Bool = false, hasProperNames: Bool = true,
        when: [String: String] = [:]
    ) {
        (self.name, self.kind, self.entries, self.isKept) = (name, kind, entries, isKept)
        (self.hasProperNames, self.when) = (hasProperNames, when)
    }
}

/// One value of an entity slot.
public struct Entry: Sendable, Hashable, Codable {
    /// What the topic gets: a record's id.
    public let id: String
    /// What people may call it, the official name first; empty when `Locales` has all its names.
    public let names: [String]

    /// Makes an entry.
    public init(id: String, names: [String] = []) { (self.id, self.names) = (id, names) }
}

/// Something that a topic may do only when its town allows it.
public enum Permission: String, Sendable, Hashable, Codable, CaseIterable {
    /// Reach a host on the network.
    case network
    /// File a request that a person of the town hall will read.
    case filing
}
