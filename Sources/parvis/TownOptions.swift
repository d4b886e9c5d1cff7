import ArgumentParser
import Assistant
import CivilTime
import FoundationEssentials

/// The options that every command about a town takes.
struct TownOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the town; the example commune by default.", valueName: "dir"))
    var town: String?

    @Option(help: "The language of the answers.")
    var locale = "fr"

    @Option(help: ArgumentHelp("The time to answer at, ISO 8601; the clock by default.", valueName: "iso8601"))
    var now: String?

    /// Opens the town; an error ends the command with the status that fits.
    func open() throws -> Assistant {
        do throws(OpeningError) {
            return try Assistant.open(town: town, locale: locale)
        } catch {
            throw Failure(status: error.isMissingFile ? .missingFile : .badData, message: error.description)
        }
    }

    /// The time of the answer: `text` when it is given, else `--now`, else the clock.
    func moment(_ clock: TownClock, _ text: String? = nil) throws -> Moment {
        guard let iso = text ?? now else { return clock.now() }
        guard let moment = clock.moment(iso: iso) else {
            throw ValidationError("'\(iso)' is not a time. Write it as 2026-11-20T10:00.")
        }
        return moment
    }
}

/// A failure that ends a command with a message and one of the statuses other programs rely on.
struct Failure: Error, CustomStringConvertible {
    /// The statuses of `sysexits.h` that Parvis uses.
    enum Status: Int32 {
        case badData = 65
        case missingFile = 66
        case unavailable = 69
        case internalError = 70
    }

    let status: Status
    let message: String

    var description: String { message }
}
