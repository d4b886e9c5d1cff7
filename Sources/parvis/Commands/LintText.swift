import ArgumentParser
import Assistant
import CivilTime
import Foundation

extension LintCommand {
    /// Checks a text.
    struct LintText: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "text", abstract: "Check a text: a letter, a page, an answer to be.")

        @Argument(help: "The file; - or nothing for standard input.")
        var file = "-"

        @Option(help: "How to write the report: text or json, an object a line.")
        var format = Format.text

        @OptionGroup var options: TownOptions

        func run() throws {
            let assistant = try options.open()
            let today = try options.moment(assistant.clock).day
            try assistant.lintText(try contents(), file: file == "-" ? "" : file, today: today).finish(format)
        }

        private func contents() throws -> String {
            guard file != "-" else {
                return String(decoding: Data(InputLines().joined(separator: [0x0a])), as: UTF8.self)
            }
            guard FileManager.default.fileExists(atPath: file) else {
                throw Failure(status: .missingFile, message: "\(file) does not exist.")
            }
            guard let data = FileManager.default.contents(atPath: file) else {
                throw Failure(status: .missingFile, message: "\(file) cannot be read.")
            }
            return String(decoding: data, as: UTF8.self)
        }
    }
}
