import ArgumentParser
import Assistant
import Braille
import CivilTime
import Dialogue
import Foundation
import KioskChannel
import Language
import Speech
import TerminalChannel

/// A conversation in the terminal.
struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat", abstract: "Talk with the town hall's assistant.",
        discussion: "Plain lines only, made for screen readers and braille displays. On a pipe, nothing but answers.")

    @Option(help: ArgumentHelp("The widest line; up to 40, pages of six lines.", valueName: "columns"))
    var width: Int?

    @Option(
        help: ArgumentHelp(
            "Lines for a braille display of 40 cells, or of --width; a table of liblouis, as fr-bfu-comp6.",
            valueName: "table"))
    var braille: String?

    @Flag(help: "Speak the answers too.")
    var speak = false

    @Option(help: ArgumentHelp("The voice of --speak, as espeak-ng names it: fr, fr+f2.", valueName: "name"))
    var voice: String?

    @Option(help: ArgumentHelp("The loudspeaker of --speak, as ALSA names it.", valueName: "device"))
    var outputDevice: String?

    @Flag(inversion: .prefixedNo, help: "Say where an answer begins and ends.")
    var marks = true

    @Option(help: ArgumentHelp("Write the conversation as a story: the words typed are kept in it.", valueName: "file"))
    var record: String?

    @OptionGroup var options: TownOptions

    func validate() throws {
        if let width, width < 10 { throw ValidationError("--width must be at least 10.") }
    }

    func run() async throws {
        let assistant = try options.open()
        let engine = speak ? try SpeechOptions.engine(assistant) : nil
        let now = try options.moment(assistant.clock)
        // On a terminal, what the clerk's log says would come in the middle of an answer.
        if isatty(STDERR_FILENO) == 1 { assistant.journal.hold() }
        defer { assistant.journal.release() }
        let table = try brailleTable(assistant.book)
        let recording = try record.map { try Recording(file: $0, of: assistant, from: now) }
        let live = LiveAssistant(assistant) { Output.note($0) }
        let watch = Task { await live.watch() }
        defer { watch.cancel() }
        let loud = engine.map { loudVoice($0, assistant) }
        let channel = TerminalChannel(
            taker: AssistantTurns(
                live, now: { [options] in (try? options.moment(assistant.clock)) ?? now },
                record: { line, turn, moment in
                    recording?.add(line, turn, at: moment)
                    loud?.turns.yield((turn, moment))
                }),
            words: TerminalWords(book: assistant.book), width: width, braille: table, hasMarks: marks)
        for line in assistant.notices(today: now.day).flatMap(channel.wrapped) { Output.note(line) }
        await channel.run()
        loud?.turns.finish()
        await loud?.speaking.value
        await engine?.stop()
        await assistant.settle()
    }

    /// What says the answers beside the terminal: a person who types has read them before they end, a pipe has not.
    private func loudVoice(_ engine: SpeechEngine, _ assistant: Assistant) -> LoudVoice {
        let voice = TurnVoice(
            EngineVoice(engine), into: EngineLoudspeaker(engine, device: outputDevice), name: self.voice,
            interrupts: isatty(STDIN_FILENO) == 1
        ) { Output.note(Failure(speech: $0, assistant).message) }
        let (stream, turns) = AsyncStream<(Turn, Moment)>.makeStream()
        let speaking = Task {
            for await (turn, moment) in stream { await voice.say(turn, by: assistant, at: moment) }
            await voice.finish()
        }
        return LoudVoice(turns: turns, speaking: speaking)
    }

    /// The table that was asked for; else, for lines that a hand may read, that of the language where it is installed.
    private func brailleTable(_ book: PhraseBook) throws -> BrailleTable? {
        do throws(BrailleError) {
            if let braille { return try BrailleTable.open(braille) }
        } catch {
            throw Failure(error, locale: options.locale, book)
        }
        guard let width, width <= 40, let name = book.files.words["braille"]?["table"]?.first else { return nil }
        return try? BrailleTable.open(name)
    }
}

/// The voice beside a terminal: answers go in, and it ends once the last was said.
private struct LoudVoice {
    let turns: AsyncStream<(Turn, Moment)>.Continuation
    let speaking: Task<Void, Never>
}

extension Failure {
    /// What is wrong with a table, in the language of the answers: who needs braille may not read English.
    fileprivate init(_ error: BrailleError, locale: String, _ book: PhraseBook) {
        func say(_ name: String, _ values: [String: Value] = [:]) -> String {
            book.sentence(Phrase("core.terminal-" + name, values), form: .text, today: Day(number: 0))
        }
        switch error {
        case .noTables: self.init(status: .missingFile, message: say("no-tables"))
        case .unreadable(let name):
            self.init(status: .badData, message: say("bad-table", ["name": .text(name)]))
        case .unknown(let name, let known):
            let own = known.filter { $0.hasPrefix(locale) }
            self.init(
                status: .badUsage,
                message: say(
                    "no-table",
                    [
                        "name": .text(name), "tables": .list((own.isEmpty ? known : own).map { .text($0) }),
                        "folder": .text(BrailleTables.installed.folders.joined(separator: ", ")),
                    ]))
        }
    }
}
