import ArgumentParser

/// A conversation in the terminal.
struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "chat", abstract: "Talk with the town hall's assistant.")
    @OptionGroup var options: TownOptions
    func run() async throws {}
}
