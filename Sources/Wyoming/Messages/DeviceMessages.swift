/// Opens the microphone: `audio-start` and `audio-chunk` with the stream `mic` come until ``CaptureStopMessage``.
public struct CaptureMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "parvis-capture"
    /// The name of ALSA's device; `default` when nil.
    public var device: String?
    /// Samples a second that are wanted: 8000 to 48000; 16000 when nil.
    public var rate: Int?
    /// Whether to take the sound that this process plays out of what it hears.
    public var echoOfPlayback: Bool?

    /// A request.
    public init(device: String? = nil, rate: Int? = nil, echoOfPlayback: Bool? = nil) {
        (self.device, self.rate, self.echoOfPlayback) = (device, rate, echoOfPlayback)
    }
}

/// Closes the microphone; the `audio-stop` of the stream `mic` comes.
public struct CaptureStopMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "parvis-capture-stop"

    /// A request.
    public init() {}
}

/// Plays the sound of the stream `snd` that follows; ``PlayedMessage`` comes once it has been heard.
public struct PlayMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "parvis-play"
    /// The name of ALSA's device; `default` when nil.
    public var device: String?

    /// A request.
    public init(device: String? = nil) { self.device = device }
}

/// A device went away or came back; Parvis goes on waiting for it.
public struct DeviceMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "parvis-device"

    /// What the device is for.
    public enum Kind: String, Codable, Sendable { case capture, playback }
    /// What happened to it.
    public enum State: String, Codable, Sendable { case lost, returned }

    /// What the device is for.
    public var kind: Kind
    /// What happened to it.
    public var state: State
    /// Its name.
    public var device: String

    /// What happened to a device.
    public init(kind: Kind, state: State, device: String) {
        (self.kind, self.state, self.device) = (kind, state, device)
    }
}

/// How loud the microphone's sound is, five times a second while it is open.
public struct LevelMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "parvis-level"
    /// The mean level of the last fifth of a second, in decibels below full scale: -96 to 0.
    public var rmsDb: Double
    /// The highest sample of it, likewise.
    public var peakDb: Double

    /// A level.
    public init(rmsDb: Double, peakDb: Double) { (self.rmsDb, self.peakDb) = (rmsDb, peakDb) }
}

/// What `parvis-speech` adds to ``InfoMessage``.
public struct SpeechEngineInfo: Codable, Sendable, Hashable {
    /// The version of Parvis's own events.
    public var version: Int
    /// The acoustic model in use: `fr-ptm`, `en-us-mapped`, or the folder that was given; nil when there is none.
    public var model: String?
    /// Its phones, which pronunciations are written in.
    public var phones: [String]
    /// Samples a second that the recogniser works at; others are converted.
    public var rate: Int
    /// What the town ought to know: no model, no voice.
    public var warnings: [String]
    /// ALSA's names of the microphones.
    public var captureDevices: [String]
    /// ALSA's names of the loudspeakers.
    public var playbackDevices: [String]

    /// Everything at once.
    public init(
        version: Int, model: String?, phones: [String], rate: Int, warnings: [String], captureDevices: [String],
        playbackDevices: [String]
    ) {
        (self.version, self.model, self.phones, self.rate) = (version, model, phones, rate)
        (self.warnings, self.captureDevices, self.playbackDevices) = (warnings, captureDevices, playbackDevices)
    }
}
