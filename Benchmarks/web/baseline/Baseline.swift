internal import Hummingbird

/// What the web server is measured against: the same library, a body of JSON read and one written, and nothing else.
///
/// Usage: `web-baseline PORT`, on this computer alone, until it is told to end.
@main
struct Baseline {
    private struct Question: Decodable { let text: String }

    private struct Answer: ResponseEncodable {
        let conversation: String
        let text: String
    }

    static func main() async throws {
        let router = Router()
        router.post("/api/v1/conversations/{id}/turns") { request, context in
            let question = try await request.decode(as: Question.self, context: context)
            return Answer(conversation: try context.parameters.require("id"), text: question.text)
        }
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8_099
        try await Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port))
        ).runService()
    }
}
