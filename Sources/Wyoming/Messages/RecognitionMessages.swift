/// Asks for the text of the sound that follows: `audio-start`, `audio-chunk`..., `audio-stop`.
public struct TranscribeMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "transcribe"
    /// The model to use.
    public var name: String?
    /// The language spoken, as `fr`.
    public var language: String?
    /// What Parvis adds.
    public var parvis: Options?

    /// What `parvis-speech` can be told besides.
    public struct Options: Codable, Sendable, Hashable {
        /// The name of a search that was prepared.
        public var search: String?
        /// How many readings are wanted, at most 20.
        public var nbest: Int?

        /// Options.
        public init(search: String? = nil, nbest: Int? = nil) { (self.search, self.nbest) = (search, nbest) }
    }

    /// A request.
    public init(name: String? = nil, language: String? = nil, parvis: Options? = nil) {
        (self.name, self.language, self.parvis) = (name, language, parvis)
    }
}

/// The text that was heard; empty when nothing was.
public struct TranscriptMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "transcript"
    /// The text.
    public var text: String
    /// Its language, as `fr`.
    public var language: String?
    /// What Parvis adds.
    public var parvis: Details?

    /// All that the recogniser knows of what it heard.
    public struct Details: Codable, Sendable, Hashable {
        /// How sure it is, 0 to 1.
        public var confidence: Double
        /// The readings, best first, the text itself among them.
        public var alternatives: [Reading]
        /// The words of the text, in order.
        public var words: [Word]
        /// The sounds heard, whatever the words may be: phones of the acoustic model with a space between.
        public var phones: String
        /// The natural logarithm of the odds that the text was said: 0 when that is as likely as not, 2.2 at nine to one.
        public var rejection: Double
        /// What `rejection` is made of, by name, in natural logarithms a frame; nil where it is made otherwise.
        public var evidence: [String: Double]?
        /// How long the sound was.
        public var secondsAudio: Double
        /// How much processor time it took.
        public var secondsCpu: Double

        /// Everything at once.
        public init(
            confidence: Double, alternatives: [Reading], words: [Word], phones: String, rejection: Double,
            evidence: [String: Double]? = nil, secondsAudio: Double, secondsCpu: Double
        ) {
            (self.confidence, self.alternatives, self.words) = (confidence, alternatives, words)
            (self.phones, self.rejection, self.evidence) = (phones, rejection, evidence)
            (self.secondsAudio, self.secondsCpu) = (secondsAudio, secondsCpu)
        }
    }

    /// One reading of what was heard.
    public struct Reading: Codable, Sendable, Hashable {
        /// Its text.
        public var text: String
        /// The natural logarithm of the odds that it was said.
        public var score: Double

        /// A reading.
        public init(text: String, score: Double) { (self.text, self.score) = (text, score) }
    }

    /// One word of what was heard.
    public struct Word: Codable, Sendable, Hashable {
        /// The word.
        public var text: String
        /// Where it starts, in seconds from the start of the sound.
        public var start: Double
        /// Where it ends.
        public var end: Double
        /// How sure it is, 0 to 1.
        public var confidence: Double

        /// A word.
        public init(text: String, start: Double, end: Double, confidence: Double) {
            (self.text, self.start, self.end, self.confidence) = (text, start, end, confidence)
        }
    }

    /// A text.
    public init(text: String, language: String? = nil, parvis: Details? = nil) {
        (self.text, self.language, self.parvis) = (text, language, parvis)
    }
}

/// Searches to make ahead, so that switching to one takes no time.
public struct PrepareMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "parvis-prepare"
    /// The searches; one of a name that is already known replaces it.
    public var searches: [Search]

    /// What one search listens for.
    public struct Search: Codable, Sendable, Hashable {
        /// The kinds of search.
        public enum Kind: String, Codable, Sendable {
            /// A grammar in JSGF.
            case grammar
            /// A language model in ARPA's text format, up to three words.
            case ngram
        }

        /// Its name, for ``TranscribeMessage/Options/search``.
        public var name: String
        /// Its kind.
        public var kind: Kind
        /// The grammar or the model.
        public var text: String
        /// How words are said: phones with a space between, several ways a word.
        ///
        /// A word that is left out must be in the
        /// dictionary of the acoustic model.
        public var words: [String: [String]]

        /// A search.
        public init(name: String, kind: Kind, text: String, words: [String: [String]]) {
            (self.name, self.kind, self.text, self.words) = (name, kind, text, words)
        }
    }

    /// A request.
    public init(searches: [Search]) { self.searches = searches }
}

/// The answer to ``PrepareMessage``.
public struct PreparedMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "parvis-prepared"
    /// The searches, in the order asked.
    public var searches: [Search]

    /// How one went.
    public struct Search: Codable, Sendable, Hashable {
        /// Its name.
        public var name: String
        /// How long it took.
        public var seconds: Double
        /// Why it cannot be used; nil when it can.
        public var error: String?
        /// Words that nobody said how to say: what has them cannot be heard.
        public var missing: [String]

        /// How one went.
        public init(name: String, seconds: Double, error: String? = nil, missing: [String] = []) {
            (self.name, self.seconds, self.error, self.missing) = (name, seconds, error, missing)
        }
    }

    /// An answer.
    public init(searches: [Search]) { self.searches = searches }
}

/// What is heard so far, at most twice a second.
public struct PartialMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "parvis-partial"
    /// The text so far; the next one may differ from its start.
    public var text: String

    /// A text.
    public init(text: String) { self.text = text }
}

/// Drops the utterance under way: no transcript comes of it.
public struct CancelMessage: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "parvis-cancel"

    /// A request.
    public init() {}
}

/// Asks how words are said.
public struct PhonemesRequest: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "parvis-phonemes"
    /// The words.
    public var words: [String]
    /// Their language, as `fr`.
    public var language: String?

    /// A request.
    public init(words: [String], language: String? = nil) { (self.words, self.language) = (words, language) }
}

/// The answer to ``PhonemesRequest``; both are events of one type, since each goes one way only.
public struct PhonemesAnswer: WyomingMessage, Hashable {
    /// The type of the event.
    public static let type = "parvis-phonemes"
    /// The ways to say each word, in phones of the recogniser's model; an empty list where there is none.
    public var words: [String: [String]]

    /// An answer.
    public init(words: [String: [String]]) { self.words = words }
}
