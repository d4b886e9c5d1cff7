import Foundation
import Language
import Testing

@testable import Speech

/// Says what it was told to have heard, or fails, after some time.
struct ToldRecogniser: Recogniser {
    let name: String
    var followsSearches = true
    var outcome: Result<Recognition, SpeechError>
    var delay = Duration.zero
    /// What it hears as any question; the same as else when nil.
    var question: Recognition?

    func prepare(_ searches: [RecognitionSearch]) async throws(SpeechError) {}

    func recognise(_ audio: AsyncStream<AudioChunk>, search: String) async throws(SpeechError) -> Recognition {
        for await _ in audio {}
        try? await Task.sleep(for: delay)
        if search == SearchMaker.question, let question { return question }
        return try outcome.get()
    }
}

@Suite("Two recognisers together")
struct EarsTests {
    private let french = French(words: [:])
    private let heard = Recognition(
        text: "quand passe la poubelle jaune", phones: "kk an pp aa ss", rejection: 2, engine: "first")
    private let better = Recognition(text: "Quand passe la poubelle jaune ?", confidence: 0.8, engine: "second")

    private func hear(
        _ first: Result<Recognition, SpeechError>, _ second: Result<Recognition, SpeechError>?,
        _ expectation: Language.Expectation = Language.Expectation(.question), delay: Duration = .zero
    ) async throws(SpeechError) -> Heard {
        let (stream, continuation) = AsyncStream<AudioChunk>.makeStream()
        continuation.yield(AudioChunk(samples: [1, 2], rate: 16_000))
        continuation.finish()
        let other = second.map { ToldRecogniser(name: "second", followsSearches: false, outcome: $0, delay: delay) }
        return try await Ears(
            first: ToldRecogniser(name: "first", outcome: first), second: other, rules: french,
            clock: HastyClock()
        ).hear(stream, expecting: expectation)
    }

    @Test("Open questions are the second's, with the sounds of the first; closed ones the first's")
    func shares() async throws {
        let open = try await hear(.success(heard), .success(better))
        #expect(open.utterance.text == better.text)
        #expect(open.utterance.hearing?.sounds == "kApas")
        #expect(open.utterance.hearing?.alternatives == [heard.text])
        #expect(open.verdict == .accepted)
        let closed = try await hear(.success(heard), .success(better), Language.Expectation(.yesNo))
        #expect(closed.utterance.text == heard.text)
    }

    @Test("A second that ends or hears nothing costs the better words, never the turn")
    func fallback() async throws {
        let ended = SpeechError.ended(engine: "second", reason: "closed")
        let one = try await hear(.success(heard), .failure(ended))
        #expect(one.utterance.text == heard.text)
        #expect(one.fault == ended)
        let two = try await hear(.success(heard), .success(Recognition(text: "")))
        #expect(two.utterance.text == heard.text)
        let three = try await hear(.success(heard), .success(better), delay: .seconds(600))
        #expect(three.utterance.text == heard.text)
        #expect(three.fault == .slow(engine: "second", seconds: Ears.patience))
    }

    @Test(
        "What seems a question to the first is told before the second has its words",
        arguments: [
            (2.0, Language.Expectation.Answer.question, true), (-2.0, .question, false), (2.0, .yesNo, false),
        ])
    func seems(rejection: Double, answer: Language.Expectation.Answer, isTold: Bool) async throws {
        let (audio, continuation) = AsyncStream<AudioChunk>.makeStream()
        let (told, telling) = AsyncStream<Void>.makeStream()
        continuation.finish()
        var one = heard
        one.rejection = rejection
        let first = ToldRecogniser(name: "first", outcome: .success(one))
        let second = ToldRecogniser(name: "second", followsSearches: false, outcome: .success(better))
        _ = try await Ears(first: first, second: second, rules: french).hear(
            audio, expecting: Language.Expectation(answer)
        ) { telling.yield() }
        telling.finish()
        #expect(await told.reduce(0) { count, _ in count + 1 } == (isTold ? 1 : 0))
    }

    @Test("A first that ends leaves the second")
    func first() async throws {
        let outcome = try await hear(.failure(.ended(engine: "first", reason: "signal 11")), .success(better))
        #expect(outcome.utterance.text == better.text)
        await #expect(throws: SpeechError.self) {
            try await hear(.failure(.givenUp(engine: "first")), .failure(.ended(engine: "second", reason: "")))
        }
    }

    @Test(
        "What is no answer that was waited for is heard once more as any question, and taken when that is sure",
        arguments: [
            (-2.0, 2.5, true, "combien ça coûte", Verdict.accepted), (-2.0, 1, true, "rouge", .rejected),
            (-2.0, 2.5, false, "rouge", .rejected), (0.5, 2.5, true, "rouge", .accepted),
        ])
    func otherWords(
        closed: Double, open: Double, orAny: Bool, text: String, verdict: Verdict
    ) async throws {
        let (stream, continuation) = AsyncStream<AudioChunk>.makeStream()
        continuation.yield(AudioChunk(samples: [1, 2], rate: 16_000))
        continuation.finish()
        let first = ToldRecogniser(
            name: "first", outcome: .success(Recognition(text: "rouge", phones: "rr ou jj", rejection: closed)),
            question: Recognition(text: "combien ça coûte", phones: "kk on bb yy in", rejection: open))
        let heard = try await Ears(first: first, rules: french).hear(
            stream, expecting: Language.Expectation(.yesNo), orAny: orAny)
        #expect(heard.utterance.text == text)
        #expect(heard.verdict == verdict)
    }

    @Test(
        "Words are taken, asked about or not taken by how likely it is that they were said",
        arguments: [(3.0, Verdict.accepted), (0.0, .accepted), (-0.5, .unsure), (-1.5, .rejected)])
    func verdicts(rejection: Double, verdict: Verdict) async throws {
        var recognition = heard
        recognition.rejection = rejection
        let outcome = try await hear(.success(recognition), nil, Language.Expectation(.yesNo))
        #expect(outcome.verdict == verdict)
        #expect(RejectionRule().verdict(Recognition(text: ""), isClosed: true) == .rejected)
    }
}

/// A clock whose long waits are over at once.
struct HastyClock: Clock {
    var now: ContinuousClock.Instant { .now }
    var minimumResolution: Duration { .zero }
    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
        try await ContinuousClock().sleep(until: min(deadline, .now + .milliseconds(200)))
    }
}
