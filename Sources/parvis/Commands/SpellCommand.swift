import ArgumentParser
import Assistant

/// Corrects the spelling of texts.
struct SpellCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spell",
        abstract: "Correct the spelling of JSON Lines of texts.",
        discussion: """
            Reads {"id","text"} and writes {"id","text","words":[{"text","suggestions"}]}: the text respelt, and the words \
            that were changed or are not known with what may have been meant, best first.
            """)

    @OptionGroup var options: TownOptions

    private struct Answer: Encodable {
        let id: String
        let spelling: SpellingObject

        /// Writes the id beside the keys of the spelling.
        func encode(to encoder: any Encoder) throws {
            try spelling.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
        }

        private enum CodingKeys: String, CodingKey { case id }
    }

    func run() async throws {
        let assistant = try options.open()
        let spelling = assistant.spelling
        try options.answerTexts(assistant.clock) { request, _ in
            Answer(id: request.id, spelling: spelling.respelt(request.text))
        }
    }
}
