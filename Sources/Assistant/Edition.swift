internal import Dialogue

/// An assistant in one language, as it was between two edits of its topics.
///
/// A server takes one with every turn: as long as the edition is the same, a conversation need not be looked through again
/// for words that are gone. A class, because an assistant has so many parts that to hand it on by value, several times a
/// turn and from several threads, would cost more than the rest of the way.
public final class Edition: Sendable {
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
    /// Who answers now, and how often that changed: the edition before where nothing did.
    ///
    /// - Parameter known: the edition that the caller has.
    /// - Returns: it, or the newer one.
    public func edition(after known: Edition) -> Edition {
        let newest = current()
        return generation == known.number ? known : Edition(newest, number: generation)
    }
}
