public import Assistant
internal import CivilTime
internal import Dialogue
internal import Language
internal import Rendering

/// Replays stories against a town and says where an answer differs.
public struct StoryRunner: Sendable {
    /// One thing that went otherwise than the story says.
    public struct Failure: Sendable, CustomStringConvertible {
        /// The story.
        public let story: String
        /// The utterance.
        public let user: String
        /// What was expected, and what came.
        public let difference: String

        /// A line that names the story, the utterance and the difference.
        public var description: String { "\(story): \"\(user)\": \(difference)" }
    }

    private let assistant: Assistant

    /// A runner for a town.
    public init(_ assistant: Assistant) { self.assistant = assistant }

    /// Replays one story from its beginning; each utterance is a turn of one conversation.
    public func run(_ story: Story) async -> [Failure] {
        guard let now = assistant.clock.moment(iso: story.now) else {
            return [Failure(story: story.story, user: "", difference: "now is not a time: \(story.now)")]
        }
        var conversation = assistant.conversation()
        var failures: [Failure] = []
        for turn in story.turns {
            let answer = assistant.answer(await conversation.take(Utterance(turn.user), at: now), id: nil, at: now)
            failures += differences(turn, answer).map { Failure(story: story.story, user: turn.user, difference: $0) }
        }
        return failures
    }

    private func differences(_ turn: Story.Turn, _ answer: AnswerObject) -> [String] {
        var found: [String] = []
        func compare(_ name: String, _ expected: String?, _ got: String?) {
            if let expected, expected != got { found.append("\(name) should be \(expected) but is \(got ?? "none")") }
        }
        compare("status", turn.status, answer.status)
        compare("intent", turn.intent, answer.intent)
        compare("the slot asked for", turn.asks, answer.ask?.slot)
        compare("the answer", turn.answer, answer.text)
        for text in turn.says ?? [] where !answer.text.contains(text) {
            found.append("\"\(text)\" is not in: \(answer.text)")
        }
        for text in turn.never ?? [] where answer.text.contains(text) {
            found.append("\"\(text)\" is in: \(answer.text)")
        }
        return found
    }
}
