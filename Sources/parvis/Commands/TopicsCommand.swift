import ArgumentParser
import Assistant
import Foundation
import TopicTesting

/// Tells which topics are installed, checks them, and begins new ones.
struct TopicsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics", abstract: "Tell which topics are installed, check them, or begin a new one.",
        subcommands: [List.self, Check.self, TopicsNew.self],
        defaultSubcommand: List.self)

    /// Lists the topics, a line each.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the topics, a line each, the id first.",
            discussion: "Between tabs: id, title, languages, kind, intents, permissions, state.")

        @OptionGroup var options: TownOptions

        func run() throws {
            let assistant = try options.open()
            for line in assistant.topicLines() { Output.line(line) }
            for problem in assistant.problems { Output.note(assistant.message(problem)) }
        }
    }

    /// Checks that each topic is whole and takes no other's questions.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check the topics: that each is whole, and that none takes the questions of another.")

        @Argument(
            help: """
                A topic pack or a worker, a folder of them, or a folder with the words of the topics, as Locales/fr; \
                the town's by default.
                """)
        var directory: String?

        @OptionGroup var options: TownOptions

        func run() async throws {
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
            let failures = try await PackStories(packs: report.packs, options: options).failures()
            // "All is well" is said only where it is.
            for line in (failures.isEmpty || report.hasProblems ? report.lines : []) + failures { Output.line(line) }
            if report.hasErrors || !failures.isEmpty { throw ExitCode(Failure.Status.badData.rawValue) }
        }
    }
}
