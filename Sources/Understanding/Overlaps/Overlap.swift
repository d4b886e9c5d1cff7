/// A sentence that two topics claim.
public struct Overlap: Sendable, Hashable, Codable {
    /// Why both claim it.
    public enum Kind: String, Sendable, Codable {
        /// Both give it as an example.
        case same
        /// It is an example of one, and a model that has not seen it is sure that it belongs to the other.
        case taken
    }

    /// Why both claim it.
    public let kind: Kind
    /// The topic that was installed first.
    public let earlier: String
    /// The topic that was installed last, and is to be refused.
    public let later: String
    /// The topic whose example the sentence is.
    public let owner: String
    /// The sentence, as its topic writes it.
    public let sentence: String
    /// The most similar example of the other topic.
    public let other: String
}
