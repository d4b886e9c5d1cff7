/// Hears words in sound.
///
/// What it is told to listen for is prepared ahead, because making a search takes longer than a person waits: ``prepare(_:)``
/// while Parvis speaks, ``recognise(_:search:)`` when the person does.
public protocol Recogniser: Sendable {
    /// What it is called in notes and figures: `pocketsphinx`.
    var name: String { get }
    /// Whether it holds to the searches that it is given; one that hears any words (Whisper) ignores them.
    var followsSearches: Bool { get }

    /// Makes searches ready. One that was prepared already is replaced; those that are not named stay.
    ///
    /// - Parameter searches: what may be listened for.
    /// - Throws: ``SpeechError`` when a search cannot be made; the others are ready.
    func prepare(_ searches: [RecognitionSearch]) async throws(SpeechError)

    /// Hears one utterance, while it comes in.
    ///
    /// - Parameters:
    ///   - audio: the utterance; its end is the end of the stream. Any rate. A task that is cancelled drops the utterance.
    ///   - search: the name of a search that was prepared.
    /// - Returns: what was heard; an empty text when that was nothing.
    /// - Throws: ``SpeechError`` when the engine ended, took too long or does not know the search.
    func recognise(_ audio: AsyncStream<AudioChunk>, search: String) async throws(SpeechError) -> Recognition
}

/// Says text aloud.
public protocol Synthesiser: Sendable {
    /// Says a text: the format, then sound and marks in order, then the end.
    ///
    /// - Parameter request: what to say, and how.
    /// - Returns: the sound as it is made; it fails with a ``SpeechError``.
    func speak(_ request: SpeechRequest) -> AsyncThrowingStream<SynthesisEvent, any Error>

    /// Ends what is being said, within 50 ms: what was not yet made is not made any more.
    func stop() async
}

/// Knows how words sound, in the phones of the recogniser.
public protocol Pronouncer: Sendable {
    /// The sounds of words.
    ///
    /// - Parameters:
    ///   - words: the words, as they are written.
    ///   - language: their language: `fr`.
    /// - Returns: for each word that it can say, one or more pronunciations: phones separated by spaces.
    /// - Throws: ``SpeechError`` when the engine ended or took too long.
    func phones(_ words: [String], language: String) async throws(SpeechError) -> [String: [String]]
}

/// Where sound comes from: a microphone, or a file.
public protocol AudioSource: Sendable {
    /// The sound from now on, in chunks of 10 to 100 ms, one channel; it ends with the file, or when the task is cancelled.
    ///
    /// A device that vanishes does not end it: a ``AudioNews/lost(_:)`` comes, and ``AudioNews/returned(_:)`` when it is back.
    func listen() -> AsyncThrowingStream<AudioNews, any Error>
}

/// What comes from a source of sound.
public enum AudioNews: Sendable, Hashable {
    /// Sound.
    case chunk(AudioChunk)
    /// The device of that name vanished; there is no sound until it returns.
    case lost(String)
    /// The device of that name is there again.
    case returned(String)
}

/// Where sound goes: a loudspeaker, or a file.
public protocol AudioSink: Sendable {
    /// Gets ready for sound of a format; asked again when the format changes.
    func open(_ format: AudioFormat) async throws(SpeechError)
    /// Plays some samples after those before; returns when there is room for more, not when they were heard.
    func play(_ samples: [Int16]) async throws(SpeechError)
    /// Waits until everything was heard.
    func finish() async throws(SpeechError)
    /// Falls silent within 200 ms (rule K4): what was not heard yet is dropped.
    ///
    /// - Returns: how many samples since the last ``open(_:)`` or stop were heard, as near as the device knows.
    func stop() async -> Int
}

/// Why an engine or a device did not do what it was asked; never holds what a person said.
public enum SpeechError: Error, Sendable, Hashable {
    /// The program of the engines is not installed.
    case missing(program: String)
    /// The engine ended in the middle, with what its system says of it.
    case ended(engine: String, reason: String)
    /// The engine did not answer in time.
    case slow(engine: String, seconds: Double)
    /// The engine says that it cannot: its code and its words.
    case refused(engine: String, code: String, message: String)
    /// The engine said something that is not in the protocol.
    case garbled(engine: String, detail: String)
    /// The engine was given up after too many faults.
    case givenUp(engine: String)
    /// A device is not there.
    case noDevice(String)
    /// A sound file cannot be read or written: its path, where in it in bytes, and an entry of the diagnostics.
    case file(path: String, offset: Int?, problem: String)
}
