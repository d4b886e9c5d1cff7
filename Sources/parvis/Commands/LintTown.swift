import ArgumentParser
import Assistant
import CivilTime

extension LintCommand {
    /// Checks what a town's folder says.
    struct LintTown: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "town", abstract: "Check every sentence of a town's folder that a citizen may hear.")

        @Argument(help: "The folder; the example commune by default.")
        var directory: String?

        @Option(help: "How to write the report: text or json, an object a line.")
        var format = Format.text

        @OptionGroup var options: TownOptions

        func run() throws {
            var options = self.options
            options.town = directory ?? options.town
            let assistant = try options.open()
            try assistant.lintTown(today: try options.moment(assistant.clock).day).finish(format)
        }
    }
}
