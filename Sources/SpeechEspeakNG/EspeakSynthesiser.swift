internal import Foundation
internal import SpeechSignal
internal import Synchronization

/// Says French with Debian's espeak-ng, at a rate counted in words a minute.
///
/// All its calls run on one thread, because the library's state is that of the process.
public actor EspeakSynthesiser {
    /// How much text is tried before it is said, in characters: a few milliseconds of work.
    private static let trial = 80
    /// How often it is tried.
    private static let trials = 3

    private let thread = DedicatedThread(name: "voice")
    /// The thread that every call runs on.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let engine = EngineState()
    private let stops = Atomic<Int>(0)

    /// The only one: the library has one state for the whole process, and two threads in it end the process.
    ///
    /// The library starts with the first call.
    public static let shared = EspeakSynthesiser()

    private init() {}

    /// The names of the voices of a language, as `fr`.
    public func voices(_ language: String) -> [String] { engine.espeak?.voices(language) ?? [] }

    /// Ends what is being said: no more sound comes after the next 20 ms of it.
    public nonisolated func stop() { stops.add(1, ordering: .relaxed) }

    /// Counts the stops so far: one that comes after a request was made, and before it is begun, must end it too.
    public nonisolated var stopCount: Int { stops.load(ordering: .relaxed) }

    /// Says a text.
    ///
    /// - Parameters:
    ///   - request: what to say.
    ///   - count: ``stopCount`` when it was asked for.
    ///   - tell: gets the pieces as they are made, on the thread of this actor.
    /// - Throws: ``SynthesisError``.
    public func say(
        _ request: SynthesisRequest, stopCount count: Int, tell: @escaping @Sendable (SynthesisPiece) -> Void
    ) throws(SynthesisError) {
        guard let espeak = engine.espeak else { throw .noEngine }
        guard request.text.unicodeScalars.count <= SynthesisRequest.longest else {
            throw .tooLong(SynthesisRequest.longest)
        }
        try setVoice(request, espeak)
        let sentences = SpokenSentence.cut(request.text, pronunciations: request.pronunciations)
        let isStopped = { self.stopCount != count }
        var keeper = rate(request.wordsPerMinute, sentences, espeak)
        var speech = Speech(request: request, rate: espeak.rate, tell: tell)
        for (index, sentence) in sentences.enumerated() where !isStopped() {
            if index > 0 { speech.addPause() }
            espeak.setRate(keeper.parameter, gap: keeper.gap)
            guard let seconds = speech.say(sentence, espeak, isStopped) else { throw .refused }
            keeper.said(words: sentence.words, seconds: seconds)
        }
        speech.finish()
    }

    /// How words are said, in the phones of the French recogniser.
    ///
    /// - Parameters:
    ///   - words: the words.
    ///   - language: their language, as `fr`.
    /// - Returns: the ways to say each, none where it cannot be said in those phones.
    public func phones(_ words: [String], language: String) -> [String: [String]] {
        guard let espeak = engine.espeak, espeak.setVoice(language) else { return [:] }
        // What was said before leaves a liaison to the first text after it.
        _ = espeak.phonemes("a.")
        return Dictionary(words.map { ($0, FrenchIPA.pronunciations(of: $0, espeak.phonemes)) }) { first, _ in first }
    }

    private func setVoice(_ request: SynthesisRequest, _ espeak: Espeak) throws(SynthesisError) {
        if let voice = request.voice {
            guard espeak.setVoice(voice) else { throw .noVoice(voice) }
            return
        }
        // Debian's own voice is the last resort: a town that installed an mbrola voice wants it heard.
        let better = request.language.hasPrefix("fr") ? ["mb-fr4", "mb-fr1"] : []
        guard (better + [request.language]).contains(where: espeak.setVoice) else { throw .noVoice(request.language) }
    }

    /// The rate for a text: from the table, corrected by how fast its start really is.
    private func rate(_ wanted: Double, _ sentences: [SpokenSentence], _ espeak: Espeak) -> RateKeeper {
        var keeper = RateKeeper(wanted: wanted)
        var (length, sample) = (0, [SpokenSentence]())
        for sentence in sentences where length < Self.trial {
            sample.append(sentence)
            length += sentence.text.unicodeScalars.count
        }
        let words = sample.reduce(0) { $0 + $1.words }
        guard words >= RateKeeper.fewest, length < 4 * Self.trial else { return keeper }
        var last: (Int, Int)?
        for _ in 0..<Self.trials where last.map({ $0 != (keeper.parameter, keeper.gap) }) ?? true {
            last = (keeper.parameter, keeper.gap)
            espeak.setRate(keeper.parameter, gap: keeper.gap)
            keeper.tried(words: words, seconds: sample.reduce(0) { $0 + seconds(of: $1, espeak) })
        }
        return keeper
    }

    /// How long the words of a sentence sound at the rate of now.
    private func seconds(of sentence: SpokenSentence, _ espeak: Espeak) -> Double {
        var (rate, trimmer) = (espeak.rate, SpeechTrimmer(rate: espeak.rate, volume: 0))
        _ = espeak.say(sentence.text, hasPhonemes: sentence.hasPhonemes) { output in
            switch output {
            case .rate(let own) where own != rate && own > 0:
                (rate, trimmer) = (own, SpeechTrimmer(rate: own, volume: 0))
            case .sound(let samples): _ = trimmer.take(samples)
            default: break
            }
            return true
        }
        return trimmer.seconds
    }
}

/// The library, started when it is first wanted, on the thread that wants it.
private final class EngineState {
    lazy var espeak = Espeak()
}

/// The sound of a request under way.
private struct Speech {
    private let request: SynthesisRequest
    private let tell: (SynthesisPiece) -> Void
    private var rate: Int
    private var isBegun = false
    private var passed = 0

    init(request: SynthesisRequest, rate: Int, tell: @escaping (SynthesisPiece) -> Void) {
        (self.request, self.rate, self.tell) = (request, rate, tell)
    }

    mutating func addPause() {
        guard isBegun else { return }
        let count = request.pause * rate / 1_000
        tell(.sound([Int16](repeating: 0, count: count)))
        passed += count
    }

    /// A text without any sound has a rate too.
    mutating func finish() { begin() }

    private mutating func begin() {
        guard !isBegun else { return }
        isBegun = true
        tell(.rate(rate))
    }

    /// Says a sentence, its own silence before and after cut off.
    ///
    /// - Returns: how long its words sounded, in seconds; nil when the library refuses it.
    mutating func say(_ sentence: SpokenSentence, _ espeak: Espeak, _ isStopped: () -> Bool) -> Double? {
        var trimmer = SpeechTrimmer(rate: rate, volume: request.volume)
        let start = passed
        let isSaid = espeak.say(sentence.text, hasPhonemes: sentence.hasPhonemes) { output in
            switch output {
            case .rate(let own):
                if own > 0, !isBegun { (rate, trimmer) = (own, SpeechTrimmer(rate: own, volume: request.volume)) }
            case .word(let first, let length, let sample):
                guard request.hasMarks, let origin = sentence.original(first, length) else { break }
                begin()
                tell(
                    .mark(
                        offset: origin.offset, length: origin.length, sample: start + max(0, sample - trimmer.cut)))
            case .sound(let samples):
                let audible = trimmer.take(samples)
                guard !audible.isEmpty else { break }
                begin()
                tell(.sound(audible))
                passed += audible.count
            }
            return !isStopped()
        }
        return isSaid ? trimmer.seconds : nil
    }
}
