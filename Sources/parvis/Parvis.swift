import ArgumentParser

/// The command `parvis`: argument parsing only; the work is done below.
struct Parvis: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parvis",
        abstract: "Answers citizens' everyday questions to their town hall, offline, in plain French.",
        version: "0.1.0",
        subcommands: [
            ChatCommand.self, AskCommand.self, BatchCommand.self, UnderstandCommand.self, HoursCommand.self,
            TimeCommand.self, SpellCommand.self, TownCommand.self, TopicsCommand.self, FiledCommand.self,
            LintCommand.self, StatisticsCommand.self, EvaluateCommand.self, KioskCommand.self, ServeCommand.self,
            ServeWyomingCommand.self, SpeakCommand.self, ListenCommand.self, RecordCommand.self,
        ])
}

@main
enum Program {
    static func main() async {
        do {
            var command = try Parvis.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Output.note(failure.message)
            Parvis.exit(withError: ExitCode(failure.status.rawValue))
        } catch {
            Parvis.exit(withError: error)
        }
    }
}
