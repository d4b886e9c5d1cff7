/// What a pack may have at most: far more than any town needs, and little enough to be read, learnt and kept in memory.
enum PackLimits {
    /// The bytes of `topic.yaml`.
    static let fileSize = 1_000_000
    /// The bytes of one table.
    static let tableSize = 4_000_000
    /// The rows of one table.
    static let rows = 5_000
    /// Each of the lists of `topic.yaml`.
    static let lists = [
        "intents": 40, "slots": 30, "tables": 20, "sources": 40, "contacts": 40, "choices": 2_000, "examples": 300,
        "answers": 100, "when": 20, "items": 100, "then": 12, "details": 24, "out": 300,
    ]
    /// The signs of one text.
    static let textLength = 1_000
    /// The fewest example sentences that an intent can be learnt from.
    static let fewestExamples = 5
    /// The most choices that are read out; a longer list is asked for by its prompt alone.
    static let spokenChoices = 12
}
