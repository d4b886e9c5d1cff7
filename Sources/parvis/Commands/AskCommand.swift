import ArgumentParser
import Assistant
import Dialogue
import Foundation
import Language
import Rendering

/// Answers one question.
struct AskCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html, sms }

    static let configuration = CommandConfiguration(commandName: "ask", abstract: "Answer one question.")

    @Argument(help: "The question.")
    var question: String

    @Option(
        help:
            "How to write the answer: text, json, html (a fragment of a page) or sms (messages, an empty line between two)."
    )
    var format = Format.text

    @Option(help: ArgumentHelp("Keep the conversation in this file from one call to the next.", valueName: "file"))
    var session: String?

    @OptionGroup var options: TownOptions

    func run() async throws {
        let assistant = try options.open()
        let now = try options.moment(assistant.clock)
        var conversation = assistant.conversation(try session.flatMap(SessionFile.read) ?? ConversationState())
        let turn = await conversation.take(Utterance(question), at: now)
        if let session { try SessionFile.write(conversation.state, session) }
        switch format {
        case .text: for line in assistant.lines(turn, at: now) { Output.line(line) }
        case .json: try Output.json(assistant.answer(turn, id: nil, at: now))
        case .html: Output.line(assistant.html(turn, at: now))
        case .sms: Output.line(assistant.messages(turn, at: now).map(\.text).joined(separator: "\n\n"))
        }
        await assistant.settle()
    }
}

/// A conversation kept in a file between two calls of `ask`.
enum SessionFile {
    /// Reads the conversation; nil when the file does not exist yet.
    static func read(_ path: String) throws -> ConversationState? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        do {
            return try JSONDecoder().decode(ConversationState.self, from: data)
        } catch {
            throw Failure(
                status: .badData, message: "\(path) is not a session that parvis wrote. Delete it to begin anew.")
        }
    }

    /// Writes the conversation, readable by its owner only.
    static func write(_ state: ConversationState, _ path: String) throws {
        do {
            try JSONEncoder().encode(state).write(to: URL(filePath: path), options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw Failure(
                status: .missingFile, message: "\(path) cannot be written. Give a path in a folder that you own.")
        }
    }
}
