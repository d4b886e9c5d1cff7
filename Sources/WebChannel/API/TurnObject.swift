internal import Dialogue
internal import Rendering

/// A turn as programs get it: the answer object of every command, and what a channel on a screen needs beside it.
struct TurnObject: Encodable {
    private let answer: AnswerObject
    private let turn: WebTurn
    private let html: String?

    /// The object of a turn.
    ///
    /// - Parameters:
    ///   - turn: the turn.
    ///   - id: the id that the caller gave, or nil.
    ///   - hasHTML: whether the answer is wanted as elements of a page too.
    init(_ turn: WebTurn, id: String? = nil, hasHTML: Bool) {
        var answer = turn.answer
        answer.id = id
        (self.answer, self.turn, html) = (answer, turn, hasHTML ? turn.html : nil)
    }

    /// Writes the answer's promised keys and then those of the API.
    func encode(to encoder: any Encoder) throws {
        try answer.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(turn.conversation, forKey: .conversation)
        try container.encode(turn.language, forKey: .language)
        try container.encode(turn.nextLanguage, forKey: .nextLanguage)
        try container.encode(turn.choices, forKey: .choices)
        try container.encode(turn.turn.isLeaving, forKey: .leaving)
        try container.encodeIfPresent(html, forKey: .html)
    }

    private enum CodingKeys: String, CodingKey {
        case conversation, language, choices, leaving, html
        case nextLanguage = "next_language"
    }
}

/// A conversation as programs get it.
struct ConversationObject: Encodable {
    let id: String
    let language: String
    let turn: TurnObject?
}
