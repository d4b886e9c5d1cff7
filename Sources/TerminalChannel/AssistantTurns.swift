public import Assistant
public import CivilTime
public import Dialogue
import Language

/// The town hall's assistant as a terminal talks with it: one conversation, one turn after the other.
///
/// When the assistant's topics were read again, the conversation goes on with them. When the person asked for another
/// language, it goes on in that one.
public actor AssistantTurns: TurnTaker {
    private var live: LiveAssistant
    private var assistant: Assistant?
    private var generation = 0
    private var session: Session?
    private let now: @Sendable () -> Moment
    private let record: (@Sendable (String, Turn, Moment) -> Void)?

    /// Begins a conversation.
    ///
    /// - Parameters:
    ///   - live: who answers.
    ///   - now: the time of each turn, by the town's clocks.
    ///   - record: gets each line with its turn, for somebody who makes stories; nil keeps nothing.
    public init(
        _ live: LiveAssistant, now: @escaping @Sendable () -> Moment,
        record: (@Sendable (String, Turn, Moment) -> Void)? = nil
    ) {
        (self.live, self.now, self.record) = (live, now, record)
    }

    /// What the assistant says to open a conversation.
    public func greeting() async -> TerminalAnswer {
        let greeting = Phrase("core.terminal-greeting")
        let book = await live.current().book
        return TerminalAnswer([book.sentence(greeting, form: .text, today: now().day)])
    }

    /// Answers one line.
    public func answer(to line: String) async -> TerminalAnswer {
        let moment = now()
        let (assistant, session) = await renewed()
        let turn = await session.take(Utterance(line), at: moment)
        record?(line, turn, moment)
        let lines = assistant.lines(turn, at: moment)
        if let language = turn.language, let other = await live.speaking(language) {
            return TerminalAnswer(
                lines + (await goOn(with: other)).lines, words: await TerminalWords(book: other.current().book))
        }
        return TerminalAnswer(lines, isLast: turn.isLeaving)
    }

    /// Goes on in another language: what was said before is still known.
    private func goOn(with other: LiveAssistant) async -> TerminalAnswer {
        live = other
        generation = -1
        return await greeting()
    }

    /// The newest assistant, and the conversation with it: what was said before is still known.
    private func renewed() async -> (Assistant, Session) {
        let newest = await live.current()
        let generation = await live.generation
        if let assistant, let session, generation == self.generation { return (assistant, session) }
        let state = await session?.state
        let begun = Session(state.map { newest.conversation($0) } ?? newest.conversation())
        (assistant, session, self.generation) = (newest, begun, generation)
        return (newest, begun)
    }
}
