internal import Foundation
internal import SpeechSignal
public import Wyoming

/// Hears French with Debian's pocketsphinx: one small grammar for each thing that the conversation waits for, or a town's language
/// model, both measured against a loop of any phones.
///
/// One utterance at a time; each call runs on a thread of its own.
public actor SphinxRecogniser {
    /// The longest speech that is decoded, in seconds; what comes after is dropped.
    private static let longest = 60
    /// How much speech there is between two partial texts, in seconds.
    private static let partialEvery = 0.5

    private let thread = DedicatedThread(name: "words")
    /// The thread that every call runs on.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// The model that it hears with.
    public nonisolated let model: AcousticModel
    private let loop = PhoneLoop()
    private var decoder: SphinxDecoder?
    private var searches: SearchBook?
    private var utterance: Utterance?
    /// Removed with the recogniser.
    private var scratch: ScratchFolder?

    /// A recogniser that still has to be loaded.
    public init(_ model: AcousticModel) { self.model = model }

    /// Loads the model: a fifth of a second.
    ///
    /// - Throws: ``RecognitionError``.
    public func load() async throws(RecognitionError) {
        SphinxDecoder.silence()
        let scratch = try ScratchFolder()
        let settings = try DecoderSettings(model, in: scratch.url)
        let decoder = try settings.words()
        try await loop.load(settings)
        (self.scratch, self.decoder) = (scratch, decoder)
        searches = SearchBook(decoder, model: model, scratch: scratch.url)
    }

    /// Makes searches ready.
    ///
    /// - Parameter wanted: the searches; one of a name that is known replaces it.
    /// - Returns: how each went, in the same order.
    public func prepare(_ wanted: [PrepareMessage.Search]) -> [PreparedMessage.Search] {
        wanted.map { search in
            searches?.prepare(search) ?? .init(name: search.name, seconds: 0, error: "The model is not loaded.")
        }
    }

    /// Begins an utterance; one that is under way is dropped.
    ///
    /// - Parameters:
    ///   - search: the name of the search.
    ///   - rate: samples a second of the sound to come.
    ///   - readings: how many readings are wanted.
    /// - Throws: ``RecognitionError``.
    public func begin(_ search: String, rate: Int, readings: Int = 5) throws(RecognitionError) {
        cancel()
        guard let decoder else { throw .noModel("it is not loaded") }
        guard let converter = RateConverter(from: rate, to: model.rate) else { throw .wrongRate(rate) }
        guard searches?.names.contains(search) == true, decoder.begin(search) else { throw .unknownSearch(search) }
        let (sound, feed) = AsyncStream<[Int16]>.makeStream()
        let mean = decoder.mean
        let phones = Task { [loop] in await loop.hear(sound, mean: mean) }
        utterance = Utterance(
            front: FrontEnd(converter, rate: model.rate), feed: feed, phones: phones, mean: mean,
            readings: searches?.small.contains(search) == true ? max(1, min(readings, 20)) : 0, start: ThreadTime.now())
    }

    /// Takes the next samples of the utterance.
    ///
    /// - Parameter samples: mono samples at the rate that was said.
    /// - Returns: the text so far, about twice a second of speech; nil in between.
    public func take(_ samples: [Int16]) -> String? {
        guard let decoder, var current = utterance else { return nil }
        defer { utterance = current }
        decode(current.front.take(samples), &current, decoder)
        let seconds = Double(current.decoded) / Double(model.rate)
        guard seconds - current.told >= Self.partialEvery else { return nil }
        current.told = seconds
        guard let text = decoder.partial, !text.isEmpty, text != current.partial else { return nil }
        current.partial = text
        return text
    }

    /// Ends the utterance.
    ///
    /// - Returns: what was heard; an empty text when that was nothing. Nil when no utterance was under way.
    public func end() async -> TranscriptMessage? {
        guard let decoder, var current = utterance else { return nil }
        decode(current.front.finish(), &current, decoder)
        utterance = nil
        decoder.end()
        current.feed.finish()
        let words = current.front.isSpeech ? decoder.hypothesis() : nil
        let readings = words == nil || current.readings == 0 ? [] : decoder.readings(current.readings)
        let seconds = ThreadTime.now() - current.start
        let phones = await current.phones.value
        let report = HearingReport(
            words: words, readings: readings, phones: phones?.hypothesis, frames: decoder.frames,
            time: { [gate = current.front.gate] in Double(gate.inputFrame($0)) / 100 })
        // What was no speech, or nothing that anybody waited for, must not change the ear for the next one.
        if report.confidence < 0.5 { decoder.mean = current.mean }
        return TranscriptMessage(
            text: report.text, language: "fr",
            parvis: report.details(
                secondsAudio: current.front.seconds, secondsCPU: seconds + (phones?.seconds ?? 0)))
    }

    /// Drops the utterance under way.
    public func cancel() {
        guard let current = utterance else { return }
        utterance = nil
        decoder?.end()
        decoder?.mean = current.mean
        current.feed.finish()
    }

    private func decode(_ samples: [Int16], _ current: inout Utterance, _ decoder: SphinxDecoder) {
        guard !samples.isEmpty, current.decoded < Self.longest * model.rate else { return }
        current.decoded += samples.count
        current.feed.yield(samples)
        decoder.take(samples)
    }
}

/// An utterance under way.
private struct Utterance {
    var front: FrontEnd
    let feed: AsyncStream<[Int16]>.Continuation
    let phones: Task<(hypothesis: Hypothesis, seconds: Double)?, Never>
    /// The running mean before it.
    let mean: [Float]
    let readings: Int
    /// The processor time of the thread when it began.
    let start: Double
    /// Samples decoded.
    var decoded = 0
    /// Seconds of speech decoded at the last partial text.
    var told = 0.0
    var partial = ""
}

/// What sound goes through before it is decoded: the model's rate, no silence, one loudness.
struct FrontEnd {
    private let converter: RateConverter
    private(set) var gate: SpeechGate
    private var level: LevelSetter
    private var count = 0

    init(_ converter: RateConverter, rate: Int) {
        (self.converter, gate, level) = (converter, SpeechGate(rate: rate), LevelSetter(rate: rate))
    }

    /// How much sound came in, in seconds.
    var seconds: Double { Double(count) / Double(converter.input) }

    /// Whether there was any speech.
    var isSpeech: Bool { gate.isOpen }

    mutating func take(_ samples: [Int16]) -> [Int16] {
        count += samples.count
        return level.take(gate.take(converter.convert(samples)))
    }

    mutating func finish() -> [Int16] {
        level.take(gate.take(converter.finish()) + gate.finish()) + level.finish()
    }
}
