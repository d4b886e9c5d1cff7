/// The SplitMix64 generator: the same numbers on every machine, for what must be repeatable.
///
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. Not for secrets.
public struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts a sequence; the same seed gives the same one.
    public init(seed: UInt64) { state = seed }

    /// The next number of the sequence.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// A number from 0 to below `count`, which is at least 1.
    public mutating func number(below count: Int) -> Int { Int(truncatingIfNeeded: next() % UInt64(max(count, 1))) }

    /// True as often as `probability` says, from 0 to 1.
    public mutating func chance(_ probability: Double) -> Bool { Double(next() >> 11) * 0x1p-53 < probability }
}

extension Array {
    /// One of the elements, or nil of none.
    func pick(_ random: inout SplitMix) -> Element? { isEmpty ? nil : self[random.number(below: count)] }
}
