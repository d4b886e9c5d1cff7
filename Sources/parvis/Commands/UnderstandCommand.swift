import ArgumentParser
import Assistant
import Foundation
import Language

/// Says what questions mean, without answering them.
struct UnderstandCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "understand", abstract: "Say what JSON Lines of questions mean, without answering them.")

    @Flag(help: "Also write which words and sounds decided, and how much each weighs.")
    var explain = false

    @OptionGroup var options: TownOptions

    func run() async throws {
        let assistant = try options.open()
        try options.answerTexts(assistant.clock) { request, now in
            assistant.understand(Utterance(request.text), id: request.id, at: now, explains: explain)
        }
    }
}
