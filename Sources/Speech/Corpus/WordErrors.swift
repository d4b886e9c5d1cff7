/// How many words differ between what was said and what was heard.
public struct WordErrors: Sendable, Hashable {
    /// Insertions, deletions and substitutions.
    public private(set) var errors = 0
    /// Words that were said.
    public private(set) var words = 0

    /// Nothing was compared yet.
    public init() {}

    /// Adds a sentence.
    public mutating func add(said: [String], heard: [String]) {
        words += said.count
        errors += Self.distance(said, heard)
    }

    /// Errors a word said; more than 1 when more was heard than said.
    public var rate: Double { words == 0 ? 0 : Double(errors) / Double(words) }

    /// Levenshtein's distance between two sequences of words.
    static func distance(_ a: [String], _ b: [String]) -> Int {
        var last = Array(0...b.count)
        for (i, word) in a.enumerated() {
            var row = [i + 1]
            for (j, other) in b.enumerated() {
                row.append(min(last[j + 1] + 1, row[j] + 1, last[j] + (word == other ? 0 : 1)))
            }
            last = row
        }
        return last[b.count]
    }
}
