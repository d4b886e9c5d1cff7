internal import Assistant
internal import CivilTime
package import Dialogue
internal import Language
internal import Rendering
internal import TopicKit
internal import Understanding

/// One conversation of a story, or of a test, with a town hall's assistant.
///
/// The one place here that puts anything to a conversation.
struct StoryTalk: Sendable {
    let assistant: Assistant
    private(set) var conversation: Conversation
    private let channel: Surroundings.Channel

    init(_ assistant: Assistant, through channel: Surroundings.Channel? = nil) {
        (self.assistant, self.channel) = (assistant, channel ?? .text)
        conversation = assistant.conversation()
    }

    /// What was asked and not answered yet.
    var pending: Question? { conversation.state.pending }
    /// The topic of the question under way.
    var topic: String? { conversation.state.thread.map { Intent.topic(of: $0.intent) } }

    /// Makes a move and hears the answer.
    mutating func take(_ move: Story.Move, at now: Moment, isSpeaking: Bool = false) async -> Heard {
        let turn = await conversation.take(
            move.input, at: now, in: Surroundings(channel, isSpeaking: isSpeaking))
        let answer = assistant.answer(turn, id: nil, at: now)
        return Heard(turn: turn, answer: answer, text: answer.text)
    }

    /// What a person types to make a move where there are no keys; nil for silence.
    func words(for move: Story.Move) -> String? {
        switch move {
        case .words(let text): text
        case .act(let act): assistant.setting.registry.core.examples[act.intent]?.first ?? act.rawValue
        case .choice(let id): label(ofChoice: id) ?? id
        case .silence: nil
        }
    }

    private func label(ofChoice id: String) -> String? {
        guard let choice = pending?.choices.first(where: { $0.id == id }) else { return nil }
        return assistant.book.write(choice.label, form: .text, today: Day(number: 0))
    }
}

extension Story.Move {
    /// The move as a channel gives it to a conversation.
    package var input: Input {
        switch self {
        case .words(let text): .utterance(Utterance(text))
        case .act(let act): .act(act)
        case .choice(let id): .choice(id)
        case .silence: .silence
        }
    }
}
