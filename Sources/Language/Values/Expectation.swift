/// What a conversation waits for, so that a recogniser may listen for that and little else.
///
/// Commands ("répète", "annule", "parler à quelqu'un") may come at any moment and are always listened for besides.
public struct Expectation: Sendable, Hashable, Codable {
    /// The kind of answer.
    public enum Answer: String, Sendable, Hashable, Codable, CaseIterable {
        /// A question of the person's own: whatever a topic answers.
        case question
        /// A yes or a no.
        case yesNo = "yes-no"
        /// One of ``Expectation/phrases``, or its rank.
        case choice
        /// A name of the town, one of ``Expectation/phrases``: a street, a school.
        case name
        /// A day, a date, an hour.
        case time
        /// A whole number.
        case number
        /// A sum, a length of time, a telephone number: ``Expectation/amount`` says which.
        case amount
        /// Words of the person's own: a name, a subject.
        case words
    }

    /// The kind of answer.
    public let answer: Answer
    /// What is counted or measured, for ``Answer/amount``.
    public let amount: Amount.Kind?
    /// What may be answered, as it is written; empty where that is not a list.
    public let phrases: [String]
    /// How many things there are to choose from, each of one phrase or several; 0 where a rank means nothing.
    public let choices: Int

    /// Makes an expectation.
    public init(_ answer: Answer, amount: Amount.Kind? = nil, phrases: [String] = [], choices: Int = 0) {
        (self.answer, self.amount, self.phrases, self.choices) = (answer, amount, phrases, choices)
    }

    /// Whether what may be answered is so little that a grammar can hold all of it.
    public var isClosed: Bool { answer != .question && answer != .words }
}
