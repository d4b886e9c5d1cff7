/// A way of saying the same thing.
public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
    /// To be read.
    case text
    /// To be read, in the simplest words.
    case simple
    /// To be heard: numbers, hours and addresses as words.
    case speech
}
