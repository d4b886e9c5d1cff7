/// What a recogniser may be told to listen for.
public struct RecognitionSearch: Sendable, Hashable {
    /// How the sentences are described.
    public enum Model: Sendable, Hashable {
        /// A grammar in JSGF: only these sentences.
        case grammar(String)
        /// A language model in ARPA's text: any sequence of its words, some likelier.
        case ngram(String)
    }

    /// The name by which it is asked for: `yes-no`, `choices-4f3a`.
    public let name: String
    /// The sentences.
    public let model: Model
    /// How each word may sound: phones of the recogniser, separated by spaces; words it has already need none.
    public let words: [String: [String]]

    /// Makes a search.
    public init(name: String, model: Model, words: [String: [String]] = [:]) {
        (self.name, self.model, self.words) = (name, model, words)
    }
}

/// What a recogniser heard.
public struct Recognition: Sendable, Hashable {
    /// One way to hear it.
    public struct Alternative: Sendable, Hashable {
        /// The words, separated by spaces.
        public let text: String
        /// How well they fit, in the recogniser's own logarithmic measure: higher is better.
        public let score: Double

        /// Makes an alternative.
        public init(text: String, score: Double) { (self.text, self.score) = (text, score) }
    }

    /// One word where it was heard.
    public struct Word: Sendable, Hashable {
        /// The word.
        public let text: String
        /// Where it begins and ends, in seconds from the beginning of the utterance.
        public let start: Double, end: Double
        /// How sure it is, from 0 to 1; 1 where the recogniser does not say.
        public let confidence: Double

        /// Makes a word.
        public init(text: String, start: Double, end: Double, confidence: Double) {
            (self.text, self.start, self.end, self.confidence) = (text, start, end, confidence)
        }
    }

    /// The best words, empty when nothing was heard.
    public var text: String
    /// The best and the others, best first.
    public var alternatives: [Alternative]
    /// The words of ``text``.
    public var words: [Word]
    /// What the phone loop heard, whatever the words may be: phones separated by spaces; empty when it did not listen.
    public var phones: String
    /// The natural logarithm of the odds that the text was said: 0 when that is as likely as not, 2.2 at nine to one.
    ///
    /// Far below zero for words forced upon other sounds; zero when it is not measured.
    public var rejection: Double
    /// How sure the recogniser is, from 0 to 1.
    public var confidence: Double
    /// Seconds of sound.
    public var secondsAudio: Double
    /// Seconds of processor time that they took.
    public var secondsCPU: Double
    /// Which engine heard it: `pocketsphinx`, `faster-whisper`.
    public var engine: String

    /// Makes a recognition; nothing heard by default.
    public init(
        text: String = "", alternatives: [Alternative] = [], words: [Word] = [], phones: String = "",
        rejection: Double = 0, confidence: Double = 1, secondsAudio: Double = 0, secondsCPU: Double = 0,
        engine: String = ""
    ) {
        (self.text, self.alternatives, self.words, self.phones) = (text, alternatives, words, phones)
        (self.rejection, self.confidence, self.engine) = (rejection, confidence, engine)
        (self.secondsAudio, self.secondsCPU) = (secondsAudio, secondsCPU)
    }
}
