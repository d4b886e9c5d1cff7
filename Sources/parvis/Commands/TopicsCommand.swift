import ArgumentParser
import Assistant

/// Tells which topics are installed.
struct TopicsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics", abstract: "Tell which topics are installed.", subcommands: [List.self],
        defaultSubcommand: List.self)

    /// Lists the topics, a line each.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the topics, a line each, the id first.")

        @OptionGroup var options: TownOptions

        func run() throws {
            let assistant = try options.open()
            for line in assistant.topicLines() { Output.line(line) }
            for problem in assistant.problems { Output.note(assistant.message(problem)) }
        }
    }
}
