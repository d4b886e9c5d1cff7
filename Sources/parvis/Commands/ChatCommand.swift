import ArgumentParser
import Assistant
import CivilTime
import Dialogue
import Language
import TerminalChannel

/// A conversation in the terminal.
struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat", abstract: "Talk with the town hall's assistant.",
        discussion: "Plain lines only, made for screen readers and braille displays. On a pipe, nothing but answers.")

    @Option(help: ArgumentHelp("The widest line; up to 40, pages of six lines.", valueName: "columns"))
    var width: Int?

    @Flag(inversion: .prefixedNo, help: "Say where an answer begins and ends.")
    var marks = true

    @OptionGroup var options: TownOptions

    func validate() throws {
        if let width, width < 10 { throw ValidationError("--width must be at least 10.") }
    }

    func run() async throws {
        let assistant = try options.open()
        let now = try options.moment(assistant.clock)
        for line in assistant.notices(today: now.day) { Output.note(line) }
        let channel = TerminalChannel(
            taker: TownHall(assistant: assistant, options: options), words: TerminalWords(assistant.book), width: width,
            hasMarks: marks)
        await channel.run()
    }
}

/// The assistant as a terminal talks with it.
private struct TownHall: TurnTaker {
    let assistant: Assistant
    let session: Session
    let options: TownOptions

    init(assistant: Assistant, options: TownOptions) {
        (self.assistant, self.options) = (assistant, options)
        session = Session(assistant.conversation())
    }

    private var now: Moment { (try? options.moment(assistant.clock)) ?? assistant.clock.now() }

    func greeting() async -> TerminalAnswer { TerminalAnswer([]) }

    func answer(to line: String) async -> TerminalAnswer {
        let now = now
        let turn = await session.take(Utterance(line), at: now)
        return TerminalAnswer(assistant.lines(turn, at: now), isLast: turn.isLeaving)
    }
}
