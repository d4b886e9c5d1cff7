public import CivilTime
public import Diagnostics
public import Dialogue
public import Language
public import Rendering
package import TopicKit

extension Assistant {
    /// The lines of a turn as a person reads them: whole sentences, or addresses alone on their line.
    public func lines(_ turn: Turn, at now: Moment) -> [String] {
        if !turn.parts.isEmpty, turn.manner == .plain { return turn.parts.flatMap { lines($0, at: now) } }
        return renderer.lines(
            turn.reply, turn.manner.content, form: turn.manner.form, isSlow: turn.manner == .slow, today: now.day)
    }

    /// A turn as a fragment of a web page, in the manner that was asked for.
    ///
    /// - Parameters:
    ///   - turn: the turn.
    ///   - now: when it was answered.
    ///   - choices: how a person chooses an answer to its question.
    /// - Returns: escaped elements that may stand in a `div`.
    public func html(_ turn: Turn, at now: Moment, choices: ChoiceMarkup = .list) -> String {
        renderer.html(
            turn.reply, turn.manner.content, form: turn.manner.form, recordLanguage: recordLanguage,
            recordTexts: recordTexts, choices: choices, today: now.day)
    }

    /// What a turn says aloud, in the manner that was asked for: a sentence each, in the order in which they are said.
    public func spokenSentences(_ turn: Turn, at now: Moment) -> [String] {
        renderer.lines(turn.reply, turn.manner.content, form: .speech, isSlow: true, today: now.day)
    }

    /// What a button may answer a turn's question with; empty where it asks nothing, or for words of one's own.
    public func options(_ turn: Turn, at now: Moment) -> [ChoiceOption] {
        turn.reply.question.map { renderer.options(of: $0, today: now.day) } ?? []
    }

    /// The web addresses of a turn with their purposes.
    public func links(_ turn: Turn, at now: Moment) -> [NamedLink] { renderer.links(turn.reply, today: now.day) }

    /// A turn as short messages of a telephone, in the manner that was asked for.
    public func messages(_ turn: Turn, at now: Moment) -> [TextMessage] {
        renderer.messages(
            turn.reply, turn.manner.content, form: turn.manner.form, town: setting.profile.name, today: now.day)
    }

    /// A turn as other programs read it.
    ///
    /// - Parameters:
    ///   - turn: the turn.
    ///   - id: the id that the question came with, or nil.
    ///   - now: when it was answered.
    /// - Returns: the answer object that the commands write.
    public func answer(_ turn: Turn, id: String?, at now: Moment) -> AnswerObject {
        let (reply, content, today) = (turn.reply, turn.manner.content, now.day)
        return AnswerObject(
            id: id, status: turn.status.rawValue, topic: turn.topic, intent: turn.intent, confidence: turn.confidence,
            slots: turn.slots, text: lines(turn, at: now).joined(separator: "\n"),
            speech: renderer.speech(reply, content, today: today),
            simple: renderer.lines(reply, content, form: .simple, today: today).joined(separator: "\n"),
            evidence: reply.evidence,
            ask: reply.question.map { AnswerObject.Ask(slot: $0.slot, choices: renderer.choices($0, today: today)) },
            links: renderer.links(reply, today: today), parts: turn.parts.map { answer($0, id: id, at: now) },
            isUrgent: turn.isUrgent, reference: reply.reference)
    }

    /// A reply that a channel makes itself, such as whom to turn to, as elements of a page.
    package func html(_ reply: Reply, today: Day) -> String {
        renderer.html(reply, recordLanguage: recordLanguage, recordTexts: recordTexts, today: today)
    }

    /// The phrases and grammar of the language, for the words that a channel needs for itself.
    public var book: PhraseBook { renderer.book }

    /// A diagnostic as one line in the language: `file:line: severity: what: how to mend`.
    public func message(_ diagnostic: Diagnostic) -> String { DiagnosticPrinter(files).line(diagnostic) }
}

extension Turn.Manner {
    /// Which part of the reply is said.
    package var content: Renderer.Content {
        switch self {
        case .plain, .simple, .slow: .answer
        case .detailed: .details
        case .links: .links
        case .spelled: .spelling
        }
    }

    /// In which words it is said.
    fileprivate var form: Form { self == .simple ? .simple : .text }
}
