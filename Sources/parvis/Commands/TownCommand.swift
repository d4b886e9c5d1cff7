import ArgumentParser
import Assistant
import Diagnostics
import Foundation

/// Looks after the folder of a town.
struct TownCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "town", abstract: "Look after the folder of a town.", subcommands: [Check.self])

    /// Checks every file of a town's folder.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check every file of a town's folder: a line a problem, with the way to mend it.")

        @Argument(help: "The folder; the example commune by default.")
        var directory: String?

        @OptionGroup var options: TownOptions

        func run() throws {
            let report: TownReport
            do throws(OpeningError) {
                report = try TownReport.check(town: directory ?? options.town, locale: options.locale, now: options.now)
            } catch {
                throw Failure(status: .missingFile, message: error.description)
            }
            for line in report.lines { Output.line(line) }
            if report.hasErrors { throw ExitCode(Failure.Status.badData.rawValue) }
        }
    }
}
