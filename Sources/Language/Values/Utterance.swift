/// What a person said or typed, in one turn.
public struct Utterance: Sendable, Hashable {
    /// The words, as typed or as best recognised.
    public let text: String

    /// Makes an utterance.
    public init(_ text: String) { self.text = text }
}
