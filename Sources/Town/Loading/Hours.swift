import Diagnostics
import FolderReading
import OpenData

/// Checks opening hours in OSM's notation.
enum Hours {
    /// The hours, or nil with an error when they cannot be read.
    static func checked(_ text: String, key: String, line: Int?, _ findings: Findings) -> OpeningHours? {
        do throws(OpeningHoursError) {
            return try OpeningHours(parsing: text)
        } catch {
            let arguments = ["key": key, "found": error.found, "position": String(error.position)]
            findings.report(.error, code(error.reason), arguments, line: line)
            return nil
        }
    }

    private static func code(_ reason: OpeningHoursError.Reason) -> String {
        switch reason {
        case .empty, .unexpectedEnd: "hours.unfinished"
        case .tooLong: "hours.too-long"
        case .unknownCharacter, .unknownWord, .unexpected: "hours.unexpected"
        case .openComment: "hours.open-comment"
        case .outOfRange: "hours.out-of-range"
        case .reversedRange: "hours.reversed"
        }
    }
}
