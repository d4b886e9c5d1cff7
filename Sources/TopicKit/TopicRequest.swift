public import CivilTime
public import Language

/// One question put to a topic, with everything it may need and nothing more.
public struct TopicRequest: Sendable {
    /// The intent, one of the topic's own.
    public let intent: String
    /// What the question said, or earlier turns, by slot.
    public let slots: [String: FilledSlot]
    /// The slots that this very utterance filled; the others come from earlier turns.
    public let said: Set<String>
    /// The slots whose question the person passed over, where ``Question/canSkip`` allowed it.
    public let skipped: Set<String>
    /// When the question is asked, by the town's clocks.
    public let now: Moment
    /// Public and school holidays of the town.
    public let calendar: DayCalendar
    /// The language of the answer: `fr`.
    public let locale: String
    /// What this topic asked to be remembered in this conversation; empty at first.
    public let memory: [String: String]
    /// The town, as far as every topic may know it.
    public let profile: TownProfile

    /// Makes a request; every slot counts as said where `said` is nil.
    public init(
        intent: String, slots: [String: FilledSlot] = [:], said: Set<String>? = nil, skipped: Set<String> = [],
        now: Moment, calendar: DayCalendar = DayCalendar(), locale: String = "fr", memory: [String: String] = [:],
        profile: TownProfile
    ) {
        (self.intent, self.slots, self.now, self.calendar) = (intent, slots, now, calendar)
        (self.said, self.skipped) = (said ?? Set(slots.keys), skipped)
        (self.locale, self.memory, self.profile) = (locale, memory, profile)
    }

    /// The id in an entity slot, or nil.
    public func entity(_ slot: String) -> String? {
        if case .entity(let id)? = slots[slot]?.value { id } else { nil }
    }

    /// The span in a time slot, or nil.
    public func time(_ slot: String) -> TimeSpan? {
        if case .time(let span)? = slots[slot]?.value { span } else { nil }
    }

    /// The number in a number slot, or nil.
    public func number(_ slot: String) -> Int? {
        if case .number(let number)? = slots[slot]?.value { number } else { nil }
    }

    /// The sum in a money slot in euro cents, or nil.
    public func money(_ slot: String) -> Int? {
        if case .money(let cents)? = amount(slot) { cents } else { nil }
    }

    /// The length of time in a duration slot, or nil.
    public func duration(_ slot: String) -> TimeAmount? {
        if case .duration(let length)? = amount(slot) { length } else { nil }
    }

    /// The age in an age slot, or nil.
    public func age(_ slot: String) -> TimeAmount? {
        if case .age(let age)? = amount(slot) { age } else { nil }
    }

    /// The telephone number in a phone slot, figures only, or nil.
    public func phone(_ slot: String) -> String? {
        if case .phone(let phone)? = amount(slot) { phone } else { nil }
    }

    /// The address of electronic mail in an e-mail slot, or nil.
    public func email(_ slot: String) -> String? {
        if case .email(let email)? = amount(slot) { email } else { nil }
    }

    /// The postcode in a postcode slot, or nil.
    public func postcode(_ slot: String) -> String? {
        if case .postcode(let postcode)? = amount(slot) { postcode } else { nil }
    }

    /// The address in an address slot, or nil.
    public func address(_ slot: String) -> StreetAddress? {
        if case .address(let address)? = amount(slot) { address } else { nil }
    }

    /// The words in a slot with a pattern, as they were written, or nil.
    public func text(_ slot: String) -> String? {
        if case .text(let text)? = slots[slot]?.value { text } else { nil }
    }

    private func amount(_ slot: String) -> Amount? {
        if case .amount(let amount)? = slots[slot]?.value { amount } else { nil }
    }

    /// The honest reply that the town has no valid record, with who knows.
    ///
    /// - Parameters:
    ///   - key: the phrase that says what is not known.
    ///   - values: the phrase's values.
    /// - Returns: a reply of status ``Reply/Status/unknown``.
    public func unknown(_ key: String, _ values: [String: Value] = [:]) -> Reply {
        Reply(.unknown, [.statement(Phrase(key, values)), .contact(profile.contact)])
    }

    /// The answer in a yes-or-no slot, or nil.
    public func yesNo(_ slot: String) -> Bool? {
        if case .yesNo(let answer)? = slots[slot]?.value { answer } else { nil }
    }
}

/// A slot's value, and the words that said it.
public struct FilledSlot: Sendable, Hashable, Codable {
    /// A typed value.
    public enum Value: Sendable, Hashable, Codable {
        /// An entry's id.
        case entity(String)
        /// A stretch of time.
        case time(TimeSpan)
        /// A whole number.
        case number(Int)
        /// Yes or no.
        case yesNo(Bool)
        /// A sum, a length of time, a telephone number, an address and their like.
        case amount(Amount)
        /// Words that follow the slot's pattern, as they were written.
        case text(String)
    }

    /// The value.
    public let value: Value
    /// The person's words for it.
    public let text: String
    /// Further values that the same utterance named: "du lait ou des œufs".
    public let others: [Value]

    /// Makes a filled slot.
    public init(_ value: Value, text: String, others: [Value] = []) {
        (self.value, self.text, self.others) = (value, text, others)
    }
}

/// What every topic may know of its town.
public struct TownProfile: Sendable, Hashable, Codable {
    /// The town's name: "Valclair".
    public let name: String
    /// Its INSEE code, five characters.
    public let insee: String
    /// Its postcode.
    public let postcode: String
    /// How to reach the town hall when an answer is not here.
    public let contact: Contact

    /// Makes a profile.
    public init(name: String, insee: String, postcode: String, contact: Contact) {
        (self.name, self.insee, self.postcode, self.contact) = (name, insee, postcode, contact)
    }
}

/// Who can help, and how to reach them.
public struct Contact: Sendable, Hashable, Codable {
    /// Who: "l'accueil de la mairie".
    public let name: String
    /// A telephone number, or nil.
    public let phone: String?
    /// An e-mail address, or nil.
    public let email: String?
    /// A postal address, or nil.
    public let address: String?
    /// A web page, or nil.
    public let url: String?

    /// Makes a contact.
    public init(name: String, phone: String? = nil, email: String? = nil, address: String? = nil, url: String? = nil) {
        (self.name, self.phone, self.email, self.address, self.url) = (name, phone, email, address, url)
    }
}
