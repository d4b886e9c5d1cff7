public import CivilTime
internal import Language
public import TopicKit

/// One sentence as it is said, and as it is written meanwhile.
public struct SpokenLine: Sendable, Hashable {
    /// The words to say: figures in words.
    public let spoken: String
    /// The same sentence to read: "8 h 30", "01 99 00 12 34".
    public let written: String

    /// Makes a line.
    public init(spoken: String, written: String) { (self.spoken, self.written) = (spoken, written) }
}

extension Renderer {
    /// The sentences of a reply to be said, each with what is read meanwhile.
    ///
    /// - Parameters:
    ///   - reply: what to say.
    ///   - content: which part of it.
    ///   - isSimple: whether in the simplest words.
    ///   - today: the day on which it is said.
    /// - Returns: the sentences, in order.
    public func spokenLines(
        _ reply: Reply, _ content: Content = .answer, isSimple: Bool = false, today: Day
    ) -> [SpokenLine] {
        var caption = writer(isSimple ? .simple : .text, today)
        caption.isCaption = true
        let written = lines(reply, content, caption)
        let spoken = isSimple ? written.map(book.rules.spoken) : lines(reply, content, form: .speech, today: today)
        guard spoken.count == written.count else { return spoken.flatMap(Self.sentences) }
        return zip(spoken, written).flatMap { spoken, written in
            let (said, read) = (Sentences.said(in: spoken), Sentences.said(in: written))
            // Where the two are not cut alike, the line is one.
            guard said.count == read.count else { return [SpokenLine(spoken: spoken, written: written)] }
            return zip(said, read).map(SpokenLine.init)
        }
    }

    /// A text of the language's as sentences to say.
    public func spokenLines(_ text: String) -> [SpokenLine] {
        Sentences.said(in: text).map { SpokenLine(spoken: book.rules.spoken($0), written: $0) }
    }

    private static func sentences(_ spoken: String) -> [SpokenLine] {
        Sentences.said(in: spoken).map { SpokenLine(spoken: $0, written: $0) }
    }
}
