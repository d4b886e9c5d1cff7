internal import Dialogue

/// An assistant in one language, as it was between two edits of its topics.
///
/// A server takes one with every turn: as long as the edition is the same, a conversation need not be looked through again
/// for words that are gone.
public struct Edition: Sendable {
    /// Who answers.
    public let assistant: Assistant
    /// How many editions of this language came before it.
    public let number: Int

    /// The language of its answers: `fr`.
    public var language: String { assistant.setting.locale }

    /// Makes an edition; the first one of an assistant that nobody edits.
    public init(_ assistant: Assistant, number: Int = 0) { (self.assistant, self.number) = (assistant, number) }
}

extension LiveAssistant {
    /// Who answers now, and how often that changed.
    public func edition() -> Edition { Edition(current(), number: generation) }
}
