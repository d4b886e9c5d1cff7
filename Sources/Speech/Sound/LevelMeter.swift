#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How loud sound is, in decibels below the loudest that 16 bits can hold.
public enum Level {
    /// What counts as silence without end.
    public static let silence = -96.0

    /// The root of the mean square of samples, in decibels of full scale: 0 for a square wave at the limit, -96 for nothing.
    public static func rms(_ samples: some Collection<Int16>) -> Double {
        guard !samples.isEmpty else { return silence }
        var sum = 0.0
        for sample in samples { sum += Double(sample) * Double(sample) }
        return decibels((sum / Double(samples.count)).squareRoot() / 32_768)
    }

    /// The highest sample, in decibels of full scale.
    public static func peak(_ samples: some Collection<Int16>) -> Double {
        decibels(Double(samples.lazy.map(\.magnitude).max() ?? 0) / 32_768)
    }

    /// The decibels of a ratio of amplitudes.
    public static func decibels(_ ratio: Double) -> Double { ratio > 0 ? max(silence, 20 * log10(ratio)) : silence }

    /// The ratio of amplitudes of some decibels.
    public static func ratio(_ decibels: Double) -> Double { pow(10, decibels / 20) }
}

/// Cuts sound into frames of one length.
public struct FrameCutter: Sendable {
    private let size: Int
    private var rest: [Int16] = []

    /// Makes a cutter of frames of so many samples, at least 1.
    public init(size: Int) { self.size = max(size, 1) }

    /// The frames that some samples complete.
    public mutating func cut(_ samples: [Int16]) -> [[Int16]] {
        rest += samples
        var frames: [[Int16]] = []
        var start = 0
        while rest.count - start >= size {
            frames.append(Array(rest[start..<(start + size)]))
            start += size
        }
        rest.removeFirst(start)
        return frames
    }
}
