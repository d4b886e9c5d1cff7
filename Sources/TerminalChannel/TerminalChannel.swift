public import Braille
import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A conversation in a terminal that a screen reader or a braille display can follow.
///
/// Plain lines only: no cursor movement, no colour, no line that changes after it was written. On a pipe there is
/// nothing but answers.
public struct TerminalChannel: Sendable {
    /// How long an answer may take before a line of words says that it is being looked for.
    private static let patience = Duration.milliseconds(1500)
    /// How long the last words stay before the program ends, without which a screen reader loses them.
    ///
    /// Fenrir, which asks the terminal again and again rather than being told, lost them in 4 of 20 runs on a busy machine with
    /// 300 ms, the least that rules allow.
    private static let lastWords = Duration.milliseconds(1200)

    private let taker: any TurnTaker
    private let words: TerminalWords
    private let width: LineWidth?
    private let hasMarks: Bool

    /// Makes a channel.
    ///
    /// - Parameters:
    ///   - taker: whom the person talks with.
    ///   - words: what the terminal says for itself.
    ///   - width: the widest line; up to 40 and pages of six lines, for the hand. The terminal's own width when nil.
    ///   - braille: what counts the cells of a line, and asks for pages whatever the width; 40 cells when `width` is nil.
    ///   - hasMarks: whether "Réponse." and "Fin de la réponse." stand around each answer.
    public init(
        taker: any TurnTaker, words: TerminalWords, width: Int? = nil, braille: BrailleTable? = nil,
        hasMarks: Bool = true
    ) {
        (self.taker, self.words, self.hasMarks) = (taker, words, hasMarks)
        let limit = width ?? braille.map { _ in LineWidth.braille }
        self.width = limit.map { LineWidth(limit: max(1, $0), table: braille) }
    }

    /// The lines of a text that is no answer, as wide as those of the conversation.
    public func wrapped(_ text: String) -> [String] { currentWidth.wrap(text) }

    /// Talks on standard input and output until the person leaves, the input ends or nobody reads any more.
    public func run() async {
        let (events, continuation) = AsyncStream.makeStream(of: TerminalSession.Event.self)
        let report: @Sendable (TerminalSession.Event) -> Void = { continuation.yield($0) }
        let encoding = TerminalEncoding(environment: ProcessInfo.processInfo.environment)
        let signals = TerminalSignals(report: report)
        let input = TerminalInput(encoding: encoding, report: report)
        let output = TerminalOutput(encoding: encoding)
        let isInteractive = isatty(STDIN_FILENO) == 1
        var session = TerminalSession(
            words: words, width: currentWidth, hasMarks: hasMarks, isInteractive: isInteractive)
        var orders = session.start(isInteractive ? await taker.greeting() : TerminalAnswer([]))
        var iterator = events.makeAsyncIterator()
        while perform(orders, input, output, report), let event = await iterator.next() {
            session.resize(currentWidth)
            orders = session.take(event)
        }
        signals.stop()
        if isatty(STDOUT_FILENO) == 1 { try? await Task.sleep(for: Self.lastWords) }
    }

    /// The width that was asked for, else that of the window as it is now: a window may change between two answers.
    private var currentWidth: LineWidth { width ?? LineWidth(columns: TerminalOutput.columns()) }

    /// Does what the session orders; false when it is time to leave.
    private func perform(
        _ orders: [TerminalSession.Order], _ input: TerminalInput, _ output: TerminalOutput,
        _ report: @escaping @Sendable (TerminalSession.Event) -> Void
    ) -> Bool {
        for order in orders {
            switch order {
            case .write(let lines): if !output.write(lines) { return false }
            case .prompt(let text): if !output.write(prompt: text) { return false }
            case .ask(let question, let number): ask(question, number, report)
            case .read: input.readNext()
            case .leave: return false
            }
        }
        return true
    }

    private func ask(
        _ question: String, _ number: Int, _ report: @escaping @Sendable (TerminalSession.Event) -> Void
    ) {
        Task { report(.answer(await taker.answer(to: question), number: number)) }
        Task {
            try? await Task.sleep(for: Self.patience)
            report(.slow(number: number))
        }
    }
}
