import ArgumentParser
import Assistant
import Foundation

extension EvaluateCommand {
    /// Says how well a model that is trained on one file of sentences tells the intents of another.
    struct Intents: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Train on a file of labelled sentences and judge on another.",
            discussion: """
                Both are JSON Lines {"text","intent"}; the intent null or "oos" is out of scope. Where either file has \
                such sentences, the model refuses what it is not sure of, and a refused sentence counts as wrong if it \
                has an intent; where neither has, nothing is refused. Writes one JSON object.
                """)

        @Option(help: "The sentences to train on.")
        var train: String

        @Option(help: "The sentences to judge on.")
        var test: String

        @Option(
            help: ArgumentHelp("Also write what was made of each sentence to a file, as JSON Lines.", valueName: "file")
        )
        var predictions: String?

        @OptionGroup var options: TownOptions

        func run() async throws {
            let (taught, judged) = (try JudgedSentence.load(train), try JudgedSentence.load(test))
            let result = try options.open().evaluateIntents(train: taught, test: judged)
            if let predictions { try write(result.predictions, to: predictions) }
            try Output.json(result)
        }

        private func write(_ predictions: [IntentEvaluation.Prediction], to path: String) throws {
            let lines = try predictions.map(Output.jsonLine)
            do {
                try Data(lines.joined()).write(to: URL(filePath: path))
            } catch {
                throw Failure(status: .missingFile, message: "\(path) cannot be written: \(error.localizedDescription)")
            }
        }
    }
}
