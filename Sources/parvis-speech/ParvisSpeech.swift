import ArgumentParser
import Foundation
import SpeechPocketSphinx

/// The speech engines: hears, speaks, opens microphone and loudspeaker, for one program that talks Wyoming to it.
@main
struct ParvisSpeech: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parvis-speech",
        abstract: "The speech engines of Parvis, for programs: speaks Wyoming on standard input and output.",
        discussion: "People use `parvis speak`, `parvis listen` and `parvis kiosk`, which start it.",
        version: "0.1.0")

    @Option(
        help: ArgumentHelp(
            "A folder with an acoustic model of CMUSphinx; the installed one by default.", valueName: "dir"))
    var acousticModel: String?

    func run() async throws {
        // Whoever no longer reads must be an error of the write.
        signal(SIGPIPE, SIG_IGN)
        let outlet = Outlet.takingStandardOutput()
        let finder = AcousticModelFinder(
            executable: URL(filePath: "/proc/self/exe"), environment: ProcessInfo.processInfo.environment)
        let model = Result { try finder.model(acousticModel.map { URL(filePath: $0) }) }
        let switchboard = Switchboard(model: model, outlet: outlet)
        let events = Inlet(outlet: outlet)
        events.start(switchboard)
        let status = await switchboard.run()
        Self.exit(withError: status == 0 ? nil : ExitCode(status))
    }
}
