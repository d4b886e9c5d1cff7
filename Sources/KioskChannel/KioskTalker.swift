public import Assistant
public import CivilTime
public import Dialogue
import Language
import Rendering
import TopicKit

/// The conversation as the kiosk has it: one person after the other, nothing of one left for the next (rule K14).
public actor KioskTalker {
    /// Who answers a person who has just come, and in whose language the recogniser hears.
    private let home: LiveAssistant
    private var live: LiveAssistant
    /// The languages that somebody asked for; the first time takes seconds.
    private var opened: [String: LiveAssistant] = [:]
    private var assistant: Assistant
    private var session: Session
    private var personal: PersonalData?
    private let now: @Sendable () -> Moment
    /// What was said in words, and what became of it, for whoever measures; nil keeps nothing.
    private let record: (@Sendable (Turn) -> Void)?

    /// Begins with nobody there.
    ///
    /// - Parameters:
    ///   - live: who answers.
    ///   - now: the time of each turn, by the town's clocks.
    ///   - record: gets each turn, for whoever measures; nil keeps nothing.
    public init(_ live: LiveAssistant, now: @escaping @Sendable () -> Moment, record: (@Sendable (Turn) -> Void)? = nil)
        async
    {
        (home, self.live, self.now, self.record) = (live, live, now, record)
        assistant = await live.current()
        session = Session(assistant.conversation())
    }

    /// What the kiosk says for itself.
    public var words: KioskWords { KioskWords(book: assistant.book) }

    /// What is waited for now.
    var expectation: Expectation {
        get async { await session.expectation }
    }

    /// The menu when nobody has asked anything.
    var menu: KioskMenu {
        MenuBuilder(assistant: assistant, words: words, today: now().day)
            .menu(for: nil, expecting: Expectation(.question))
    }

    /// Forgets the person who was there: the next one finds nothing of them.
    func begin() async {
        live = home
        assistant = await live.current()
        session = Session(assistant.conversation())
        personal = nil
    }

    /// Answers.
    ///
    /// - Parameters:
    ///   - input: words, a key, silence.
    ///   - isSpeaking: whether the voice says something.
    /// - Returns: what to say and show, and what is waited for.
    func take(_ input: Input, isSpeaking: Bool) async -> KioskTurn {
        let moment = now()
        let turn = await session.take(input, at: moment, in: Surroundings(.kiosk, isSpeaking: isSpeaking))
        record?(turn)
        let state = await session.state
        let known = PersonalData(state, assistant.setting, before: personal)
        // A form that ended says its data back once; after that they are nobody's.
        personal = state.thread == nil && state.pending == nil ? nil : known
        if let code = turn.language, let change = await goOn(in: code) {
            return KioskTurn(
                lines: [], expectation: await session.expectation, delivery: turn.delivery, menu: change.menu,
                change: change)
        }
        return kioskTurn(turn, await session.expectation, state, known, moment)
    }

    /// Goes on in another language, what was said before still known; nil where the town has no such language.
    private func goOn(in code: String) async -> KioskLanguage? {
        let homeCode = await home.current().book.files.language
        guard let other = code == homeCode ? home : await opening(code) else { return nil }
        (live, opened[code]) = (other, other)
        assistant = await other.current()
        session = Session(assistant.conversation(await session.state))
        return KioskLanguage(words: words, menu: menu, isHeard: code == homeCode)
    }

    private func opening(_ code: String) async -> LiveAssistant? {
        if let known = opened[code] { return known }
        return await home.speaking(code)
    }

    private func kioskTurn(
        _ turn: Turn, _ expectation: Expectation, _ state: ConversationState, _ personal: PersonalData, _ moment: Moment
    ) -> KioskTurn {
        let lines = assistant.spokenLines(turn, at: moment)
        let written = Set(lines.map(\.written))
        let notes = assistant.lines(turn, at: moment).filter { line in
            !Sentences.said(in: line).allSatisfy(written.contains) && !written.contains(line)
        }
        let isPrivate = { (text: String) in !personal.isEmpty && personal.isIn(text) }
        return KioskTurn(
            lines: lines,
            privateLines: Set(lines.indices.filter { isPrivate(lines[$0].written) || isPrivate(lines[$0].spoken) }),
            notes: notes.filter { !$0.isEmpty && turn.manner != .links || !written.contains($0) },
            expectation: expectation, delivery: turn.delivery,
            menu: MenuBuilder(assistant: assistant, words: words, today: moment.day)
                .menu(for: state.pending, expecting: expectation),
            news: .answer(turn, by: assistant, at: moment), isLeaving: turn.isLeaving, silencesVoice: turn.silencesVoice
        )
    }
}

extension Assistant {
    /// The sentences of a turn to be said, each with what is read meanwhile, in the manner that was asked for.
    func spokenLines(_ turn: Turn, at now: Moment) -> [SpokenLine] {
        if !turn.parts.isEmpty, turn.manner == .plain { return turn.parts.flatMap { spokenLines($0, at: now) } }
        return renderer.spokenLines(
            turn.reply, turn.manner.content, isSimple: turn.manner == .simple, today: now.day)
    }
}
