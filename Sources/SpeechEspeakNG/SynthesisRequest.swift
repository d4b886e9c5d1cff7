public import Wyoming

/// What is to be said, every figure within its range.
public struct SynthesisRequest: Sendable, Hashable {
    /// The most characters of a text: an hour of speech.
    public static let longest = 50_000

    /// The text.
    public var text: String
    /// The voice's name, as espeak-ng has it; its own choice for the language when nil.
    public var voice: String?
    /// The language, as `fr`.
    public var language: String
    /// Words a minute as measured on the sound, pauses left out: 120 to 500.
    public var wordsPerMinute: Double
    /// Decibels louder or softer than the voice's own level: -30 to 12.
    public var volume: Double
    /// Milliseconds of silence between two sentences: 0 to 5000.
    public var pause: Int
    /// What is written, and what is read instead: a respelling, or phonemes of espeak-ng between `[[` and `]]`.
    public var pronunciations: [String: String]
    /// Whether to tell where words begin.
    public var hasMarks: Bool

    /// A request as it comes over the wire; what is out of range is brought into it.
    public init(_ message: SynthesizeMessage) {
        let options = message.parvis
        text = message.text
        voice = message.voice?.name
        language = message.voice?.language ?? "fr"
        wordsPerMinute = Self.bounded(options?.wordsPerMinute, 155, 120...500)
        volume = Self.bounded(options?.volumeDb, 0, -30...12)
        pause = Int(Self.bounded(options?.pauseMs.map(Double.init), 400, 0...5_000))
        pronunciations = options?.pronunciations ?? [:]
        hasMarks = options?.marks ?? false
    }

    private static func bounded(_ value: Double?, _ usual: Double, _ range: ClosedRange<Double>) -> Double {
        guard let value, value.isFinite else { return usual }
        return min(max(value, range.lowerBound), range.upperBound)
    }
}

/// What comes of a request, in order.
public enum SynthesisPiece: Sendable, Hashable {
    /// How many samples a second there are; before all others.
    case rate(Int)
    /// A word begins: where in the text, in Unicode scalars, and its first sample.
    case mark(offset: Int, length: Int, sample: Int)
    /// Samples.
    case sound([Int16])
}
