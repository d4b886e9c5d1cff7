import ArgumentParser
import Assistant
import Foundation

/// Says which times texts name.
struct TimeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "time",
        abstract: "Say which times JSON Lines of texts name.",
        discussion: """
            Reads {"id","text","now"?} and writes {"id","values":[{"text","start","end","grain"}]}: local times, the end \
            exclusive, null where the text leaves an end open.
            """)

    @OptionGroup var options: TownOptions

    private struct Request: Decodable {
        let id: String
        let text: String
        let now: String?
    }

    private struct Answer: Encodable {
        let id: String
        let values: [TimeObject]
    }

    func run() async throws {
        let assistant = try options.open()
        let reading = assistant.timeReading
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
                try Output.json(Answer(id: request.id, values: reading.times(in: request.text, at: now)))
            }
        }
    }
}
