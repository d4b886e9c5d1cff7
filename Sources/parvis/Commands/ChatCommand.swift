import ArgumentParser
import Assistant
import CivilTime
import TerminalChannel

/// A conversation in the terminal.
struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat", abstract: "Talk with the town hall's assistant.",
        discussion: "Plain lines only, made for screen readers and braille displays. On a pipe, nothing but answers.")

    @Option(help: ArgumentHelp("The widest line; up to 40, pages of six lines.", valueName: "columns"))
    var width: Int?

    @Option(help: ArgumentHelp("Lines for a braille display of 40 cells.", valueName: "table"))
    var braille: String?

    @Flag(help: "Speak the answers too.")
    var speak = false

    @Flag(inversion: .prefixedNo, help: "Say where an answer begins and ends.")
    var marks = true

    @OptionGroup var options: TownOptions

    func validate() throws {
        if let width, width < 10 { throw ValidationError("--width must be at least 10.") }
    }

    func run() async throws {
        if speak {
            throw Failure(status: .unavailable, message: "This build has no voice. Leave out --speak.")
        }
        let assistant = try options.open()
        let now = try options.moment(assistant.clock)
        for line in assistant.notices(today: now.day) { Output.note(line) }
        let channel = TerminalChannel(
            taker: AssistantTurns(assistant) { [options] in (try? options.moment(assistant.clock)) ?? now },
            words: TerminalWords(book: assistant.book), width: width ?? braille.map { _ in 40 }, hasMarks: marks)
        await channel.run()
        await assistant.settle()
    }
}
