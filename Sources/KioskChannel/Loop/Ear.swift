import Language
import Speech

/// Takes the microphone's sound: finds utterances in it, has them made out while they come in, and notices whoever speaks while
/// the voice does.
actor Ear {
    private enum Mode { case closed, listening, guarding, holding }

    /// An utterance under way.
    private struct Utterance {
        var samples: [Int16]
        var continuation: AsyncStream<AudioChunk>.Continuation
        var task: Task<Result<Heard, SpeechError>, Never>
        /// Whether words seem to be in it, before they are known.
        var seems: AsyncStream<Void>
        var paused: ContinuousClock.Instant?
    }

    private static let rate = 16_000
    /// Frames kept from before an utterance was noticed: half a second.
    private static let lead = 25
    /// The most frames kept while the voice falls silent: two seconds.
    private static let mostHeld = 100
    /// Frames without speech after which a hall is called quiet, where nobody is waited for: twenty seconds.
    private static let quiet = 1_000

    private let ears: Ears
    private let level: PlayedLevel
    private let tell: @Sendable (KioskMachine.Event) -> Void
    private let measure: @Sendable (KioskFigure) -> Void

    private var mode = Mode.closed
    private var resampler = Resampler(from: Ear.rate, to: Ear.rate)
    private var cutter = FrameCutter(size: Endpointer.frame)
    private var endpointer = Endpointer()
    private var bargeIn = BargeIn(floor: NoiseFloor())
    private var expectation = Expectation(.question)
    /// Whether words are made out; otherwise only that somebody speaks is noticed.
    private var hearsWords = true
    private var recent: [[Int16]] = []
    private var utterance: Utterance?
    /// Frames since it began to listen, and when the person's last voiced frame came.
    private var frames = 0
    private(set) var lastVoiced = ContinuousClock.now
    /// Frames since speech, where a first word may take as long as it likes; nil where it may not.
    private var waited: Int?

    init(
        _ ears: Ears, level: PlayedLevel, tell: @escaping @Sendable (KioskMachine.Event) -> Void,
        measure: @escaping @Sendable (KioskFigure) -> Void
    ) {
        (self.ears, self.level, self.tell, self.measure) = (ears, level, tell, measure)
    }

    /// Whether sound is wanted.
    var isOpen: Bool { mode != .closed }

    /// Listens for an utterance; what was said while the voice fell silent belongs to it.
    func listen(_ expectation: Expectation, seconds: Double?, hearsWords: Bool = true) {
        var limits = Endpointer.Limits()
        limits.firstWord = seconds
        waited = seconds == nil ? 0 : nil
        frames = 0
        (self.expectation, self.hearsWords) = (expectation, hearsWords)
        endpointer = Endpointer(floor: endpointer.floor, limits: limits)
        let held = mode == .holding ? recent : []
        mode = .listening
        recent = []
        for frame in held { take(frame) }
    }

    /// Notices whoever speaks while the voice does.
    func guardSpeech() {
        drop()
        bargeIn = BargeIn(floor: endpointer.floor)
        mode = .guarding
    }

    /// Listens no more.
    func close() {
        drop()
        mode = .closed
    }

    /// Takes sound.
    func take(_ chunk: AudioChunk) {
        if chunk.rate != resampler.from { resampler = Resampler(from: chunk.rate, to: Ear.rate) }
        for frame in cutter.cut(resampler.resample(chunk.samples)) { take(frame) }
    }

    /// There is no more sound: whoever spoke has ended.
    func finish() {
        guard mode == .listening else { return }
        for event in endpointer.finish() { handle(event) }
    }

    // MARK: Frames

    private func take(_ frame: [Int16]) {
        switch mode {
        case .closed: keep(frame, Ear.lead)
        case .holding: keep(frame, Ear.mostHeld)
        case .guarding:
            keep(frame, Ear.lead)
            guard bargeIn.take(frame, played: level.now) else { return }
            mode = .holding
            tell(.voice)
        case .listening:
            keep(frame, Ear.lead)
            let events = endpointer.take(frame)
            frames += 1
            wait(utterance == nil && events.isEmpty)
            if utterance != nil {
                utterance?.samples += frame
                utterance?.continuation.yield(AudioChunk(samples: frame, rate: Ear.rate))
            }
            for event in events { handle(event) }
        }
    }

    private func wait(_ isQuiet: Bool) {
        guard let waited else { return }
        self.waited = isQuiet ? (waited + 1) % Ear.quiet : 0
        if isQuiet, self.waited == 0 { tell(.quiet) }
    }

    private func keep(_ frame: [Int16], _ count: Int) {
        recent.append(frame)
        if recent.count > count { recent.removeFirst(recent.count - count) }
    }

    private func handle(_ event: Endpointer.Event) {
        switch event {
        case .began: begin(with: recent.flatMap(\.self))
        case .paused:
            utterance?.paused = .now
            utterance?.continuation.finish()
        case .wentOn:
            // What was decoded is thrown away: the person goes on.
            guard let said = utterance?.samples else { return }
            drop()
            begin(with: said)
        case .ended(let last, let isCut):
            lastVoiced = .now - .seconds(max(0, Double(frames * Endpointer.frame) / Double(Ear.rate) - last))
            end(isCut: isCut)
        case .nothing:
            mode = .closed
            tell(.nothing)
        }
    }

    private func begin(with samples: [Int16]) {
        let (stream, continuation) = AsyncStream<AudioChunk>.makeStream()
        let (seems, seeming) = AsyncStream<Void>.makeStream()
        let (ears, expectation, hearsWords) = (ears, expectation, hearsWords)
        let task = Task { () -> Result<Heard, SpeechError> in
            defer { seeming.finish() }
            guard hearsWords else { return .success(.nothing) }
            do throws(SpeechError) {
                return .success(
                    try await ears.hear(stream, expecting: expectation, orAny: true) { seeming.yield() })
            } catch {
                return .failure(error)
            }
        }
        continuation.yield(AudioChunk(samples: samples, rate: Ear.rate))
        utterance = Utterance(samples: samples, continuation: continuation, task: task, seems: seems)
    }

    private func end(isCut: Bool) {
        mode = .closed
        recent = []
        guard let utterance else { return }
        self.utterance = nil
        utterance.continuation.finish()
        tell(.utteranceEnded(isCut: isCut))
        let (tell, measure) = (tell, measure)
        let began = utterance.paused ?? .now
        Task {
            for await _ in utterance.seems { tell(.seemed) }
            switch await utterance.task.value {
            case .success(let heard):
                measure(
                    .decoded(
                        audio: Double(utterance.samples.count) / Double(Ear.rate),
                        seconds: began.duration(to: .now).inSeconds))
                tell(.ears(areThere: true))
                tell(.heard(heard))
            case .failure:
                tell(.heard(.nothing))
                tell(.ears(areThere: false))
            }
        }
    }

    private func drop() {
        utterance?.task.cancel()
        utterance?.continuation.finish()
        utterance = nil
    }
}
