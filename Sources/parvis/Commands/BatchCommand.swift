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

    /// An assistant in a language, with its sessions: as many as a large file holds, however long its lines say that
    /// they were idle.
    private struct Desk {
        let assistant: Assistant
        let conversations: Conversations

        init(_ assistant: Assistant) {
            self.assistant = assistant
            conversations = assistant.conversations(limit: 100_000, idle: nil)
        }
    }

    func run() async throws {
        var desks = [options.locale: Desk(try options.open(sharesReadings: true))]
        for line in InputLines() {
            switch JSONLine<Request>(line) {
            case nil: continue
            case .malformed(let id):
                try Output.json(LineError.malformed(id: id))
            case .value(let request):
                let locale = request.locale ?? options.locale
                if desks[locale] == nil {
                    desks[locale] = (try? Assistant.open(town: options.town, locale: locale, sharesReadings: true)).map(
                        Desk.init)
                }
                guard let desk = desks[locale] else {
                    try Output.json(LineError(id: request.id, error: "no language '\(locale)'"))
                    continue
                }
                guard let now = try? options.moment(desk.assistant.clock, request.now) else {
                    try Output.json(LineError.badTime(id: request.id))
                    continue
                }
                let turn = await take(request, desk, now)
                try Output.json(desk.assistant.answer(turn, id: request.id, at: now))
            }
        }
        for desk in desks.values { await desk.assistant.settle() }
    }

    /// Answers a question in its session, or alone where it has none.
    private func take(_ request: Request, _ desk: Desk, _ now: Moment) async -> Turn {
        let utterance = Utterance(request.text)
        if let id = request.session {
            let edition = Edition(desk.assistant)
            let outcome = await desk.conversations.take(
                .utterance(utterance), in: id, at: now, begins: edition.language, with: { _ in edition })
            if case .answered(let turn, _) = outcome { return turn }
        }
        var conversation = desk.assistant.conversation()
        return await conversation.take(utterance, at: now)
    }
}
