import Synchronization

/// A WAV file that stands for a microphone: its sound comes as fast as it is asked for.
public struct FileMicrophone: AudioSource {
    private let path: String

    /// A file; it is opened when it is listened to.
    public init(_ path: String) { self.path = path }

    /// The sound of the file, 20 ms at a time.
    public func listen() -> AsyncThrowingStream<AudioNews, any Error> {
        let reader: WAVReader
        do throws(SpeechError) {
            reader = try WAVReader(path)
        } catch {
            return AsyncThrowingStream { throw error }
        }
        let shared = Mutex(UncheckedReader(reader))
        return AsyncThrowingStream {
            shared.withLock { $0.reader.read($0.reader.rate / 50) }.map(AudioNews.chunk)
        }
    }
}

/// A reader that only one caller at a time reaches, behind its lock.
private struct UncheckedReader: ~Copyable {
    let reader: WAVReader
    init(_ reader: sending WAVReader) { self.reader = reader }
}

/// A WAV file that stands for a loudspeaker, of one rate; sound of another is converted.
public actor FileLoudspeaker: AudioSink {
    private let writer: WAVWriter
    private var resampler: Resampler
    private var opened = 0

    /// Makes a file of 16 000 samples a second.
    ///
    /// - Throws: ``SpeechError/file(path:offset:problem:)`` when it cannot be made.
    public init(_ path: String, rate: Int = 16_000) throws(SpeechError) {
        writer = try WAVWriter(path, rate: rate)
        resampler = Resampler(from: rate, to: rate)
    }

    /// How long the file is, in seconds.
    public var seconds: Double { Double(writer.count) / Double(writer.rate) }

    /// Gets ready.
    public func open(_ format: AudioFormat) async throws(SpeechError) {
        resampler = Resampler(from: format.rate, to: writer.rate)
        opened = 0
    }

    /// Writes samples.
    public func play(_ samples: [Int16]) async throws(SpeechError) {
        opened += samples.count
        try writer.write(resampler.resample(samples))
    }

    /// Writes what the resampler still held.
    public func finish() async throws(SpeechError) { try writer.write(resampler.finish()) }

    /// Everything that was written counts as heard.
    public func stop() async -> Int { opened }

    /// Closes the file.
    public func close() { writer.close() }
}

/// A loudspeaker that nobody hears: for a rehearsal that only shows.
public actor SilentLoudspeaker: AudioSink {
    private var count = 0

    /// A loudspeaker.
    public init() {}

    /// Gets ready.
    public func open(_ format: AudioFormat) async throws(SpeechError) { count = 0 }
    /// Counts samples.
    public func play(_ samples: [Int16]) async throws(SpeechError) { count += samples.count }
    /// Nothing is left to be heard.
    public func finish() async throws(SpeechError) {}
    /// Everything counts as heard.
    public func stop() async -> Int { count }
}
