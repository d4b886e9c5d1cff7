/// How sound is laid out: signed 16-bit samples, little-endian where they are bytes.
public struct AudioFormat: Sendable, Hashable {
    /// Samples a second of one channel.
    public var rate: Int
    /// Channels, their samples one after the other.
    public var channels: Int

    /// Makes a format; one channel by default.
    public init(rate: Int, channels: Int = 1) { (self.rate, self.channels) = (rate, channels) }

    /// What recognisers take: 16 000 samples a second, one channel.
    public static let recognition = AudioFormat(rate: 16_000)
}

/// A stretch of sound of one channel.
public struct AudioChunk: Sendable, Hashable {
    /// The samples.
    public var samples: [Int16]
    /// How many of them are a second.
    public var rate: Int

    /// Makes a chunk.
    public init(samples: [Int16], rate: Int) { (self.samples, self.rate) = (samples, rate) }

    /// How long it lasts, in seconds.
    public var seconds: Double { rate > 0 ? Double(samples.count) / Double(rate) : 0 }
}
