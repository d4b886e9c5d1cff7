import ArgumentParser
import Assistant
import CivilTime

/// Tells how turns went.
struct StatisticsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statistics", abstract: "Count how questions were answered, by day and topic.",
        discussion: """
            Nothing that anybody said is in there. With --format json, a line for each day, topic, intent and status: \
            {"day","topic","intent","status","count","helped","not_helped"}.
            """)

    @Option(help: ArgumentHelp("The first day, as 2026-11-20; all days by default.", valueName: "day"))
    var since: String?

    @Option(help: "How to write them: text or json.")
    var format = ClerkFormat.text

    @OptionGroup var options: TownOptions

    func run() async throws {
        let day = try since.map { text in
            guard let day = Day(iso: text) else {
                throw ValidationError("'\(text)' is not a day. Write it as 2026-11-20.")
            }
            return day
        }
        let desk = try options.clerkDesk()
        let today = try options.moment(desk.clock).day
        try await options.reporting(desk) {
            let statistics = try await desk.statistics(since: day)
            switch format {
            case .json: for row in statistics { try Output.json(row) }
            case .text: for line in desk.lines(statistics, today: today) { Output.line(line) }
            }
        }
    }
}
