import Dialogue
import Rendering
import Speech

/// Says sentences and shows each when its sound begins (rule K2); falls silent at once when told to (K4).
actor Mouth {
    /// How it ended.
    enum Outcome: Sendable, Equatable {
        case said
        /// It was told to be silent within the sentence of that place.
        case hushed(at: Int)
    }

    private let voice: any Synthesiser
    private let sink: any AudioSink
    private let screen: any KioskScreen
    /// The language of the voice's name and of the spellings of the town's names, and that of what is said now.
    private let home: String
    private var language: String
    private let voiceName: String?
    private let pronunciations: [String: String]
    private let measure: @Sendable (KioskFigure) -> Void
    private let tellLoss: @Sendable (_ isThere: Bool) -> Void
    nonisolated let level = PlayedLevel()

    private var isHushed = false
    private var isLost = false
    private var format: AudioFormat?
    /// Since when an answer is waited for.
    private var since: ContinuousClock.Instant?

    init(
        voice: any Synthesiser, sink: any AudioSink, screen: any KioskScreen, language: String, voiceName: String?,
        pronunciations: [String: String], measure: @escaping @Sendable (KioskFigure) -> Void,
        tellLoss: @escaping @Sendable (_ isThere: Bool) -> Void
    ) {
        (self.voice, self.sink, self.screen) = (voice, sink, screen)
        (home, self.language, self.voiceName, self.pronunciations) = (language, language, voiceName, pronunciations)
        (self.measure, self.tellLoss) = (measure, tellLoss)
    }

    /// Speaks another language from now on, with the voice that its engine has for it.
    func speak(_ language: String) { self.language = language }

    /// Says sentences from one of them on; those that are private are only shown.
    func say(
        _ lines: [SpokenLine], isPrivate: Set<Int>, from place: Int, _ delivery: Delivery,
        since: ContinuousClock.Instant? = nil
    ) async -> Outcome {
        isHushed = false
        self.since = since
        defer { level.silence() }
        for index in lines.indices.dropFirst(place) {
            guard !isHushed else { return .hushed(at: index) }
            if isPrivate.contains(index) {
                await screen.show(.text([lines[index].written]))
                continue
            }
            await say(lines[index], delivery, isLast: index == lines.indices.last)
            if isHushed { return .hushed(at: index) }
        }
        do throws(SpeechError) { try await sink.finish() } catch { lost() }
        return isHushed ? .hushed(at: max(0, lines.count - 1)) : .said
    }

    /// Falls silent.
    func hush() async {
        isHushed = true
        level.silence()
        await voice.stop()
        _ = await sink.stop()
        format = nil
    }

    /// A short tone: "I heard", two notes that rise, softer than speech.
    func earcon() async {
        let rate = 16_000
        let samples = Earcon.heard(rate: rate)
        do throws(SpeechError) {
            try await use(AudioFormat(rate: rate))
            try await sink.play(samples)
            try await sink.finish()
        } catch {
            lost()
        }
    }

    private func say(_ line: SpokenLine, _ delivery: Delivery, isLast: Bool) async {
        let isHome = language == home
        let request = SpeechRate.request(
            line.spoken, delivery, language: language, voice: isHome ? voiceName : nil,
            pronunciations: isHome ? pronunciations : [:])
        let asked = ContinuousClock.now
        var isShown = false
        var rate = 16_000
        do {
            for try await event in voice.speak(request) {
                guard !isHushed else { break }
                switch event {
                case .format(let format):
                    rate = format.rate
                    try await use(format)
                case .mark(let mark):
                    if !isShown { measure(.caption(firstWord: Double(mark.sample) / Double(max(rate, 1)))) }
                    await show(line, &isShown)
                case .audio(let samples):
                    if !isShown { measure(.firstSound(seconds: asked.duration(to: .now).inSeconds)) }
                    await show(line, &isShown)
                    if let since { measure(.replied(seconds: since.duration(to: .now).inSeconds)) }
                    since = nil
                    level.set(samples)
                    try await sink.play(samples)
                case .end: break
                }
            }
            if !isLast, !isHushed {
                level.silence()
                try await sink.play([Int16](repeating: 0, count: rate * request.pause / 1000))
            }
            if isLost {
                isLost = false
                tellLoss(true)
            }
        } catch {
            lost()
        }
        await show(line, &isShown)
    }

    private func show(_ line: SpokenLine, _ isShown: inout Bool) async {
        guard !isShown else { return }
        isShown = true
        await screen.show(.caption(line.written))
    }

    private func use(_ format: AudioFormat) async throws(SpeechError) {
        guard format != self.format else { return }
        self.format = format
        try await sink.open(format)
    }

    /// Without a voice everything is still shown.
    private func lost() {
        format = nil
        guard !isLost else { return }
        isLost = true
        tellLoss(false)
    }
}

/// Short sounds that say something without words.
enum Earcon {
    /// Two notes that rise, 60 ms each, 18 dB below the limit.
    static func heard(rate: Int) -> [Int16] { note(660, rate) + note(880, rate) }

    private static func note(_ frequency: Double, _ rate: Int) -> [Int16] {
        let count = rate * 60 / 1000
        return (0..<count).map { index in
            let fade = min(1, Double(min(index, count - index)) / Double(rate / 200))
            return Int16(4_000 * fade * Wave.sine(Double(index) * frequency / Double(rate)))
        }
    }
}

extension Duration {
    /// The duration in seconds.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
