import ArgumentParser
import Assistant
import CivilTime
import Foundation
import Language

extension EvaluateCommand {
    /// Says how long texts take to be read, against their length.
    struct CostCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cost",
            abstract: "Say how many microseconds texts of 10 to 100 000 characters take to be understood.",
            discussion: "Each text given is repeated to each length; the median of five readings counts.")

        @Argument(help: "Texts to repeat.")
        var texts: [String]

        @OptionGroup var options: TownOptions

        func validate() throws {
            if texts.contains("") { throw ValidationError("An empty text cannot be repeated.") }
        }

        func run() async throws {
            let assistant = try options.open()
            let now = try options.moment(assistant.clock)
            let lengths = [10, 100, 1_000, 10_000, 100_000]
            Output.line(lengths.map { Self.cell(String($0)) }.joined() + "  characters of")
            for text in texts {
                let whole = String(repeating: text, count: 100_000 / text.count + 1)
                let cells = lengths.map { length in
                    let part = Utterance(String(whole.prefix(length)))
                    let times = (0..<5).map { _ in
                        ContinuousClock().measure { _ = assistant.understand(part, id: "", at: now) }
                    }.sorted()
                    return Self.cell(String(format: "%.0f", times[2] / .microseconds(1)))
                }
                Output.line(cells.joined() + "  " + text)
            }
        }

        private static func cell(_ text: String) -> String {
            String(repeating: " ", count: max(9 - text.count, 0)) + text
        }
    }
}
