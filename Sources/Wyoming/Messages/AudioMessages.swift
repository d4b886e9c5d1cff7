internal import FoundationEssentials

/// Sound begins: how its samples are written.
///
/// What it is for is in the event that came before it.
public struct AudioStartMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "audio-start"
    /// Samples a second.
    public var rate: Int
    /// Bytes a sample: 2 for 16-bit signed little-endian PCM, the only width that Parvis sends.
    public var width: Int
    /// Channels, one sample after the other.
    public var channels: Int
    /// Which service it belongs to where several share the connection.
    public var stream: AudioStream?

    /// The start of 16-bit sound.
    public init(rate: Int, channels: Int = 1, stream: AudioStream? = nil) {
        (self.rate, width, self.channels, self.stream) = (rate, 2, channels, stream)
    }
}

/// A piece of sound: the samples are the event's payload.
public struct AudioChunkMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "audio-chunk"
    /// Samples a second.
    public var rate: Int
    /// Bytes a sample.
    public var width: Int
    /// Channels, one sample after the other.
    public var channels: Int
    /// Which service it belongs to where several share the connection.
    public var stream: AudioStream?

    /// A piece of 16-bit sound.
    public init(rate: Int, channels: Int = 1, stream: AudioStream? = nil) {
        (self.rate, width, self.channels, self.stream) = (rate, 2, channels, stream)
    }
}

/// Sound ends.
public struct AudioStopMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "audio-stop"
    /// Which service it belongs to where several share the connection.
    public var stream: AudioStream?

    /// The end of a stream.
    public init(stream: AudioStream? = nil) { self.stream = stream }
}

/// A service of `parvis-speech` that sound goes to or comes from: Parvis's own addition, which others leave out.
public enum AudioStream: String, Codable, Sendable, Hashable {
    /// To the recogniser.
    case recognition = "asr"
    /// From the synthesiser.
    case synthesis = "tts"
    /// From the microphone.
    case microphone = "mic"
    /// To the loudspeaker.
    case loudspeaker = "snd"
}

/// What an engine says when all sound that it was given to play has been heard.
public struct PlayedMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "played"

    /// All is played.
    public init() {}
}

extension WyomingEvent {
    /// A piece of mono sound as an event.
    ///
    /// - Parameters:
    ///   - samples: 16-bit samples.
    ///   - rate: samples a second.
    ///   - stream: the service that it belongs to.
    /// - Returns: the event.
    public static func audio(_ samples: some Collection<Int16>, rate: Int, stream: AudioStream? = nil) -> WyomingEvent {
        WyomingEvent(AudioChunkMessage(rate: rate, stream: stream), payload: PCM.bytes(samples))
    }

    /// The stream of an audio event, where it says one.
    public var audioStream: AudioStream? {
        struct Stream: Decodable { var stream: AudioStream? }
        return (try? WyomingCoding.decoder.decode(Stream.self, from: data))?.stream
    }

    /// The samples of an `audio-chunk`, all channels mixed into one; nil for another event or another width than 16 bits.
    public var samples: [Int16]? {
        guard let chunk = try? message(AudioChunkMessage.self), chunk.width == 2 else { return nil }
        return PCM.mono(PCM.samples(payload), channels: chunk.channels)
    }
}
