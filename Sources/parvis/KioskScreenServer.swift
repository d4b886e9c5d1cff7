import Assistant
import Dialogue
import KioskChannel
import Language
import WebChannel

/// The kiosk's own screen in a browser: the page `/kiosk`, served to this computer alone, which follows the voice and may be touched.
struct KioskScreenServer: KioskScreen {
    private let broadcast = KioskBroadcast()
    private let lines = StandardScreen()

    /// What is chosen on the screen.
    var choices: AsyncStream<Input> { broadcast.choices }

    /// Shows something on standard output and on the page.
    func show(_ news: KioskNews) async {
        await lines.show(news)
        if let event = KioskScreenEvent(news) { broadcast.show(event) }
    }

    /// Serves the page until it is cancelled or the process is told to end.
    ///
    /// - Throws: ``Failure`` when the port is taken.
    func run(_ assistant: Assistant, port: Int) async throws {
        var commune = CommuneSettings()
        commune.languages = [assistant.book.files.language]
        var settings = WebSettings()
        settings.port = port
        var site = Site(
            communes: [Commune(assistant, settings: commune)], settings: settings,
            root: try DataRoot.forCommand())
        site.kioskFeed = broadcast
        try await WebServer(site).serve { Output.note("http://127.0.0.1:\($0)/kiosk") }
    }
}

extension KioskScreenEvent {
    /// What the page is told; nil for what it shows otherwise.
    fileprivate init?(_ news: KioskNews) {
        switch news {
        case .text(let lines): self = .lines(lines)
        // They are part of the answer.
        case .notes: return nil
        case .listening: self = .listening
        case .heard: self = .heard
        case .caption(let line): self = .caption(line)
        case .answer(let turn, let assistant, let now): self = .answer(KioskAnswer(turn, by: assistant, at: now))
        case .silent: self = .silent
        case .forgotten: self = .reset
        }
    }
}
