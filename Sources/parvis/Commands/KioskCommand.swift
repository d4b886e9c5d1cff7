import ArgumentParser
import Assistant
import CivilTime
import Foundation
import KioskChannel
import Rendering
import Speech

/// The kiosk: whoever comes speaks, or presses keys, and hears and reads the answers.
struct KioskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kiosk", abstract: "Run the kiosk: voice, keys and screen.",
        discussion: """
            Keys: 1 the next choice, 2 choose or speak, 3 stop or go back; r, l, v, +, -, c, p, a and q as Docs/kiosk.md \
            tells. With --audio-in, a WAV file stands for the microphone and is listened to as fast as it can be: for tests.
            """)

    @Option(help: ArgumentHelp("A WAV file that stands for the microphone.", valueName: "file"))
    var audioIn: String?

    @Option(help: ArgumentHelp("A WAV file that stands for the loudspeaker.", valueName: "file"))
    var audioOut: String?

    @Option(help: ArgumentHelp("The microphone, as ALSA names it.", valueName: "device"))
    var inputDevice: String?

    @Option(help: ArgumentHelp("The loudspeaker, as ALSA names it.", valueName: "device"))
    var outputDevice: String?

    @Flag(inversion: .prefixedNo, help: "Let people interrupt the voice by speaking.")
    var bargeIn = true

    @Flag(help: "Write to standard error how long people wait: times only, never words.")
    var figures = false

    @Option(
        help: ArgumentHelp(
            "Only say how large letters must be on this screen: how far eyes are, and how large a pixel is, in millimetres.",
            valueName: "distance,pixel"))
    var letterSize: String?

    @Option(
        help: ArgumentHelp(
            "Serve the page /kiosk on this port, to this computer alone: a screen that follows the voice and may be touched.",
            valueName: "port"))
    var screen: Int?

    @OptionGroup var speech: SpeechOptions
    @OptionGroup var options: TownOptions

    func validate() throws {
        if let letterSize, sizes(letterSize) == nil {
            throw ValidationError("Write --letter-size as 600,0.28: the distance and the size of a pixel.")
        }
        if let screen, !(0...65_535).contains(screen) { throw ValidationError("--screen is from 0 to 65535.") }
        if audioOut != nil, audioIn == nil, inputDevice != nil {
            throw ValidationError("--audio-out needs --audio-in.")
        }
    }

    func run() async throws {
        if let (distance, pixel) = letterSize.flatMap(sizes) {
            let height = CapitalHeight.millimetres(distance: distance)
            Output.line("capital H: \((height * 10).rounded() / 10) mm")
            Output.line("font size: \(CapitalHeight.fontPixels(distance: distance, pixel: pixel)) pixels")
            return
        }
        let assistant = try options.open()
        let engine = try speech.engine(assistant)
        try await speech.warn(assistant, engine)
        let now = try options.moment(assistant.clock)
        if isatty(STDERR_FILENO) == 1 { assistant.journal.hold() }
        defer { assistant.journal.release() }
        let live = LiveAssistant(assistant) { Output.note($0) }
        let watch = Task { await live.watch() }
        defer { watch.cancel() }
        let talker = await KioskTalker(
            live, now: { [options] in (try? options.moment(assistant.clock)) ?? now })
        let keyboard = audioIn == nil ? Keyboard(words: await talker.words) : nil
        defer { keyboard?.restore() }
        let sink = try loudspeaker(engine, assistant)
        let server = screen.map { _ in KioskScreenServer() }
        let kiosk = await Kiosk(
            Kiosk.Parts(
                talker: talker, ears: speech.ears(assistant, engine),
                searches: SearchMaker(assistant.listeningMaterial, rules: assistant.languageRules),
                voice: speech.voice(engine), source: microphone(engine), sink: sink,
                screen: server ?? StandardScreen(), keys: keyboard?.keys ?? AsyncStream { $0.finish() },
                choices: server?.choices ?? AsyncStream { $0.finish() }),
            settings: settings(assistant), measure: measure)
        for line in assistant.notices(today: now.day) { Output.note(line) }
        try await run(kiosk, server, assistant)
        await (sink as? FileLoudspeaker)?.close()
        await engine.stop()
        await assistant.settle()
    }

    /// Runs the kiosk, and its page where there is one; the end of either is the end of both.
    private func run(_ kiosk: Kiosk, _ server: KioskScreenServer?, _ assistant: Assistant) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await speechFailures(assistant) { () async throws(SpeechError) in try await kiosk.run() }
            }
            if let server, let screen { group.addTask { try await server.run(assistant, port: screen) } }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private var measure: @Sendable (KioskFigure) -> Void {
        guard figures else { return { _ in } }
        return { Self.note($0) }
    }

    /// A figure as a line: what it is, and seconds.
    private static func note(_ figure: KioskFigure) {
        switch figure {
        case .noticed(let seconds): Output.note("noticed \(seconds.thousandths) s after the last sound of the person")
        case .replied(let seconds): Output.note("replied \(seconds.thousandths) s after the last sound of the person")
        case .decoded(let audio, let seconds):
            Output.note("made out \(audio.thousandths) s of sound in \(seconds.thousandths) s after the pause")
        case .answered, .firstSound, .caption: break
        }
    }

    private func settings(_ assistant: Assistant) -> Kiosk.Settings {
        var settings = Kiosk.Settings()
        settings.pronunciations = assistant.pronunciations
        (settings.language, settings.voice) = (options.locale, speech.voice)
        (settings.isLive, settings.allowsBargeIn) = (audioIn == nil, bargeIn)
        return settings
    }

    private func microphone(_ engine: SpeechEngine) -> any AudioSource {
        audioIn.map { FileMicrophone($0) } ?? EngineMicrophone(engine, device: inputDevice)
    }

    private func loudspeaker(_ engine: SpeechEngine, _ assistant: Assistant) throws -> any AudioSink {
        guard let audioOut else {
            return audioIn == nil ? EngineLoudspeaker(engine, device: outputDevice) : SilentLoudspeaker()
        }
        do throws(SpeechError) {
            return try FileLoudspeaker(audioOut)
        } catch {
            throw Failure(speech: error, assistant)
        }
    }

    private func sizes(_ text: String) -> (Double, Double)? {
        let numbers = text.split(separator: ",").compactMap { Double($0) }
        guard numbers.count == 2, numbers.allSatisfy({ $0 > 0 && $0 < 10_000 }) else { return nil }
        return (numbers[0], numbers[1])
    }
}

/// Shows lines on standard output.
struct StandardScreen: KioskScreen {
    func show(_ news: KioskNews) async {
        for line in news.lines { Output.line(line) }
    }
}

extension Double {
    /// The figure with three digits after the point.
    fileprivate var thousandths: Double { (self * 1000).rounded() / 1000 }
}
