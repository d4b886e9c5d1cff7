/// Finds what a mistyped name was meant to be.
package enum Spelling {
    /// The candidate nearest to `name`, when no more than a third of its letters differ; nil otherwise.
    package static func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
        let ranked = candidates.map { (distance: distance(name, $0), name: $0) }
        guard let best = ranked.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }),
            best.distance <= best.name.count / 3
        else { return nil }
        return best.name
    }

    /// The Levenshtein distance, over the first 64 characters: names are short, and a hostile one costs nothing.
    package static func distance(_ first: String, _ second: String) -> Int {
        let (a, b) = (Array(first.prefix(64)), Array(second.prefix(64)))
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in b.enumerated() {
                let substitution = diagonal + (left == right ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
