import ArgumentParser
import Assistant
import Foundation
import Language

/// Says what questions mean, without answering them.
struct UnderstandCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "understand", abstract: "Say what JSON Lines of questions mean, without answering them.")

    @OptionGroup var options: TownOptions

    private struct Request: Decodable {
        let id: String
        let text: String
        let now: String?
    }

    func run() async throws {
        let assistant = try options.open()
        for line in InputLines() {
            switch JSONLine<Request>(line) {
            case nil: continue
            case .malformed(let id):
                try Output.json(LineError(id: id, error: "not a JSON object with the texts \"id\" and \"text\""))
            case .value(let request):
                guard let now = try? options.moment(assistant.clock, request.now) else {
                    try Output.json(LineError(id: request.id, error: "\"now\" is not an ISO 8601 time"))
                    continue
                }
                try Output.json(assistant.understand(Utterance(request.text), id: request.id, at: now))
            }
        }
    }
}
