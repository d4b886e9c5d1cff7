/// How far apart two sound keys are, as a recogniser of phones mixes sounds up.
///
/// A weighted edit distance: a sound taken for a near one ("p" for "b", "on" for "an") costs less than for any other. The pairs
/// are those that differ in one feature (voice, place, nasality, rounding, height) in the French of the recogniser's phones.
struct SoundDistance {
    /// What one missing or added sound costs, against 1 for one taken for a distant other.
    private static let gap: Float = 0.8
    /// What a near sound costs.
    private static let near: Float = 0.45
    /// What each sound before and after the part that fits costs, in ``fit(of:in:)``.
    private static let outside: Float = 0.15

    /// How alike two keys are as wholes: 1 for the same, 0 for nothing in common.
    static func likeness(_ a: [UInt8], _ b: [UInt8]) -> Double {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        return score(distance(a, b, outside: gap), a.count, b.count)
    }

    /// How well a name fits within what was heard, words around it costing little: 1 when its very sounds are there.
    static func fit(of name: [UInt8], in heard: [UInt8]) -> Double {
        guard !name.isEmpty, !heard.isEmpty else { return 0 }
        return max(0, 1 - Double(distance(name, heard, outside: outside)) / Double(name.count))
    }

    private static func score(_ distance: Float, _ a: Int, _ b: Int) -> Double {
        max(0, 1 - Double(distance) / Double(max(a, b)))
    }

    /// The least cost of making `heard` of `name`, sounds of `heard` before and after it costing `outside` each.
    private static func distance(_ name: [UInt8], _ heard: [UInt8], outside: Float) -> Float {
        var last = (0...heard.count).map { Float($0) * outside }
        var row = last
        for i in 1...name.count {
            row[0] = Float(i) * gap
            let added = i == name.count ? outside : gap
            for j in 1...heard.count {
                row[j] = min(
                    last[j] + gap, row[j - 1] + added,
                    last[j - 1] + costs[Int(name[i - 1] & 0x7f)][Int(heard[j - 1] & 0x7f)])
            }
            swap(&last, &row)
        }
        return last[heard.count]
    }

    /// The cost of taking one sound for another, by their ASCII codes.
    private static let costs: [[Float]] = {
        var costs = (0..<128).map { a in (0..<128).map { b in a == b ? Float(0) : 1 } }
        let pairs =
            "pb td kg fv sz SZ mn nN lr jl ji ei e2 2@ @o ou ya yi yu AO AI aA oO eI OI aI ae ao yj wu 2o jZ mb nd tk pt sS zZ vb"
        for pair in pairs.split(separator: " ") {
            let (a, b) = (Int(pair.utf8.first ?? 0), Int(pair.utf8.last ?? 0))
            (costs[a][b], costs[b][a]) = (near, near)
        }
        return costs
    }()
}
