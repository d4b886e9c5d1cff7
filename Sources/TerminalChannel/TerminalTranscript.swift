public import Foundation

/// A conversation in a terminal that is not there: lines go in, and the bytes come out that a terminal would get.
///
/// For tests and for stories: the same session, marks, pages and encoding as ``TerminalChannel``, without a thread, a
/// signal or a delay.
public struct TerminalTranscript: Sendable {
    /// More pages than any answer has.
    private static let mostPages = 200

    private let taker: any TurnTaker
    private let words: TerminalWords
    private let width: LineWidth
    private let encoding = TerminalEncoding(environment: [:])
    private var session: TerminalSession
    /// How many questions were asked.
    private var count = 0
    /// Whether the conversation is over: nothing more is read.
    public private(set) var isOver = false

    /// What a terminal got for one line.
    public struct Reading: Sendable {
        /// Every byte, prompts and further pages included.
        public internal(set) var bytes = Data()
        /// The lines without the prompts.
        public internal(set) var lines: [String] = []
        /// What stands between the marks, hints to go on left out; every line where there are no marks.
        public internal(set) var answer: [String] = []
    }

    /// Makes a terminal, with a person in front of it and marks around each answer.
    ///
    /// - Parameters:
    ///   - taker: whom the person talks with.
    ///   - words: what the terminal says for itself.
    ///   - width: the widest line, as for ``TerminalChannel``; nil cuts no line.
    public init(taker: any TurnTaker, words: TerminalWords, width: Int? = nil) {
        (self.taker, self.words, self.width) = (taker, words, LineWidth(limit: width))
        session = TerminalSession(words: words, width: self.width, hasMarks: true, isInteractive: true)
    }

    /// What the terminal gets before the first line is typed.
    public mutating func begin() async -> Data { await perform(session.start(await taker.greeting())) }

    /// Types a line, then asks for the further pages of the answer; nothing comes once the conversation is over.
    public mutating func type(_ line: String) async -> Reading {
        var reading = Reading()
        guard !isOver else { return reading }
        let before = count
        var page = await perform(session.take(.line(line, isCut: false)))
        reading.add(page, lines(page))
        guard count > before else { return reading }
        let (begin, end) = (width.wrap(words.begin(count)), width.wrap(words.end(count)))
        guard reading.lines.starts(with: begin) else { return reading }
        var number = 1
        while Array(reading.lines.suffix(end.count)) != end, number < Self.mostPages, let more = words.moreWords.min() {
            reading.dropHint { width.wrap(words.more(number, of: $0)) }
            page = await perform(session.take(.line(more, isCut: false)))
            reading.add(page, lines(page))
            number += 1
        }
        reading.answer = Array(reading.answer.dropFirst(begin.count).dropLast(end.count))
        return reading
    }

    private func lines(_ bytes: Data) -> [String] {
        var text = String(decoding: bytes, as: UTF8.self)
        let prompt = words.prompt(count + 1) + " "
        if text.hasSuffix(prompt) { text.removeLast(prompt.count) }
        return text.split(separator: "\n").map(String.init)
    }

    private mutating func perform(_ orders: [TerminalSession.Order]) async -> Data {
        var bytes = Data()
        for order in orders {
            switch order {
            case .write(let lines): for line in lines { bytes += encoding.encode(line + "\n") }
            case .prompt(let text): bytes += encoding.encode(text)
            case .ask(let question, let number):
                count = number
                bytes += await perform(session.take(.answer(await taker.answer(to: question), number: number)))
            case .read: break
            case .leave: isOver = true
            }
        }
        return bytes
    }
}

extension TerminalTranscript.Reading {
    /// More pages than any answer has.
    private static let mostPages = 200

    fileprivate mutating func add(_ bytes: Data, _ lines: [String]) {
        self.bytes += bytes
        self.lines += lines
        answer += lines
    }

    /// Leaves the hint at the end of a page out of the answer; `hint` makes it for a number of pages.
    fileprivate mutating func dropHint(_ hint: (Int) -> [String]) {
        for count in 1...Self.mostPages {
            let lines = hint(count)
            if Array(answer.suffix(lines.count)) == lines {
                answer.removeLast(lines.count)
                return
            }
        }
    }
}
