import ArgumentParser

/// The command `parvis`: argument parsing only; the work is done below.
@main
struct Parvis: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parvis",
        abstract: "Answers citizens' everyday questions to their town hall, offline, in plain French.",
        version: "0.1.0",
        subcommands: [
            ChatCommand.self, AskCommand.self, BatchCommand.self, UnderstandCommand.self, HoursCommand.self,
            TimeCommand.self, TownCommand.self, TopicsCommand.self, EvaluateCommand.self,
        ])
}
