internal import Foundation

/// Faint white noise, the same each time: models of sound that never met perfect silence misjudge it.
public struct WhiteNoise: Sendable {
    private let sigma: Double
    private var state: UInt64

    /// Noise of a loudness.
    ///
    /// - Parameters:
    ///   - sigma: its standard deviation, in steps of a 16-bit sample.
    ///   - seed: where the sequence starts.
    public init(sigma: Double, seed: UInt64 = 0x9e37_79b9_7f4a_7c15) { (self.sigma, state) = (sigma, seed | 1) }

    /// Samples with noise added, clipped to 16 bits.
    public mutating func add(to samples: some Sequence<Double>) -> [Int16] {
        samples.map { Int16(max(-32_768, min(32_767, ($0 + sigma * normal()).rounded()))) }
    }

    /// A number of mean 0 and variance 1: twelve uniform ones summed are normal enough for a noise floor.
    private mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += uniform() }
        return sum
    }

    /// A number from 0 to 1: the upper 53 bits of xorshift64* (Vigna, 2016).
    private mutating func uniform() -> Double {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Double((state &* 0x2545_f491_4f6c_dd1d) >> 11) * 0x1p-53
    }
}
