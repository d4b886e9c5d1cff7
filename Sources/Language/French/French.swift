/// The grammar of French, with the word lists that it needs.
public struct French: Sendable {
    /// The lists of `Locales/fr/words`, by file and key.
    public let words: [String: [String: [String]]]

    /// Makes the grammar.
    public init(words: [String: [String: [String]]]) { self.words = words }
}
