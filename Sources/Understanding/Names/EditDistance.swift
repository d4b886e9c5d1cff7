/// The number of insertions, deletions, substitutions and swaps of neighbours between two texts, or nil above a limit.
///
/// Optimal string alignment (a restricted Damerau-Levenshtein distance).
func editDistance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, atMost limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    let (a, b) = (Array(a), Array(b))
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 1...a.count {
        row[0] = i
        var least = i
        for j in 1...b.count {
            let cost = a[i - 1] == b[j - 1] ? 0 : 1
            var steps = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { steps = min(steps, beforeLast[j - 2] + 1) }
            row[j] = steps
            least = min(least, steps)
        }
        if least > limit { return nil }
        (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count] <= limit ? last[b.count] : nil
}
