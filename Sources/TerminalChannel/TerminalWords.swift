import CivilTime
public import Language

/// What the terminal says for itself, in the language of the answers.
public struct TerminalWords: Sendable, Hashable {
    /// What invites the next question.
    public let prompt: String
    /// What is said when an answer takes long.
    public let wait: String
    /// The mark before an answer.
    public let begin: String
    /// The mark after an answer.
    public let end: String
    /// How to see the next page.
    public let more: String
    /// What is said when there is no next page.
    public let noMore: String
    /// What is said when a question is too long to be read whole.
    public let cut: String
    /// What is said when the person leaves by a key.
    public let goodbye: String
    /// The words that ask for the next page, in lower case.
    public let moreWords: Set<String>

    /// Takes the words from the language's files: the `terminal-` entries of `core.yaml`.
    public init(book: PhraseBook) {
        func words(_ name: String) -> String {
            book.sentence(Phrase("core." + name), form: .text, today: Day(number: 0))
        }
        (prompt, wait) = (words("terminal-prompt"), words("terminal-wait"))
        (begin, end) = (words("terminal-begin"), words("terminal-end"))
        (more, noMore) = (words("terminal-more"), words("terminal-no-more"))
        (cut, goodbye) = (words("terminal-cut"), words("goodbye"))
        moreWords = Set(book.files.topics["core"]?.lists["terminal-more-words"] ?? [])
    }
}
