import ArgumentParser
import Assistant
import Foundation

/// Tells which topics are installed, and checks them.
struct TopicsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics", abstract: "Tell which topics are installed, check them, or make a new one.",
        subcommands: [List.self, Check.self, TopicsNew.self],
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

    /// Checks that each topic is whole and takes no other's questions.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check the topics: that each is whole, and that none takes the questions of another.")

        @Argument(help: "A folder with the words of the topics, as Locales/fr; that of the language by default.")
        var directory: String?

        @OptionGroup var options: TownOptions

        func run() throws {
            if let directory, !FileManager.default.fileExists(atPath: directory) {
                throw Failure(status: .missingFile, message: "\(directory) does not exist.")
            }
            let report: TopicsReport
            do throws(OpeningError) {
                report = try TopicsReport.check(
                    directory: directory, town: options.town, locale: options.locale)
            } catch {
                throw Failure(status: .missingFile, message: error.description)
            }
            for line in report.lines { Output.line(line) }
            if report.hasErrors { throw ExitCode(Failure.Status.badData.rawValue) }
        }
    }
}
