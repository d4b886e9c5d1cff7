public import Foundation

/// A conversation in a terminal that is not there: lines go in, and the bytes come out that a terminal would get.
///
/// For tests and for stories: the same session, marks, pages and encoding as ``TerminalChannel``, without a thread, a
/// signal or a delay.
public struct TerminalTranscript: Sendable {
    private let taker: any TurnTaker
    private let encoding = TerminalEncoding(environment: [:])
    private var session: TerminalSession
    /// Whether the conversation is over: nothing more is read.
    public private(set) var isOver = false

    /// Makes a terminal, with a person in front of it.
    ///
    /// - Parameters:
    ///   - taker: whom the person talks with.
    ///   - words: what the terminal says for itself.
    ///   - width: the widest line, as for ``TerminalChannel``; nil cuts no line.
    ///   - hasMarks: whether marks stand around each answer.
    public init(taker: any TurnTaker, words: TerminalWords, width: Int? = nil, hasMarks: Bool = true) {
        self.taker = taker
        session = TerminalSession(
            words: words, width: LineWidth(limit: width), hasMarks: hasMarks, isInteractive: true)
    }

    /// What the terminal gets before the first line is typed.
    public mutating func begin() async -> Data { await perform(session.start(await taker.greeting())) }

    /// Types a line, and gets all that is written until the next one may be typed; nothing once it is over.
    public mutating func type(_ line: String) async -> Data {
        isOver ? Data() : await perform(session.take(.line(line, isCut: false)))
    }

    private mutating func perform(_ orders: [TerminalSession.Order]) async -> Data {
        var bytes = Data()
        for order in orders {
            switch order {
            case .write(let lines): for line in lines { bytes += encoding.encode(line + "\n") }
            case .prompt(let text): bytes += encoding.encode(text)
            case .ask(let question, let number):
                bytes += await perform(session.take(.answer(await taker.answer(to: question), number: number)))
            case .read: break
            case .leave: isOver = true
            }
        }
        return bytes
    }
}
