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

    private struct Answer: Encodable {
        let id: String
        let values: [TimeObject]
    }

    func run() async throws {
        let assistant = try options.open()
        let reading = assistant.timeReading
        try options.answerTexts(assistant.clock) { request, now in
            Answer(id: request.id, values: reading.times(in: request.text, at: now))
        }
    }
}
