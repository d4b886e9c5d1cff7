import ArgumentParser
import Assistant
import TopicTesting

extension EvaluateCommand {
    /// Talks at random for many turns.
    struct RandomCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "random", abstract: "Talk at random for many turns, and check what must always hold.",
            discussion: """
                One conversation of sentences, acts, keys, silence and nonsense. After each turn there must be words, what is \
                remembered must take no more than 64 kB, and in a copy of the conversation "cancel" and "a person" must \
                work. A line each time that something does not hold, then the counts; the status is then 65.
                """)

        @Option(help: "How many turns.")
        var turns = 10_000

        @Option(help: "The same seed says the same things.")
        var seed: UInt64 = 1

        @Option(help: "A topic that half of the sentences are about.")
        var topic: String?

        @OptionGroup var options: TownOptions

        func validate() throws {
            if turns < 1 { throw ValidationError("--turns must be at least 1.") }
        }

        func run() async throws {
            let assistant = try options.rehearse()
            let report = await RandomTalk(assistant, topic: topic, seed: seed)
                .run(turns: turns, at: try options.moment(assistant.clock))
            for finding in report.findings { Output.line(assistant.message(finding)) }
            Output.line(
                "\(report.turns) turns, \(report.findings.count) problems, at most \(report.largestState) bytes remembered"
            )
            if !report.findings.isEmpty { throw ExitCode(Failure.Status.badData.rawValue) }
        }
    }
}
