import ArgumentParser
import Assistant
import CivilTime
import FoundationEssentials
import TownStore

/// The options that every command about a town takes.
struct TownOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the town; the example commune by default.", valueName: "dir"))
    var town: String?

    @Option(help: "The language of the answers.")
    var locale = "fr"

    @Option(help: ArgumentHelp("The time to answer at, ISO 8601; the clock by default.", valueName: "iso8601"))
    var now: String?

    /// Opens the town; an error ends the command with the status that fits.
    ///
    /// - Parameters:
    ///   - place: where requests and counts are kept; the town's place when nil.
    ///   - packs: folders of topic packs that the town gets besides its own.
    ///   - sharesReadings: whether what was read a moment ago is not read again: for many questions of many people.
    /// - Returns: the town's assistant.
    /// - Throws: ``Failure``.
    func open(
        place: StorePlace? = nil, with packs: [String] = [], sharesReadings: Bool = false
    ) throws -> Assistant {
        do throws(OpeningError) {
            return try Assistant.open(
                town: town, locale: locale, place: place, packs: packs, sharesReadings: sharesReadings)
        } catch {
            throw Failure(opening: error)
        }
    }

    /// Opens the town for a rehearsal: nothing is filed or counted beyond the command.
    func rehearse() throws -> Assistant {
        do throws(OpeningError) {
            return try Assistant.rehearsal(town: town, locale: locale)
        } catch {
            throw Failure(opening: error)
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

/// A text from a line of standard input, with the time at which it is said.
struct TimedText: Decodable {
    let id: String
    let text: String
    let now: String?
}

extension TownOptions {
    /// Answers each line of standard input that holds a ``TimedText`` with a line of JSON; one that cannot be read, with
    /// a ``LineError``.
    func answerTexts(_ clock: TownClock, with answer: (TimedText, Moment) -> some Encodable) throws {
        for line in InputLines() {
            switch JSONLine<TimedText>(line) {
            case nil: continue
            case .malformed(let id): try Output.json(LineError.malformed(id: id))
            case .value(let request):
                guard let now = try? moment(clock, request.now) else {
                    try Output.json(LineError.badTime(id: request.id))
                    continue
                }
                try Output.json(answer(request, now))
            }
        }
    }
}

/// A failure that ends a command with a message and one of the statuses other programs rely on.
struct Failure: Error, CustomStringConvertible {
    /// The statuses of `sysexits.h` that Parvis uses.
    enum Status: Int32 {
        case badUsage = 64
        case badData = 65
        case missingFile = 66
        case unavailable = 69
        case internalError = 70
    }

    let status: Status
    let message: String

    init(status: Status, message: String) { (self.status, self.message) = (status, message) }

    /// A town that cannot be opened.
    init(opening error: OpeningError) {
        self.init(status: error.isMissingFile ? .missingFile : .badData, message: error.description)
    }

    var description: String { message }
}

extension DataRoot {
    /// The folder that holds `Locales/`.
    ///
    /// - Throws: ``Failure`` where there is none.
    static func forCommand() throws -> DataRoot {
        do throws(OpeningError) {
            return try required()
        } catch {
            throw Failure(opening: error)
        }
    }
}
