import ArgumentParser
import Foundation
import OpenData

/// Tells whether places are open, from opening hours in OpenStreetMap's notation.
struct HoursCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hours",
        abstract: "Tell whether places are open, from opening hours in OpenStreetMap's notation.",
        discussion: """
            Reads JSON Lines from standard input: {"id", "hours", "at", "holidays"?, "school"?}. "at" is a local date and \
            time, such as 2026-11-20T10:00. "holidays" lists the public holidays; without it, those of metropolitan France are \
            computed. "school" lists the school holidays as pairs: first day, last day.

            Writes, for each line, {"id", "open", "comment"?, "next_change"} or {"id", "error"}. "open" is true only when it \
            is sure: a state that depends on something is not open, and "comment" says on what. Sunrise and sunset are those of \
            Paris.
            """)

    @OptionGroup var options: TownOptions

    func run() throws {
        for line in InputLines() where !line.isBlankLine {
            Output.line(try HoursQuery.answer(line: String(decoding: line, as: UTF8.self)).line())
        }
    }
}
