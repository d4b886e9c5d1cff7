internal import Assistant
internal import CivilTime
internal import Dialogue
internal import Language
internal import Rendering
internal import TopicKit
internal import Understanding

/// One conversation of a story, or of a test, with a town hall's assistant.
///
/// The one place here that puts anything to a conversation.
struct StoryTalk: Sendable {
    /// The act that gives up what is going on, by its id.
    static let cancel = "restart"
    /// The act that asks for a person of the town hall, by its id.
    static let person = "person"

    let assistant: Assistant
    private(set) var conversation: Conversation

    init(_ assistant: Assistant) {
        self.assistant = assistant
        conversation = assistant.conversation()
    }

    /// What was asked and not answered yet.
    var pending: Question? { conversation.state.pending }
    /// The topic of the question under way.
    var topic: String? { conversation.state.thread.map { Intent.topic(of: $0.intent) } }

    /// Makes a move and hears the answer.
    mutating func take(_ move: Story.Move, at now: Moment) async -> Heard {
        let words = words(for: move)
        let turn = await conversation.take(Utterance(words), at: now)
        let answer = assistant.answer(turn, id: nil, at: now)
        return Heard(words: words, turn: turn, answer: answer, text: answer.text)
    }

    /// What a person types to make a move where there are no keys.
    func words(for move: Story.Move) -> String {
        switch move {
        case .words(let text): text
        case .act(let id): assistant.setting.registry.core.examples["core." + id]?.first ?? id
        case .choice(let id): label(ofChoice: id) ?? id
        case .silence: ""
        }
    }

    private func label(ofChoice id: String) -> String? {
        guard let choice = pending?.choices.first(where: { $0.id == id }) else { return nil }
        return assistant.book.write(choice.label, form: .text, today: Day(number: 0))
    }
}
