public import CivilTime
public import Language
public import TopicKit

/// Makes lines to read and words to hear from a reply.
///
/// One line is one thing to take in: a paragraph, an item of a list, an address. Nothing is wrapped and nothing depends
/// on colour or position, so that a line reads the same on a screen, in braille and aloud.
public struct Renderer: Sendable {
    /// What part of a reply is wanted.
    public enum Content: Sendable, Hashable, CaseIterable {
        /// The answer and what is asked.
        case answer
        /// What "plus de détails" adds: the details, quotations, and where the facts come from.
        case details
        /// The web addresses alone.
        case links
        /// The names of streets and places, the telephone numbers and the mail addresses, letter by letter.
        case spelling

        /// The phrase for a reply that has none of it, after which what was asked is asked again.
        var nothing: String? {
            switch self {
            case .answer: nil
            case .details: "no-details"
            case .links: "no-link"
            case .spelling: "no-names"
            }
        }
    }

    /// The words and the grammar.
    public let book: PhraseBook
    /// Short addresses that the town gave to long ones, by the long one.
    public let shortLinks: [String: String]

    /// Makes a renderer.
    public init(book: PhraseBook, shortLinks: [String: String] = [:]) {
        (self.book, self.shortLinks) = (book, shortLinks)
    }

    /// The lines of a reply, whole sentences or addresses.
    ///
    /// - Parameters:
    ///   - reply: what to say.
    ///   - content: which part of it.
    ///   - form: the wording; the form to hear is said line by line, with a pause between sentences.
    ///   - isSlow: whether each sentence has a line of its own, for whoever takes in one at a time.
    ///   - today: the day on which it is said.
    /// - Returns: at least one line, unless the reply says nothing.
    public func lines(
        _ reply: Reply, _ content: Content = .answer, form: Form = .text, isSlow: Bool = false, today: Day
    ) -> [String] {
        let lines = lines(reply, content, writer(form, today))
        return isSlow ? lines.flatMap(Sentences.said) : lines
    }

    func lines(_ reply: Reply, _ content: Content, _ writer: LineWriter) -> [String] {
        let lines =
            switch content {
            case .answer: writer.answer(reply)
            case .details: writer.details(reply)
            case .links: writer.links(reply)
            case .spelling: writer.spelling(reply)
            }
        guard lines.isEmpty, let nothing = content.nothing else { return lines }
        return [writer.own(nothing)] + (reply.question.map(writer.ask) ?? [])
    }

    func writer(_ form: Form, _ today: Day) -> LineWriter {
        LineWriter(book: book, form: form, today: today, shortLinks: shortLinks)
    }

    /// The words of a reply to be spoken, as one text.
    public func speech(_ reply: Reply, _ content: Content = .answer, today: Day) -> String {
        lines(reply, content, form: .speech, today: today).joined(separator: " ")
    }

    /// The choices of a question, as they are named to the person.
    public func choices(_ question: Question, today: Day) -> [String] {
        question.choices.map { book.write($0.label, form: .text, today: today) }
    }

    /// Every web address of a reply with its purpose, in order and without repeats.
    public func links(_ reply: Reply, today: Day) -> [NamedLink] {
        let writer = writer(.text, today)
        return reply.links.map {
            NamedLink(purpose: writer.purpose(of: $0), url: $0.url, short: shortLinks[$0.url])
        }
    }
}

/// A web address with its purpose in words.
public struct NamedLink: Sendable, Hashable, Encodable {
    /// What it is for: "Prendre rendez-vous".
    public let purpose: String
    /// The address.
    public let url: String
    /// A short address that the town gave to it, or nil.
    public let short: String?
}

extension Reply {
    /// The links of the answer, then those of the details, without repeats.
    var links: [Link] {
        var seen: Set<String> = []
        return (parts + details).compactMap { if case .link(let link) = $0 { link } else { nil } }
            .filter { seen.insert($0.url).inserted }
    }
}
