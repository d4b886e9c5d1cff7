import ArgumentParser
import Assistant
import CivilTime
import Foundation
import KioskChannel
import Speech
import WyomingChannel

/// Parvis as a Wyoming service, for satellites and Home Assistant.
struct ServeWyomingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve-wyoming", abstract: "Answer Wyoming satellites and Home Assistant.",
        discussion: """
            Describes itself, hears, recognises intents, handles texts and speaks. Without the engines' program it \
            answers texts only. It listens on this computer alone unless --host says otherwise: whoever can reach the port \
            can ask.
            """)

    @Option(help: "The port; 0 takes a free one and says which.")
    var port = 10_400

    @Option(help: "The address to listen at.")
    var host = "127.0.0.1"

    @OptionGroup var speech: SpeechOptions
    @OptionGroup var options: TownOptions

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port must be from 0 to 65535.") }
    }

    func run() async throws {
        let assistant = try options.open()
        let now = try options.moment(assistant.clock)
        // Without the engines, texts are answered all the same.
        let engine = speech.engineIfInstalled(assistant)
        let ears = engine.map { speech.ears(assistant, $0) }
        if let ears {
            let searches = SearchMaker(assistant.listeningMaterial, rules: assistant.languageRules)
            try await speechFailures(assistant) { () async throws(SpeechError) in
                try await ears.prepare(searches.common())
            }
        }
        let live = LiveAssistant(assistant) { Output.note($0) }
        let service = WyomingService(
            live, conversations: Conversations(), ears: ears, voice: engine.map(speech.voice), language: options.locale,
            version: Parvis.configuration.version,
            now: { [options] in (try? options.moment(assistant.clock)) ?? now })
        do {
            try await WyomingServer(service).run(at: host, port: port) { Output.note("port \($0)") }
        } catch {
            throw Failure(
                status: .unavailable,
                message: "Port \(port) of \(host) cannot be listened at. Choose another with --port.")
        }
    }
}
