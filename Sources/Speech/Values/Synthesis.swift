/// Something to say aloud.
public struct SpeechRequest: Sendable, Hashable {
    /// The spoken form of a reply: sentences, figures already in words.
    public var text: String
    /// The language: `fr`.
    public var language: String
    /// The voice, as the engine names it: `fr+f2`; nil for its own choice.
    public var voice: String?
    /// Words a minute as measured on the sound, pauses left out: from 120 to 500.
    public var wordsPerMinute: Int
    /// How much louder than the voice's own level, in decibels; below zero is softer.
    public var volume: Double
    /// Milliseconds of silence between two sentences.
    public var pause: Int
    /// How to say names that letters do not tell: a word and its respelling, or phones in the engine's brackets.
    public var pronunciations: [String: String]

    /// Makes a request: 155 words a minute and pauses of 400 ms by default (rule K7).
    public init(
        _ text: String, language: String = "fr", voice: String? = nil, wordsPerMinute: Int = 155, volume: Double = 0,
        pause: Int = 400, pronunciations: [String: String] = [:]
    ) {
        (self.text, self.language, self.voice, self.wordsPerMinute) = (text, language, voice, wordsPerMinute)
        (self.volume, self.pause, self.pronunciations) = (volume, pause, pronunciations)
    }
}

/// Where a word of a request begins in its sound.
public struct WordMark: Sendable, Hashable {
    /// Where the word begins in the request's text, and how long it is, in Unicode scalars.
    public let offset: Int, length: Int
    /// The first sample of it, counted from the first of the request's sound.
    public let sample: Int

    /// Makes a mark.
    public init(offset: Int, length: Int, sample: Int) {
        (self.offset, self.length, self.sample) = (offset, length, sample)
    }
}

/// What a voice gives, in order.
public enum SynthesisEvent: Sendable, Hashable {
    /// How the sound is laid out: once, first.
    case format(AudioFormat)
    /// A stretch of sound.
    case audio([Int16])
    /// A word begins; it comes before the sound that holds it.
    case mark(WordMark)
    /// All was said, or the voice was stopped.
    case end
}
