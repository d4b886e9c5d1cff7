/// Asks for the sound of a text.
public struct SynthesizeMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "synthesize"
    /// The text.
    public var text: String
    /// The voice that says it.
    public var voice: Voice?
    /// What Parvis adds.
    public var parvis: Options?

    /// Which voice.
    public struct Voice: Codable, Sendable, Hashable {
        /// Its name.
        public var name: String?
        /// Its language, as `fr`.
        public var language: String?

        /// A voice by its name or its language.
        public init(name: String? = nil, language: String? = nil) { (self.name, self.language) = (name, language) }
    }

    /// What `parvis-speech` can be told besides.
    public struct Options: Codable, Sendable, Hashable {
        /// Words a minute as measured on the sound, without the pauses between sentences: 120 to 500.
        public var wordsPerMinute: Double?
        /// Louder or softer than the voice's own level, in decibels: -30 to 12.
        public var volumeDb: Double?
        /// The pause between two sentences, in milliseconds: 0 to 5000.
        public var pauseMs: Int?
        /// How the town says names: what is written to what is to be read instead.
        public var pronunciations: [String: String]?
        /// Whether to say where each word begins: ``MarkMessage``.
        public var marks: Bool?

        /// Options.
        public init(
            wordsPerMinute: Double? = nil, volumeDb: Double? = nil, pauseMs: Int? = nil,
            pronunciations: [String: String]? = nil, marks: Bool? = nil
        ) {
            (self.wordsPerMinute, self.volumeDb, self.pauseMs) = (wordsPerMinute, volumeDb, pauseMs)
            (self.pronunciations, self.marks) = (pronunciations, marks)
        }
    }

    /// A request.
    public init(text: String, voice: Voice? = nil, parvis: Options? = nil) {
        (self.text, self.voice, self.parvis) = (text, voice, parvis)
    }
}

/// A word begins in the sound; it comes before the `audio-chunk` that has its first sample.
public struct MarkMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "parvis-mark"
    /// Where the word is in the text that was given, in Unicode scalars.
    public var offset: Int
    /// How long it is there, in Unicode scalars.
    public var length: Int
    /// Its first sample, counted from the start of the sound.
    public var sample: Int

    /// A mark.
    public init(offset: Int, length: Int, sample: Int) {
        (self.offset, self.length, self.sample) = (offset, length, sample)
    }
}

/// Ends the speech under way within 50 ms: what is spoken, and what is played.
///
/// Its `audio-stop` still comes.
public struct StopMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "parvis-stop"

    /// A request.
    public init() {}
}
