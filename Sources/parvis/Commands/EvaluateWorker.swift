import ArgumentParser
import Assistant
import CivilTime

/// Measures what a turn of a worker costs.
struct EvaluateWorker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Measure how long a worker takes to start and to answer.")

    @Argument(help: "The worker's folder.")
    var directory: String

    @Option(help: "How many questions to ask.")
    var turns = 1000

    func validate() throws {
        if turns < 1 { throw ValidationError("--turns must be at least 1.") }
    }

    func run() async throws {
        let now = Moment(iso: "2026-11-20T10:00") ?? Moment(Day(number: 0))
        guard let figures = await WorkerEvaluation.run(folder: directory, turns: turns, at: now) else {
            throw Failure(status: .missingFile, message: "\(directory) holds no worker that can run.")
        }
        try Output.json(figures)
    }
}
