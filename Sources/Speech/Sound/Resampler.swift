#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Changes the rate of sound as it comes.
///
/// A windowed-sinc filter of 16 zero crossings a side under a Kaiser window (beta 8, about 80 dB), in as many phases as the two
/// rates need (Oppenheim and Schafer, "Discrete-Time Signal Processing", chapters 4 and 7).
public struct Resampler: Sendable {
    /// Samples a second before and after.
    public let from: Int, to: Int

    private static let crossings = 16.0
    private static let beta = 8.0

    private let up: Int
    private let down: Int
    /// The filter, a row a phase; empty when the rates are the same.
    private let phases: [[Float]]
    private let half: Int
    /// What was heard and is still needed, beginning with silence.
    private var past: [Float]
    /// Where the next sample lies, in steps of one `up`th of a sample of ``past``.
    private var position: Int

    /// Makes a resampler; rates below 1 count as 1.
    public init(from: Int, to: Int) {
        let (from, to) = (max(from, 1), max(to, 1))
        (self.from, self.to) = (from, to)
        var (a, b) = (from, to)
        while b != 0 { (a, b) = (b, a % b) }
        (up, down) = (to / a, from / a)
        guard from != to else {
            (phases, half, past, position) = ([], 0, [], 0)
            return
        }
        // Below the lower of the two rates' half, with the steepness that so many crossings allow.
        let cutoff = 0.95 * min(1, Double(to) / Double(from))
        let half = Int((Self.crossings / cutoff).rounded(.up))
        let scale = Self.bessel(Self.beta)
        phases = (0..<up).map { [up] phase in
            (0..<(2 * half)).map { tap in
                let x = Double(tap - half + 1) - Double(phase) / Double(up)
                let window = max(0, 1 - (x / Double(half)) * (x / Double(half)))
                let sinc = x == 0 ? 1 : sin(.pi * x * cutoff) / (.pi * x * cutoff)
                return Float(cutoff * sinc * Self.bessel(Self.beta * window.squareRoot()) / scale)
            }
        }
        self.half = half
        past = [Float](repeating: 0, count: half - 1)
        position = 0
    }

    /// The next samples at the new rate; about ``Resampler/delay`` seconds of the last ones wait for more.
    public mutating func resample(_ samples: [Int16]) -> [Int16] {
        guard !phases.isEmpty else { return samples }
        past += samples.lazy.map(Float.init)
        var result: [Int16] = []
        result.reserveCapacity(samples.count * up / down + 1)
        while position / up + 2 * half <= past.count {
            let (start, row) = (position / up, phases[position % up])
            var sum: Float = 0
            for tap in 0..<row.count { sum += row[tap] * past[start + tap] }
            result.append(Int16(max(-32_768, min(32_767, sum.rounded()))))
            position += down
        }
        let done = min(position / up, past.count)
        past.removeFirst(done)
        position -= done * up
        return result
    }

    /// What still waits, after the last samples.
    public mutating func finish() -> [Int16] {
        phases.isEmpty ? [] : resample([Int16](repeating: 0, count: half))
    }

    /// A whole sound at another rate.
    public static func resampled(_ chunk: AudioChunk, to rate: Int) -> AudioChunk {
        var resampler = Resampler(from: chunk.rate, to: rate)
        let samples = resampler.resample(chunk.samples)
        return AudioChunk(samples: samples + resampler.finish(), rate: rate)
    }

    /// The modified Bessel function of the first kind of order zero, by its series.
    private static func bessel(_ x: Double) -> Double {
        var (sum, term) = (1.0, 1.0)
        for k in 1..<40 {
            term *= (x / 2 / Double(k)) * (x / 2 / Double(k))
            sum += term
        }
        return sum
    }
}
