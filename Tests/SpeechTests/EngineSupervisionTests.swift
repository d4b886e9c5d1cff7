import Foundation
import Language
import Synchronization
import Testing

@testable import Speech

@Suite("The program of the engines, kept alive", .serialized)
struct EngineSupervisionTests {
    /// The program beside the tests, or where it was said to be; nil where it was not built.
    private static let program: EngineProgram? = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments.first
        return try? EngineProgram.find(beside: bundle, environment: ProcessInfo.processInfo.environment)
    }()
    private let french = French(words: [:])
    private let search = RecognitionSearch(
        name: "yes-no", model: .grammar("#JSGF V1.0;\ngrammar g;\npublic <u> = oui | non | le grand tilleulard;\n"))

    private func silence(_ seconds: Double) -> AsyncStream<AudioChunk> {
        let (stream, continuation) = AsyncStream<AudioChunk>.makeStream()
        for frame in TestSound.frames(TestSound.noise(-60, seconds: seconds)) {
            continuation.yield(AudioChunk(samples: frame, rate: 16_000))
        }
        continuation.finish()
        return stream
    }

    @Test("It is found where it was said to be, or beside the program, or not at all")
    func found() throws {
        let folder = try TestSound.Folder()
        let path = try folder.write(Array("#!/bin/sh\n".utf8), EngineProgram.name)
        #expect(throws: SpeechError.missing(program: EngineProgram.name)) {
            try EngineProgram.find(beside: folder.path + "/parvis", environment: [:])
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        #expect(
            try EngineProgram.find(beside: folder.path + "/parvis", environment: [:]).path.hasSuffix(EngineProgram.name)
        )
        #expect(try EngineProgram.find(beside: nil, environment: ["PATH": "/none:" + folder.path]).path == path)
        #expect(throws: SpeechError.missing(program: "/none")) {
            try EngineProgram.find(beside: folder.path + "/parvis", environment: ["PARVIS_SPEECH": "/none"])
        }
    }

    @Test("One that ends at once is given up after some faults, and never waited for")
    func givenUp() async throws {
        let engine = SpeechEngine(EngineProgram(path: "/bin/false"))
        for _ in 0..<SpeechEngine.mostFaults {
            await #expect(throws: SpeechError.self) { try await engine.info() }
        }
        await #expect(throws: SpeechError.givenUp(engine: EngineProgram.name)) { try await engine.info() }
    }

    @Test("A word that its dictionary lacks is learnt, and silence is no word", .enabled(if: program != nil))
    func learnt() async throws {
        let engine = SpeechEngine(try #require(Self.program))
        let recogniser = EngineRecogniser(engine, rules: french)
        try await recogniser.prepare([search])
        let heard = try await recogniser.recognise(silence(1), search: search.name)
        #expect(RejectionRule().verdict(heard, isClosed: true) != .accepted)
        #expect(try await recogniser.phones(["tilleulard"], language: "fr")["tilleulard"]?.isEmpty == false)
        await engine.stop()
    }

    @Test("Sound that comes faster than anybody speaks is waited for as long as it lasts", .enabled(if: program != nil))
    func patient() async throws {
        let clock = PatientClock()
        let engine = SpeechEngine(try #require(Self.program), clock: clock)
        let recogniser = EngineRecogniser(engine, rules: french)
        try await recogniser.prepare([search])
        clock.longest.withLock { $0 = .zero }
        _ = try await recogniser.recognise(silence(20), search: search.name)
        #expect(clock.longest.withLock(\.self) > .seconds(10))
        await engine.stop()
    }

    @Test("A text is said into memory: a WAV file, and when each word is said", .enabled(if: program != nil))
    func clip() async throws {
        let engine = SpeechEngine(try #require(Self.program))
        let clip = try await EngineVoice(engine).clip(SpeechRequest("La piscine ouvre demain."), limit: 60)
        #expect(clip.marks.map(\.offset) == [0, 3, 11, 17])
        let times = clip.marks.map { clip.milliseconds(at: $0.sample) }
        #expect(times == times.sorted() && times[0] < 200 && times[3] > 500)
        let folder = try TestSound.Folder()
        #expect(try WAVReader(folder.write(clip.wav, "clip.wav")).all().samples == clip.samples)
        let cut = try await EngineVoice(engine).clip(
            SpeechRequest(String(repeating: "La piscine ouvre demain. ", count: 40)), limit: 1)
        #expect(cut.samples.count < 5 * cut.rate)
        await engine.stop()
    }

    @Test(
        "One that ends in the middle of an utterance is started again, and hears it from its beginning",
        .enabled(if: program != nil))
    func restarted() async throws {
        let program = try #require(Self.program)
        let folder = try TestSound.Folder()
        // The first time, what it is told ends in the middle of the sound, and so does it.
        let script = """
            #!/bin/sh
            [ -e "\(folder.path)/once" ] && exec "\(program.path)"
            touch "\(folder.path)/once"
            head -c 60000 | "\(program.path)"
            """
        let path = try folder.write(Array(script.utf8), "engine")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        let engine = SpeechEngine(EngineProgram(path: path))
        let recogniser = EngineRecogniser(engine, rules: french)
        try await recogniser.prepare([search])
        let heard = try await recogniser.recognise(silence(4), search: search.name)
        #expect(heard.secondsAudio > 3.5)
        #expect(await engine.startCount == 2)
        await engine.stop()
    }

    @Test("A voice says a text with a mark for each word, and falls silent when told to", .enabled(if: program != nil))
    func voice() async throws {
        let engine = SpeechEngine(try #require(Self.program))
        let voice = EngineVoice(engine)
        var (samples, marks, hasEnded) = (0, 0, false)
        for try await event in voice.speak(SpeechRequest("La piscine ouvre demain.")) {
            if case .audio(let piece) = event { samples += piece.count }
            if case .mark = event { marks += 1 }
            if case .end = event { hasEnded = true }
        }
        #expect(samples > 8_000 && marks == 4 && hasEnded)
        for try await event in voice.speak(SpeechRequest(String(repeating: "Encore un mot. ", count: 200))) {
            if case .audio = event { break }
        }
        // What was stopped leaves nothing in what is said next.
        var events = 0
        for try await event in voice.speak(SpeechRequest("Oui.")) {
            if case .audio = event { events += 1 }
        }
        #expect(events > 0)
        await engine.stop()
    }
}

/// A clock on which nothing is ever late, and which tells the longest wait that was asked of it.
private final class PatientClock: Clock {
    let longest = Mutex(Duration.zero)
    var now: ContinuousClock.Instant { .now }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
        longest.withLock { $0 = max($0, ContinuousClock.now.duration(to: deadline)) }
        try await Task.sleep(for: .seconds(3_600))
    }
}
