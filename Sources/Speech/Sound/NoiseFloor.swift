/// How loud the hall is when nobody speaks to the kiosk, and how much that varies.
///
/// Kept from one utterance to the next: a hall does not change because a person came. Levels come in frames of 20 ms.
public struct NoiseFloor: Sendable {
    /// How many frames are remembered: three seconds.
    private static let memory = 150
    /// What a hall is thought to be like before it was heard, in decibels of full scale.
    private static let unknown = -50.0
    /// A digital silence is no hall: nothing below this is told apart.
    private static let least = -62.0

    private var levels: [Double] = []
    private var next = 0

    /// A hall that was not heard yet.
    public init() {}

    /// The usual level, in decibels of full scale.
    public var mean: Double {
        // A few frames are not trusted to be the hall: they may be a person's first words.
        guard levels.count >= 5 else { return Self.unknown }
        let sum = levels.reduce(0, +) / Double(levels.count)
        let weight = min(1, Double(levels.count) / 25)
        return max(Self.least, weight * sum + (1 - weight) * min(sum, Self.unknown))
    }

    /// How far levels usually lie from the mean, in decibels, from 1 to 6.
    public var deviation: Double {
        guard levels.count >= 5 else { return 2 }
        let mean = levels.reduce(0, +) / Double(levels.count)
        let variance = levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(levels.count)
        return min(6, max(1, variance.squareRoot()))
    }

    /// From what level on somebody speaks to the kiosk.
    public var speech: Double { mean + max(6, 2.2 * deviation) }
    /// Down to what level a person who speaks is still thought to speak.
    public var stillSpeech: Double { mean + max(3.5, 1.3 * deviation) }

    /// Takes the level of a frame in which nobody speaks.
    public mutating func take(_ level: Double) {
        let level = max(level, Self.least)
        if levels.count < Self.memory {
            levels.append(level)
        } else {
            levels[next] = level
            next = (next + 1) % Self.memory
        }
    }

    /// Begins again with some levels: the hall has become louder for good, as when a door was opened.
    public mutating func begin(with levels: [Double]) {
        (self.levels, next) = (levels.suffix(Self.memory).map { max($0, Self.least) }, 0)
    }
}
