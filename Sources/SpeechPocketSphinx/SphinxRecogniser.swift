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
    /// How much speech tells the mean of an utterance, in seconds; what ends before is decoded at its end.
    private static let settling = 3

    private let thread = DedicatedThread(name: "words")
    /// The thread that every call runs on.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// The model that it hears with.
    public nonisolated let model: AcousticModel
    private let loop = PhoneLoop()
    private var decoder: SphinxDecoder?
    private var searches: SearchBook?
    private var mean: CepstralMean?
    private var hasSyllables = false
    private var utterance: Utterance?
    /// Removed with the recogniser.
    private var folders: [ScratchFolder] = []

    /// A recogniser that still has to be loaded.
    public init(_ model: AcousticModel) { self.model = model }

    /// Loads the model: a fifth of a second.
    ///
    /// - Throws: ``RecognitionError``.
    public func load() async throws(RecognitionError) {
        SphinxDecoder.silence()
        let (scratch, scores) = (try ScratchFolder(), try ScratchFolder(inMemory: true))
        let settings = try DecoderSettings(model, in: scratch.url, scores: scores.url)
        let decoder = try settings.words()
        try await loop.load(settings)
        (folders, self.decoder, mean) = ([scratch, scores], decoder, try settings.mean(like: decoder))
        let isEnglish = model.isEnglish
        hasSyllables = decoder.setSyllables { isEnglish ? FrenchPhones.english($0) : $0 }
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
        guard decoder != nil, let searches else { throw .noModel("it is not loaded") }
        guard let converter = RateConverter(from: rate, to: model.rate) else { throw .wrongRate(rate) }
        guard searches.names.contains(search) else { throw .unknownSearch(search) }
        utterance = Utterance(
            search: search, isGrammar: searches.grammars.contains(search),
            front: FrontEnd(converter, rate: model.rate),
            readings: searches.small.contains(search) ? max(1, min(readings, 20)) : 0, start: ThreadTime.now())
    }

    /// Takes the next samples of the utterance.
    ///
    /// - Parameter samples: mono samples at the rate that was said.
    /// - Returns: the text so far of an open question, about twice a second of speech; nil in between, and with a grammar.
    public func take(_ samples: [Int16]) -> String? {
        guard let decoder, var current = utterance else { return nil }
        defer { utterance = current }
        decode(current.front.take(samples), &current)
        let seconds = Double(current.decoded) / Double(model.rate)
        guard current.isLive, seconds - current.told >= Self.partialEvery else { return nil }
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
        decode(current.front.finish(), &current)
        if current.hearing == nil { settle(&current, isWhole: true) }
        utterance = nil
        if current.isLive { decoder.end() }
        current.feed?.finish()
        var seconds = ThreadTime.now() - current.start
        let heard = await current.hearing?.value
        let resumed = ThreadTime.now()
        let frames =
            current.isGrammar
            ? heard?.scores.flatMap { decoder.decode(current.search, scores: $0) } ?? 0 : decoder.frames
        let words = current.front.isSpeech && frames > 0 ? decoder.hypothesis() : nil
        let readings = words == nil || current.readings == 0 ? [] : decoder.readings(current.readings)
        let syllables = words != nil && current.isGrammar ? heard?.scores.flatMap { anySyllables($0, decoder) } : nil
        if let scores = heard?.scores { try? FileManager.default.removeItem(at: scores) }
        seconds += ThreadTime.now() - resumed + (heard?.seconds ?? 0)
        let report = HearingReport(
            words: words, readings: readings, phones: heard?.phones, syllables: syllables, frames: frames,
            time: { [gate = current.front.gate, dropped = current.dropped] in
                Double(gate.inputFrame($0 + dropped)) / 100
            })
        if report.confidence >= 0.5 { mean?.keep() }
        return TranscriptMessage(
            text: report.text, language: "fr",
            parvis: report.details(secondsAudio: current.front.seconds, secondsCPU: seconds))
    }

    /// Drops the utterance under way.
    public func cancel() {
        guard let current = utterance else { return }
        utterance = nil
        if current.isLive { decoder?.end() }
        current.feed?.finish()
    }

    /// The score of any syllables.
    private func anySyllables(_ scores: URL, _ decoder: SphinxDecoder) -> Double? {
        guard hasSyllables, decoder.decode(Syllables.search, scores: scores) != nil else { return nil }
        return decoder.score
    }

    private func decode(_ samples: [Int16], _ current: inout Utterance) {
        guard !samples.isEmpty, current.decoded < Self.longest * model.rate else { return }
        current.decoded += samples.count
        guard let feed = current.feed else {
            current.waiting += samples
            if current.waiting.count >= Self.settling * model.rate { settle(&current, isWhole: false) }
            return
        }
        feed.yield(samples)
        if current.isLive { decoder?.take(samples) }
    }

    /// Takes the mean of what was said so far, and begins to decode.
    private func settle(_ current: inout Utterance, isWhole: Bool) {
        guard !current.waiting.isEmpty else { return }
        let background = Background(of: current.waiting, frame: current.front.gate.frame)
        current.waiting = background.quieted(current.waiting, isWhole: isWhole)
        current.dropped = background.dropped
        let mean = self.mean?.mean(of: current.waiting)
        let (sound, feed) = AsyncStream<[Int16]>.makeStream()
        current.hearing = Task { [loop] in await loop.hear(sound, mean: mean) }
        current.feed = feed
        feed.yield(current.waiting)
        // The library searches scores that were written down with grammars only.
        if !current.isGrammar, let decoder {
            if let mean { decoder.setMean(mean) }
            current.isLive = decoder.begin(current.search)
            if current.isLive { decoder.take(current.waiting) }
        }
        current.waiting = []
    }
}

/// An utterance under way.
private struct Utterance {
    let search: String
    let isGrammar: Bool
    var front: FrontEnd
    let readings: Int
    /// The processor time of the thread when it began.
    let start: Double
    /// What is not decoded yet, until there is enough to tell the mean.
    var waiting: [Int16] = []
    /// Frames of silence that were left out before the rest.
    var dropped = 0
    /// Where samples go, and what the loop of phones makes of them.
    var feed: AsyncStream<[Int16]>.Continuation?
    var hearing: Task<PhoneLoop.Heard, Never>?
    /// Whether the decoder of words takes the samples as they come.
    var isLive = false
    /// Samples that were decoded or wait.
    var decoded = 0
    /// Seconds of speech decoded at the last partial text.
    var told = 0.0
    var partial = ""
}

/// What sound goes through before it is decoded: the model's rate, no rumble, no silence, one loudness.
struct FrontEnd {
    /// The lowest frequency of voices that counts, in hertz: the model hears nothing below 130.
    private static let lowest = 100.0

    private let converter: RateConverter
    private var rumble: HighPass
    private(set) var gate: SpeechGate
    private var level: LevelSetter
    private var count = 0

    init(_ converter: RateConverter, rate: Int) {
        (self.converter, gate, level) = (converter, SpeechGate(rate: rate), LevelSetter(rate: rate))
        rumble = HighPass(Self.lowest, rate: rate)
    }

    /// How much sound came in, in seconds.
    var seconds: Double { Double(count) / Double(converter.input) }

    /// Whether there was any speech.
    var isSpeech: Bool { gate.isOpen }

    mutating func take(_ samples: [Int16]) -> [Int16] {
        count += samples.count
        return level.take(gate.take(rumble.take(converter.convert(samples))))
    }

    mutating func finish() -> [Int16] {
        level.take(gate.take(rumble.take(converter.finish())) + gate.finish()) + level.finish()
    }
}
