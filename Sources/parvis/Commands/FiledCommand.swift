import ArgumentParser
import Assistant
import CivilTime
import TownStore

/// Lists and erases the requests that people filed.
struct FiledCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "filed", abstract: "List and erase the requests that people filed.",
        discussion: "They hold personal data. They are kept on this computer only, as long as their kind allows.",
        subcommands: [List.self, Erase.self], defaultSubcommand: List.self)

    /// Lists the requests that wait.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the requests that wait for a person, the oldest first.",
            discussion: #"With --format json, a line each: {"reference","kind","filed","until","fields","context"}."#)

        @Option(help: "How to write them: text or json.")
        var format = ClerkFormat.text

        @OptionGroup var options: TownOptions

        func run() async throws {
            let desk = try options.clerkDesk()
            let today = try options.moment(desk.clock).day
            try await options.reporting(desk) {
                let filed = try await desk.filed()
                switch format {
                case .json: for request in filed { try Output.json(request) }
                case .text: for line in desk.lines(filed, today: today) { Output.line(line) }
                }
                if !filed.isEmpty { Output.note(desk.privacyNotice(today: today)) }
            }
        }
    }

    /// Erases one request.
    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erase a request that is closed, or that its author takes back.",
            discussion: "Ends with status 66 when no request has this number, 65 when it is no number of a request.")

        @Argument(help: "The number of the request, as 48 21 30.")
        var reference: [String]

        @OptionGroup var options: TownOptions

        func run() async throws {
            let desk = try options.clerkDesk()
            let today = try options.moment(desk.clock).day
            try await options.reporting(desk) {
                let (erasure, line) = try await desk.erase(reference.joined(separator: " "), today: today)
                switch erasure {
                case .erased: Output.line(line)
                case .unknown: throw Failure(status: .missingFile, message: line)
                case .malformed: throw Failure(status: .badData, message: line)
                }
            }
        }
    }
}

extension TownOptions {
    /// Opens the desk of a clerk; an error ends the command with the status that fits.
    func clerkDesk() throws -> ClerkDesk {
        do throws(OpeningError) {
            return try ClerkDesk.open(town: town, locale: locale)
        } catch {
            throw Failure(status: error.isMissingFile ? .missingFile : .badData, message: error.description)
        }
    }

    /// Does a clerk's work, then tells what is wrong with the store; one that cannot be used ends the command.
    func reporting(_ desk: ClerkDesk, _ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let failure as ClerkDesk.Failure {
            throw Failure(status: .unavailable, message: failure.description)
        }
        for line in await desk.notices() { Output.note(line) }
    }
}

/// How a clerk's lists are written.
enum ClerkFormat: String, ExpressibleByArgument { case text, json }
