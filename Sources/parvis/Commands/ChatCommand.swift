import ArgumentParser
import Assistant
import CivilTime
import Language
import TerminalChannel

/// A conversation in the terminal.
struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat", abstract: "Talk with the town hall's assistant.",
        discussion: """
            Plain lines for a screen reader or a braille display; on a pipe, one question a line and nothing but answers.
            With --width 40 or less, lines are counted in cells of braille and shown in pages of six.
            """)

    @Option(help: ArgumentHelp("The widest line; the terminal's own by default.", valueName: "n"))
    var width: Int?

    @Flag(inversion: .prefixedNo, help: "Say where each answer begins and ends.")
    var marks = true

    @OptionGroup var options: TownOptions

    func validate() throws {
        if let width, width < 1 { throw ValidationError("A line is at least one character wide: --width 40.") }
    }

    func run() async throws {
        let assistant = try options.open()
        let start = try options.moment(assistant.clock)
        let isFixed = options.now != nil
        let turns = AssistantTurns(assistant) { isFixed ? start : assistant.clock.now() }
        await TerminalChannel(
            taker: turns, words: TerminalWords(book: assistant.book), width: width, hasMarks: marks
        ).run()
    }
}
