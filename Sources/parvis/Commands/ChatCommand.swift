import ArgumentParser
import Assistant
import Braille
import CivilTime
import Foundation
import Language
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

    @Flag(inversion: .prefixedNo, help: "Say where an answer begins and ends.")
    var marks = true

    @Option(help: ArgumentHelp("Write the conversation as a story: the words typed are kept in it.", valueName: "file"))
    var record: String?

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
        // On a terminal, what the clerk's log says would come in the middle of an answer.
        if isatty(STDERR_FILENO) == 1 { assistant.journal.hold() }
        defer { assistant.journal.release() }
        let table = try brailleTable(assistant.book)
        let recording = try record.map { try Recording(file: $0, of: assistant, from: now) }
        let live = LiveAssistant(assistant) { Output.note($0) }
        let watch = Task { await live.watch() }
        defer { watch.cancel() }
        let channel = TerminalChannel(
            taker: AssistantTurns(
                live, now: { [options] in (try? options.moment(assistant.clock)) ?? now },
                record: recording.map { $0.add }),
            words: TerminalWords(book: assistant.book), width: width, braille: table, hasMarks: marks)
        for line in assistant.notices(today: now.day).flatMap(channel.wrapped) { Output.note(line) }
        await channel.run()
        await assistant.settle()
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
