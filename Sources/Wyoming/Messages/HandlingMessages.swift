/// Asks for the intent of a text.
public struct RecognizeMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "recognize"
    /// The text.
    public var text: String

    /// A request.
    public init(text: String) { self.text = text }
}

/// The intent of a text.
public struct IntentMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "intent"
    /// The intent's name.
    public var name: String
    /// The slots that were said.
    public var entities: [Entity]
    /// What to answer.
    public var text: String?

    /// A slot that was said.
    public struct Entity: Codable, Sendable, Hashable {
        /// The slot's name.
        public var name: String
        /// Its value.
        public var value: String?

        /// A slot and its value.
        public init(name: String, value: String?) { (self.name, self.value) = (name, value) }
    }

    /// An intent.
    public init(name: String, entities: [Entity] = [], text: String? = nil) {
        (self.name, self.entities, self.text) = (name, entities, text)
    }
}

/// The text has no intent that is known.
public struct NotRecognizedMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "not-recognized"
    /// What to answer.
    public var text: String?

    /// An answer.
    public init(text: String? = nil) { self.text = text }
}

/// A text was handled: what to answer.
public struct HandledMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "handled"
    /// What to answer.
    public var text: String?

    /// An answer.
    public init(text: String? = nil) { self.text = text }
}

/// A text could not be handled.
public struct NotHandledMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "not-handled"
    /// What to answer.
    public var text: String?

    /// An answer.
    public init(text: String? = nil) { self.text = text }
}
