public import Assistant
public import CivilTime
public import Dialogue
import Language

/// The town hall's assistant as a terminal talks with it: one conversation, one turn after the other.
public actor AssistantTurns: TurnTaker {
    private let assistant: Assistant
    private let session: Session
    private let now: @Sendable () -> Moment
    private let record: (@Sendable (String, Turn, Moment) -> Void)?

    /// Begins a conversation.
    ///
    /// - Parameters:
    ///   - assistant: who answers.
    ///   - now: the time of each turn, by the town's clocks.
    ///   - record: gets each line with its turn, for somebody who makes stories; nil keeps nothing.
    public init(
        _ assistant: Assistant, now: @escaping @Sendable () -> Moment,
        record: (@Sendable (String, Turn, Moment) -> Void)? = nil
    ) {
        (self.assistant, self.now, self.record) = (assistant, now, record)
        session = Session(assistant.conversation())
    }

    /// What the assistant says to open a conversation.
    public func greeting() async -> TerminalAnswer {
        let greeting = Phrase("core.terminal-greeting")
        return TerminalAnswer([assistant.book.sentence(greeting, form: .text, today: now().day)])
    }

    /// Answers one line.
    public func answer(to line: String) async -> TerminalAnswer {
        let moment = now()
        let turn = await session.take(Utterance(line), at: moment)
        record?(line, turn, moment)
        return TerminalAnswer(assistant.lines(turn, at: moment), isLast: turn.isLeaving)
    }
}
