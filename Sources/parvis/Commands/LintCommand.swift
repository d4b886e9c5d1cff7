import ArgumentParser
import Assistant

/// Says what is not in plain language.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Say what is not in plain language, line by line, with the way to mend it.",
        discussion: """
            Ends with status 65 when a rule is broken. A line a problem, `file:line: severity: what: how to mend`, then how \
            hard the texts are: the average and the longest sentence, Kandel-Moles (higher is easier), LIX (lower is \
            easier). A machine finds what is surely hard to read; only readers can say that a text is easy.
            """,
        subcommands: [LintText.self, LintTown.self, LintTopics.self])

    /// How a report is written.
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
}

extension LintReport {
    /// Writes the report and ends with the status of bad data when a rule is broken.
    func finish(_ format: LintCommand.Format) throws {
        switch format {
        case .text: for line in lines { Output.line(line) }
        case .json:
            for finding in findings { try Output.json(finding) }
            for figures in figures { try Output.json(figures) }
        }
        if hasErrors { throw ExitCode(Failure.Status.badData.rawValue) }
    }
}
