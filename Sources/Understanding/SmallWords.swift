/// The words of a language that carry no subject of their own, from `Locales/<language>/words/small.yaml`.
public struct SmallWords: Sendable {
    /// Articles and prepositions that may stand before a name: "la", "de", "des".
    public let articles: Set<String>
    /// Kinds of ways: "rue", "avenue".
    public let ways: Set<String>
    /// All small words: these, and "et", "pour", "alors", "s'il vous plaît"...
    public let all: Set<String>
    /// Words of everyday talk that some names are made of: "paix", "soleil"; alone they are no name.
    public let ordinary: Set<String>
    /// Words that join two questions: "et", "puis".
    public let joints: Set<String>
    /// Words that begin a question, as people write them: "quand", "kan".
    public let questions: Set<String>
    /// What a shortened word stands for: "st" for "saint".
    public let shortened: [String: String]

    /// Reads the lists `article`, `way`, `filler`, `ordinary`, `joint`, `question` and those like `short.saint`, each word folded.
    public init(lists: [String: [String]], fold: (String) -> String) {
        func set(_ name: String) -> Set<String> { Set((lists[name] ?? []).map(fold)) }
        articles = set("article")
        ways = set("way")
        all = articles.union(set("filler"))
        ordinary = set("ordinary")
        joints = set("joint")
        questions = set("question")
        var shortened: [String: String] = [:]
        for key in lists.keys.sorted() where key.hasPrefix("short.") {
            for short in lists[key] ?? [] { shortened[fold(short)] = fold(String(key.dropFirst("short.".count))) }
        }
        self.shortened = shortened
    }
}
