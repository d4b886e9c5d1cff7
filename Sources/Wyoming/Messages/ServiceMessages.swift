/// Asks a service what it is.
public struct DescribeMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "describe"

    /// The question.
    public init() {}
}

/// What a service is: the programs behind it and their models.
public struct InfoMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "info"
    /// Recognisers.
    public var asr: [ProgramInfo]?
    /// Synthesisers.
    public var tts: [ProgramInfo]?
    /// What handles a text.
    public var handle: [ProgramInfo]?
    /// What finds the intent of a text.
    public var intent: [ProgramInfo]?
    /// Microphones.
    public var mic: [ProgramInfo]?
    /// Loudspeakers.
    public var snd: [ProgramInfo]?
    /// What Parvis adds, from `parvis-speech` alone.
    public var parvis: SpeechEngineInfo?

    /// An answer; the services that are not named are not there.
    public init(
        asr: [ProgramInfo]? = nil, tts: [ProgramInfo]? = nil, handle: [ProgramInfo]? = nil,
        intent: [ProgramInfo]? = nil, mic: [ProgramInfo]? = nil, snd: [ProgramInfo]? = nil,
        parvis: SpeechEngineInfo? = nil
    ) {
        (self.asr, self.tts, self.handle, self.intent) = (asr, tts, handle, intent)
        (self.mic, self.snd, self.parvis) = (mic, snd, parvis)
    }
}

/// A program of a service.
public struct ProgramInfo: Codable, Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Who made it.
    public var attribution: Attribution
    /// Whether it can be used now.
    public var installed: Bool
    /// What it is, for people.
    public var description: String?
    /// Its version.
    public var version: String?
    /// The models of a recogniser, of a handler, of an intent service.
    public var models: [ModelInfo]?
    /// The voices of a synthesiser.
    public var voices: [ModelInfo]?
    /// The sound that a microphone gives.
    public var micFormat: AudioFormatInfo?
    /// The sound that a loudspeaker takes.
    public var sndFormat: AudioFormatInfo?

    /// A program that is installed.
    public init(
        name: String, attribution: Attribution, description: String? = nil, version: String? = nil,
        models: [ModelInfo]? = nil, voices: [ModelInfo]? = nil, micFormat: AudioFormatInfo? = nil,
        sndFormat: AudioFormatInfo? = nil
    ) {
        (self.name, self.attribution, installed) = (name, attribution, true)
        (self.description, self.version, self.models, self.voices) = (description, version, models, voices)
        (self.micFormat, self.sndFormat) = (micFormat, sndFormat)
    }
}

/// A model or a voice of a program.
public struct ModelInfo: Codable, Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its languages, as `fr`.
    public var languages: [String]
    /// Who made it.
    public var attribution: Attribution
    /// Whether it can be used now.
    public var installed: Bool
    /// What it is, for people.
    public var description: String?
    /// Its version.
    public var version: String?

    /// A model that is installed.
    public init(
        name: String, languages: [String], attribution: Attribution, description: String? = nil, version: String? = nil
    ) {
        (self.name, self.languages, self.attribution, installed) = (name, languages, attribution, true)
        (self.description, self.version) = (description, version)
    }
}

/// Who made something, and where it is from.
public struct Attribution: Codable, Sendable, Hashable {
    /// The maker.
    public var name: String
    /// The address.
    public var url: String

    /// A maker and an address.
    public init(name: String, url: String) { (self.name, self.url) = (name, url) }
}

/// How sound is written.
public struct AudioFormatInfo: Codable, Sendable, Hashable {
    /// Samples a second.
    public var rate: Int
    /// Bytes a sample.
    public var width: Int
    /// Channels.
    public var channels: Int

    /// 16-bit mono sound.
    public init(rate: Int) { (self.rate, width, channels) = (rate, 2, 1) }
}

/// Something failed; the connection goes on.
public struct ErrorMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "error"
    /// What failed, in English; never what a person said.
    public var text: String
    /// A short word for it that programs can compare.
    public var code: String?
    /// The type of the event that could not be done, where `parvis-speech` says it.
    public var event: String?

    /// An error.
    public init(text: String, code: String?, event: String? = nil) {
        (self.text, self.code, self.event) = (text, code, event)
    }

    /// Whether it may be the answer to an event of a type.
    public func concerns(_ type: String) -> Bool { event == nil || event == type }
}

/// Asks whether the other side is alive.
public struct PingMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "ping"
    /// A text that the answer repeats.
    public var text: String?

    /// The question.
    public init(text: String? = nil) { self.text = text }
}

/// The answer to ``PingMessage``.
public struct PongMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "pong"
    /// The text of the question.
    public var text: String?

    /// The answer.
    public init(text: String? = nil) { self.text = text }
}
