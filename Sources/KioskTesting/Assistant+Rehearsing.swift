import Assistant
import Dialogue
import KioskChannel
import Rendering
import TopicKit
import TopicTesting

extension Assistant {
    /// What somebody says for a move of a story; nothing for silence.
    func spokenWords(_ move: Story.Move) -> String {
        switch move {
        case .words(let text): text
        case .act(let act): commandWords(act) ?? ""
        case .choice(let id): answerWords(id) ?? id
        case .silence: ""
        }
    }

    /// Whether a turn came out as in the story.
    ///
    /// One that only says what is asked next is right when that is asked: an answer that was not heard asks the same again.
    func isRight(_ turn: Turn, _ step: Story.Turn) -> Bool {
        let expected = step.expected
        let asked = expected.asks == nil ? nil : answer(turn, id: nil, at: step.now).ask?.slot
        return (expected.status == nil || expected.status == turn.status)
            && (expected.intent == nil || expected.intent == turn.intent) && expected.asks == asked
    }
}

extension Story {
    /// Whether it may be told to a kiosk: it names no other channel.
    var isForKiosk: Bool { channel == nil || channel == .kiosk }
}
