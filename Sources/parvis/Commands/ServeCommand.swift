import ArgumentParser
import Assistant
import CivilTime
import Diagnostics
import Language
import NIOCore
import NIOPosix
import Speech
import WebChannel

/// Serves communes over HTTP: the web page, the widget, the kiosk's screen, the API and text messages.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the web page, the widget and the API over HTTP.",
        discussion: "Ends orderly on SIGTERM and SIGINT. Docs/web.md describes the settings file.")

    @Option(help: ArgumentHelp("The port; 8080 by default, 0 for a free one.", valueName: "n"))
    var port: Int?

    @Option(help: ArgumentHelp("The address to listen on; 127.0.0.1 by default.", valueName: "address"))
    var host: String?

    @Option(help: ArgumentHelp("Serve a town's folder below a path; may be given again.", valueName: "path=dir"))
    var commune: [String] = []

    @Option(help: ArgumentHelp("A settings file in YAML; what other options say wins over it.", valueName: "file"))
    var config: String?

    @Flag(inversion: .prefixedNo, help: "Let people hear the answers, where the program parvis-speech is installed.")
    var readAloud = true

    @OptionGroup var service: VoiceServiceOptions
    @OptionGroup var options: TownOptions

    func validate() throws {
        if let port, !(0...65_535).contains(port) { throw ValidationError("--port is from 0 to 65535.") }
        if !commune.isEmpty, options.town != nil { throw ValidationError("Give --town or --commune, not both.") }
        for entry in commune where CommuneSettings(option: entry) == nil {
            throw ValidationError("'\(entry)' is not a path and a folder. Write it as /valclair=Towns/valclair.")
        }
    }

    func run() async throws {
        // Turns are answered on the threads of their connections: nothing here waits on them, and a change of threads costs more
        // than a turn. Where the runtime does not allow it, they have threads of their own.
        NIOSingletons.unsafeTryInstallSingletonPosixEventLoopGroupAsConcurrencyGlobalExecutor()
        let root = try DataRoot.forCommand()
        let file = try settings(root)
        let communes = try file.communes.map { try open($0, file.server.limits) }
        var site = Site(communes: communes, settings: file.server, root: root)
        let assistant = readAloud && file.server.readsAloud ? communes.first?.edition().assistant : nil
        let engine = service.voice == nil ? assistant.flatMap { SpeechOptions.engineIfInstalled($0) } : nil
        if let assistant, let synthesiser = service.voice ?? engine.map({ EngineVoice($0) }) {
            let voice = voice(synthesiser, communes, assistant)
            site.voice = { await voice.say($0, $1) }
        }
        try await WebServer(site).serve { port in
            for commune in communes { Output.line("http://\(file.server.host):\(port)\(commune.path)/") }
        }
        await engine?.stop()
    }

    /// What says the answers, the towns' names in their way.
    private func voice(_ voice: any Synthesiser, _ communes: [Commune], _ assistant: Assistant) -> ServerVoice {
        let names = communes.reduce(into: [:]) { $0.merge($1.edition().assistant.pronunciations) { one, _ in one } }
        return ServerVoice(voice, pronunciations: names) { Output.note(assistant.message($0.diagnostic)) }
    }

    /// What the file says, with what the options say put over it.
    private func settings(_ root: DataRoot) throws -> SettingsFile {
        var file = SettingsFile()
        if let config {
            let read = SettingsFile.read(config)
            let printer = DiagnosticPrinter(LocaleFiles.load(directory: root.locale(options.locale)).value)
            for problem in read.diagnostics { Output.note(printer.line(problem)) }
            if read.diagnostics.contains(where: { $0.severity == .error }) {
                throw Failure(status: .badData, message: "\(config) is not used until it is mended.")
            }
            file = read.value
        }
        if let port { file.server.port = port }
        if let host { file.server.host = host }
        if !commune.isEmpty { file.communes = commune.compactMap(CommuneSettings.init(option:)) }
        if file.communes.isEmpty {
            var only = CommuneSettings()
            (only.town, only.language) = (options.town, options.locale)
            file.communes = [only]
        }
        return file
    }

    private func open(_ settings: CommuneSettings, _ limits: WebLimits) throws -> Commune {
        let assistant: Assistant
        do throws(OpeningError) {
            assistant = try Assistant.open(town: settings.town, locale: settings.language, sharesReadings: true)
        } catch {
            throw Failure(opening: error)
        }
        let now = try fixedTime(assistant.clock)
        for line in assistant.notices(today: (now?() ?? assistant.clock.now()).day) { Output.note(line) }
        return Commune(assistant, settings: settings, limits: limits, now: now) { Output.note($0) }
    }

    /// The time of `--now`, at which the clock then stands still; nil for the town's clock.
    private func fixedTime(_ clock: TownClock) throws -> (@Sendable () -> Moment)? {
        guard options.now != nil else { return nil }
        let moment = try options.moment(clock)
        return { moment }
    }
}

extension WebServer {
    /// Serves until the process is told to end, and makes what keeps it from listening the end of the command.
    ///
    /// - Parameter onRunning: told the port once connections are taken.
    /// - Throws: ``Failure``.
    func serve(onRunning: @escaping @Sendable (_ port: Int) async -> Void) async throws {
        do throws(ListeningError) {
            try await run(onRunning: onRunning)
        } catch {
            throw Failure(status: .unavailable, message: error.description)
        }
    }
}
