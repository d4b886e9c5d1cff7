import ArgumentParser
import Assistant
import CivilTime
import Dialogue
import Foundation
import Language

/// Answers questions from standard input, one JSON object a line.
struct BatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Answer JSON Lines of questions with JSON Lines of answers, in the same order.",
        discussion: """
            Reads {"id","text","now"?,"session"?,"locale"?}. Lines with the same session are one conversation, in order.
            """)

    @OptionGroup var options: TownOptions

    private struct Request: Decodable {
        let id: String
        let text: String
        let now: String?
        let session: String?
        let locale: String?
    }

    func run() async throws {
        var assistants = [options.locale: try options.open()]
        var conversations: [String: Conversation] = [:]
        for line in InputLines() {
            switch JSONLine<Request>(line) {
            case nil: continue
            case .malformed(let id):
                try Output.json(LineError.malformed(id: id))
            case .value(let request):
                let locale = request.locale ?? options.locale
                if assistants[locale] == nil {
                    assistants[locale] = try? Assistant.open(town: options.town, locale: locale)
                }
                guard let assistant = assistants[locale] else {
                    try Output.json(LineError(id: request.id, error: "no language '\(locale)'"))
                    continue
                }
                guard let now = try? options.moment(assistant.clock, request.now) else {
                    try Output.json(LineError.badTime(id: request.id))
                    continue
                }
                let key = request.session.map { locale + " " + $0 }
                var conversation = key.flatMap { conversations[$0] } ?? assistant.conversation()
                let turn = await conversation.take(Utterance(request.text), at: now)
                if let key { conversations[key] = conversation }
                try Output.json(assistant.answer(turn, id: request.id, at: now))
            }
        }
    }
}
