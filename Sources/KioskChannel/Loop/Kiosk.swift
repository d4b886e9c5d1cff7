public import Dialogue
import Language
import Rendering
public import Speech

/// A kiosk: whoever comes speaks or presses keys, hears and reads the answers (rules K1 to K15).
///
/// With a microphone it listens all the time. With a file it is a rehearsal: the file's sound is taken only while an answer is
/// waited for, as fast as it is made out, so that a test of a minute lasts a second and is the same each time.
public actor Kiosk {
    /// What a kiosk is made of.
    public struct Parts: Sendable {
        /// The conversation.
        public var talker: KioskTalker
        /// What hears words.
        public var ears: Ears
        /// Makes searches of what is waited for.
        public var searches: SearchMaker
        /// What speaks.
        public var voice: any Synthesiser
        /// Where sound comes from.
        public var source: any AudioSource
        /// Where it goes.
        public var sink: any AudioSink
        /// What shows lines.
        public var screen: any KioskScreen
        /// The keys that are pressed.
        public var keys: AsyncStream<KioskKey>
        /// What is chosen on a screen that is touched.
        public var choices: AsyncStream<Input>

        /// Puts the parts together.
        public init(
            talker: KioskTalker, ears: Ears, searches: SearchMaker, voice: any Synthesiser, source: any AudioSource,
            sink: any AudioSink, screen: any KioskScreen, keys: AsyncStream<KioskKey>,
            choices: AsyncStream<Input> = AsyncStream { $0.finish() }
        ) {
            (self.talker, self.ears, self.searches, self.voice) = (talker, ears, searches, voice)
            (self.source, self.sink, self.screen) = (source, sink, screen)
            (self.keys, self.choices) = (keys, choices)
        }
    }

    /// How a kiosk runs.
    public struct Settings: Sendable {
        /// The language of the voice.
        public var language = "fr"
        /// The voice, as its engine names it; nil for its own choice.
        public var voice: String?
        /// How the town says its names.
        public var pronunciations: [String: String] = [:]
        /// Whether sound comes by itself, from a microphone; a file's is taken when it is wanted.
        public var isLive = true
        /// Whether somebody may interrupt the voice by speaking.
        public var allowsBargeIn = true

        /// The usual way.
        public init() {}
    }

    /// How long an answer may take before a line says that it is being looked for.
    private static let patience = Duration.milliseconds(1500)

    private let parts: Parts
    private let settings: Settings
    private let measure: @Sendable (KioskFigure) -> Void
    private let (events, told) = AsyncStream<KioskMachine.Event>.makeStream()
    private let mouth: Mouth
    private let ear: Ear
    private var machine: KioskMachine
    private var prepared: Set<String> = []
    /// When the person's last voiced frame came, until they are answered.
    private var voiced: ContinuousClock.Instant?
    private var pump: Pump
    private var pumping: Task<Void, Never>?

    /// A kiosk that is not running yet.
    ///
    /// - Parameters:
    ///   - parts: what it is made of.
    ///   - settings: how it runs.
    ///   - measure: gets figures while it runs.
    public init(
        _ parts: Parts, settings: Settings = Settings(), measure: @escaping @Sendable (KioskFigure) -> Void = { _ in }
    ) async {
        (self.parts, self.settings, self.measure) = (parts, settings, measure)
        machine = KioskMachine(words: await parts.talker.words, menu: await parts.talker.menu)
        let told = told
        mouth = Mouth(
            voice: parts.voice, sink: parts.sink, screen: parts.screen, language: settings.language,
            voiceName: settings.voice, pronunciations: settings.pronunciations, measure: measure,
            tellLoss: { told.yield(.device(.loudspeaker, isThere: $0)) })
        ear = Ear(parts.ears, level: mouth.level, tell: { told.yield($0) }, measure: measure)
        pump = Pump(parts.source, into: ear) { told.yield($0) }
    }

    /// Runs until the sound of a file ends, or the task is cancelled.
    ///
    /// - Throws: ``Speech/SpeechError`` when there is no recogniser at all, or the file of sound cannot be read.
    public func run() async throws(SpeechError) {
        try await prepare(parts.searches.common())
        let keys = Task { [told, keys = parts.keys] in
            for await key in keys { told.yield(.key(key)) }
        }
        let choices = Task { [told, choices = parts.choices] in
            for await input in choices { told.yield(.chosen(input)) }
        }
        let sound = settings.isLive ? Task { [pump] in await pump.run() } : nil
        defer {
            keys.cancel()
            choices.cancel()
            sound?.cancel()
        }
        told.yield(.start)
        for await event in events {
            if Task.isCancelled { break }
            if case .utteranceEnded = event { voiced = await ear.lastVoiced }
            var isOver = false
            for order in machine.take(event) {
                if case .leave = order { isOver = true }
                await perform(order)
            }
            if isOver { break }
        }
        await pumping?.value
        await mouth.hush()
        if let error = await pump.error { throw error }
    }

    /// What nobody was forgotten of: whether somebody is in a conversation now.
    public var isBusy: Bool { machine.hasSession }

    private func perform(_ order: KioskMachine.Order) async {
        switch order {
        case .show(let news): await parts.screen.show(news)
        case .say(let lines, let isPrivate, let place, let delivery):
            // Before a word is said: what comes later must not undo a listening that follows at once.
            if settings.isLive, settings.allowsBargeIn { await ear.guardSpeech() }
            say(lines, isPrivate, place, delivery)
            voiced = nil
        case .hush: await mouth.hush()
        case .listen(let expectation, let seconds): await listen(expectation, seconds)
        case .deafen:
            await ear.close()
            await pumping?.value
            pumping = nil
        case .earcon:
            if let voiced { measure(.noticed(seconds: voiced.duration(to: .now).inSeconds)) }
            await mouth.earcon()
        case .take(let input, let isSpeaking): take(input, isSpeaking)
        case .speak(let code): await mouth.speak(code)
        case .forget:
            await parts.talker.begin()
            await parts.screen.show(.forgotten)
        case .leave: await ear.close()
        }
    }

    private func say(_ lines: [SpokenLine], _ isPrivate: Set<Int>, _ place: Int, _ delivery: Delivery) {
        Task { [mouth, told, voiced, screen = parts.screen] in
            let outcome = await mouth.say(lines, isPrivate: isPrivate, from: place, delivery, since: voiced)
            await screen.show(.silent)
            switch outcome {
            case .said: told.yield(.spoken)
            case .hushed(let place): told.yield(.interrupted(at: place))
            }
        }
        prepareAhead()
    }

    /// Makes the search for what will be waited for ready while the voice still speaks.
    private func prepareAhead() {
        let expectation = machine.expectation
        Task { try? await self.prepare(expectation) }
    }

    private func listen(_ expectation: Expectation, _ seconds: Double?) async {
        if machine.canListen {
            do throws(SpeechError) {
                try await prepare(expectation)
            } catch {
                told.yield(.ears(areThere: false))
            }
        }
        // Two at a time would bring the sound in another order.
        await pumping?.value
        await ear.listen(expectation, seconds: seconds, hearsWords: machine.language.isHeard)
        guard !settings.isLive else { return }
        pumping = Task { [pump, ear] in
            while await ear.isOpen, await pump.step() {}
        }
    }

    private func take(_ input: Input, _ isSpeaking: Bool) {
        let asked = ContinuousClock.now
        let (talker, told, screen, wait, measure) = (
            parts.talker, told, parts.screen, machine.words.line("wait"), measure
        )
        let patience =
            settings.isLive
            ? Task {
                try await Task.sleep(for: Self.patience)
                await screen.show(.text([wait]))
            } : nil
        Task {
            let turn = await talker.take(input, isSpeaking: isSpeaking)
            patience?.cancel()
            if let news = turn.news { await screen.show(news) }
            measure(.answered(seconds: asked.duration(to: .now).inSeconds))
            told.yield(.turn(turn))
        }
    }

    // MARK: Searches

    private func prepare(_ expectation: Expectation) async throws(SpeechError) {
        guard !prepared.contains(SearchMaker.name(of: expectation)) else { return }
        try await prepare([parts.searches.search(for: expectation)])
    }

    private func prepare(_ searches: [RecognitionSearch]) async throws(SpeechError) {
        let wanted = searches.filter { !prepared.contains($0.name) }
        guard !wanted.isEmpty else { return }
        try await parts.ears.prepare(wanted)
        prepared.formUnion(wanted.map(\.name))
    }
}
