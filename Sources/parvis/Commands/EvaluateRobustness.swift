import ArgumentParser
import Assistant
import CivilTime
import Foundation

extension EvaluateCommand {
    /// Says how well sentences are understood with each kind of error.
    struct RobustnessCommand: AsyncParsableCommand {
        enum Part: String, ExpressibleByArgument { case dev, held }

        static let configuration = CommandConfiguration(
            commandName: "robustness",
            abstract: "Say how well sentences are understood when people misspell them.",
            discussion: """
                Reads JSON Lines {"text","intent","part"?}; the intent "oos" is out of scope. Each kind of error is made \
                in one word of five and in one of three. Only sentences of the part "dev" are ever shown.
                """)

        @Argument(help: "The file of sentences.")
        var file: String

        @Option(help: "Take only the sentences of one part of the file: dev or held.")
        var part: Part?

        @Option(help: "The same seed makes the same errors.")
        var seed: UInt64 = 1

        @Flag(help: "Write one JSON object.")
        var json = false

        @Flag(help: "Write the sentences of the part dev that are not understood, a JSON object a line.")
        var mistakes = false

        @OptionGroup var options: TownOptions

        func validate() throws {
            if mistakes && part != .dev { throw ValidationError("--mistakes goes with --part dev.") }
        }

        func run() async throws {
            let sentences = try JudgedSentence.load(file).filter { part == nil || $0.part == part?.rawValue }
            let assistant = try options.open()
            let result = assistant.robustness(of: sentences, at: try options.moment(assistant.clock), seed: seed)
            if mistakes {
                for mistake in result.mistakes { try Output.json(mistake) }
            } else if json {
                try Output.json(result)
            } else {
                for line in Self.table(result) { Output.line(line) }
            }
        }

        /// The figures as a table: a row a kind of error, percentages.
        private static func table(_ result: Robustness) -> [String] {
            let heads = Robustness.rates.flatMap { rate in ["1 in \(Int((1 / rate).rounded()))", "kept", "refused"] }
            let kinds = result.rows.reduce(into: [String]()) { if $0.last != $1.kind { $0.append($1.kind) } }
            let clean = ["none", percent(result.clean.accuracy), "", percent(result.clean.refused)]
            let rows = kinds.map { kind in
                [kind]
                    + result.rows.filter { $0.kind == kind }.flatMap { row in
                        [percent(row.score.accuracy), percent(row.kept), percent(row.score.refused)]
                    }
            }
            return ["\(result.sentences) sentences with an intent, \(result.outOfScope) out of scope"]
                + ([["errors"] + heads, clean] + rows).map(line)
                + [String(format: "one sentence: p50 %.0f µs, p99 %.0f µs", result.p50, result.p99)]
        }

        private static func line(_ cells: [String]) -> String {
            let name = cells[0].padding(toLength: 14, withPad: " ", startingAt: 0)
            return name + cells.dropFirst().map { String(repeating: " ", count: max(9 - $0.count, 0)) + $0 }.joined()
        }

        private static func percent(_ share: Double) -> String { String(format: "%.1f", share * 100) }
    }
}
