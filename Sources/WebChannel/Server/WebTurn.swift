public import Assistant
public import CivilTime
public import Dialogue
public import Rendering
internal import TopicKit

/// A turn, with what is needed to render it: who answered, and when.
public struct WebTurn: Sendable {
    /// The id of the conversation.
    public let conversation: String
    /// What was answered.
    public let turn: Turn
    /// Who answered.
    public let edition: Edition
    /// When, by the town's clocks.
    public let moment: Moment

    /// The language of the answer: `fr`.
    public var language: String { edition.language }
    /// The language of the next answer, where the person asked for another one.
    public var nextLanguage: String { turn.language ?? language }
    /// The answer as elements of a page, one after the other: `Docs` of ``Renderer/html(_:_:form:recordLanguage:recordTexts:today:)``.
    public var html: String { edition.assistant.html(turn, at: moment) }
    /// The answer as lines to read.
    public var lines: [String] { edition.assistant.lines(turn, at: moment) }
    /// The answer as other programs read it.
    public var answer: AnswerObject { edition.assistant.answer(turn, id: nil, at: moment) }

    /// What may be chosen, in order: buttons.
    public var choices: [ChoiceObject] {
        guard let question = turn.reply.question else { return [] }
        let labels = edition.assistant.renderer.choices(question, today: moment.day)
        return zip(question.choices, labels).map { ChoiceObject(id: $0.id, label: $1) }
    }
}

/// A choice of a question: a button.
public struct ChoiceObject: Sendable, Hashable, Encodable {
    /// What the program sends when it is chosen.
    public let id: String
    /// How it is named to the person.
    public let label: String
}
