import CivilTime
public import Language

/// What the terminal says for itself, in the language of the answers: the `terminal-` entries of `core.yaml`.
///
/// From the second question on, the prompt and the marks have a number. A screen reader then never says the same words
/// over and over, and whoever reads back on a braille display knows where they are.
public struct TerminalWords: Sendable {
    /// The words that ask for the next page, in lower case.
    let moreWords: Set<String>
    /// The words that ask for the page before, in lower case.
    let backWords: Set<String>
    private let book: PhraseBook

    /// Takes the words from the language's files.
    public init(book: PhraseBook) {
        self.book = book
        let lists = book.files.topics["core"]?.lists ?? [:]
        (moreWords, backWords) = (Set(lists["terminal-more-words"] ?? []), Set(lists["terminal-back-words"] ?? []))
    }

    /// What invites the question of that number.
    package func prompt(_ number: Int) -> String { numbered("prompt", number) }
    /// The mark before the answer of that number.
    package func begin(_ number: Int) -> String { numbered("begin", number) }
    /// The mark after the answer of that number.
    package func end(_ number: Int) -> String { numbered("end", number) }
    /// How to see the page after this one.
    package func more(_ page: Int, of count: Int) -> String {
        words("more", ["page": .count(page), "count": .count(count)])
    }
    /// What is said when an answer takes long.
    var wait: String { words("wait") }
    /// What is said when an answer is one page.
    var noMore: String { words("no-more") }
    /// What is said when there is no next page, and one before.
    var lastPage: String { words("last-page") }
    /// What is said when there is no page before.
    var noBack: String { words("no-back") }
    /// What is said when a question is too long to be read whole.
    var cut: String { words("cut") }
    /// What is said when the person leaves by a key.
    var goodbye: String { sentence(Phrase("core.goodbye")) }

    private func numbered(_ name: String, _ number: Int) -> String {
        let next = name + "-next"
        return number < 2 || !book.has("core.terminal-" + next) ? words(name) : words(next, ["number": .count(number)])
    }

    private func words(_ name: String, _ values: [String: Value] = [:]) -> String {
        sentence(Phrase("core.terminal-" + name, values))
    }

    private func sentence(_ phrase: Phrase) -> String { book.sentence(phrase, form: .text, today: Day(number: 0)) }
}
