/// The words of a language that carry no subject of their own, from `Locales/<language>/words/small.yaml`.
public struct SmallWords: Sendable, Codable {
    /// Articles and prepositions that may stand before a name: "la", "de", "des".
    public let articles: Set<String>
    /// Kinds of ways: "rue", "avenue".
    public let ways: Set<String>
    /// All small words: these, and "et", "pour", "alors", "s'il vous plaît"...
    public let all: Set<String>

    /// Reads the lists `article`, `way` and `filler`, each word folded.
    public init(lists: [String: [String]], fold: (String) -> String) {
        articles = Set((lists["article"] ?? []).map(fold))
        ways = Set((lists["way"] ?? []).map(fold))
        all = articles.union((lists["filler"] ?? []).map(fold))
    }
}
