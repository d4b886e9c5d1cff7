/// Whom a terminal talks with: an assistant in one conversation.
public protocol TurnTaker: Sendable {
    /// What is said before the first question.
    func greeting() async -> TerminalAnswer

    /// Answers one line of the person.
    ///
    /// - Parameter line: what was typed, without its end; never empty.
    /// - Returns: the answer, as lines that the terminal may wrap.
    func answer(to line: String) async -> TerminalAnswer
}

/// One answer, as lines to show.
public struct TerminalAnswer: Sendable {
    /// Whole sentences, or an address alone on its line.
    public let lines: [String]
    /// Whether the conversation ends with it.
    public let isLast: Bool
    /// What the terminal says for itself from now on, where the language changes; nil where it stays.
    public let words: TerminalWords?

    /// Makes an answer.
    public init(_ lines: [String], isLast: Bool = false, words: TerminalWords? = nil) {
        (self.lines, self.isLast, self.words) = (lines, isLast, words)
    }
}
