import ArgumentParser

/// Judges Parvis on recorded material.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Judge Parvis on recorded material.",
        subcommands: [
            Intents.self, Stories.self, RandomCommand.self, RobustnessCommand.self, CostCommand.self, TurnsCommand.self,
            EvaluateWorker.self, SpeechCommand.self, KioskCommand.self,
        ])
}
