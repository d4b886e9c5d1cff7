/// How much two sentences have in common, rare words counting most.
struct Likeness {
    private let frequency: [String: Int]
    private let count: Int

    /// Learns from the telling words of some sentences which are rare.
    init(_ sketches: [Set<String>]) {
        frequency = sketches.reduce(into: [:]) { frequency, sketch in
            for part in sketch { frequency[part, default: 0] += 1 }
        }
        count = sketches.count
    }

    /// How like an example a sentence is: 1 where it says all of it, whatever it says besides; else the weight of what both
    /// have, over the weight of what either has.
    func between(_ a: Set<String>, example b: Set<String>) -> Double {
        if b.count > 1, b.isSubset(of: a) { return 1 }
        let all = weight(a.union(b))
        return all > 0 ? Double(weight(a.intersection(b))) / Double(all) : 0
    }

    /// Whole numbers, since sums of floats depend on their order and a set has none.
    private func weight(_ parts: Set<String>) -> Int {
        parts.reduce(0) { sum, part in
            let ratio = (count + 1) / (1 + (frequency[part] ?? 0))
            return sum + 1 + Int.bitWidth - max(1, ratio).leadingZeroBitCount
        }
    }
}
