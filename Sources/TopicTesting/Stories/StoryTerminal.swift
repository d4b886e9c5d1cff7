internal import Assistant
internal import CivilTime
internal import Dialogue
internal import Foundation
internal import Language
internal import Rendering
internal import TerminalChannel

/// A story in a terminal: what is typed goes through the terminal's own conversation, and its bytes are read back.
///
/// Whatever the story expects, the bytes must move no cursor, the lines must be whole and no wider than the terminal,
/// and what stands between the marks must be the answer.
struct StoryTerminal: Sendable {
    /// More pages than any answer has.
    private static let mostPages = 200

    private let taker: StoryTaker
    private let words: TerminalWords
    private var transcript: TerminalTranscript
    private let width: Int

    init(_ assistant: Assistant, width: Int) async {
        self.width = width
        taker = StoryTaker(StoryTalk(assistant, through: .terminal))
        words = TerminalWords(book: assistant.book)
        transcript = TerminalTranscript(taker: taker, words: words, width: width)
        _ = await transcript.begin()
    }

    /// Makes a move and reads the answer off the terminal.
    mutating func take(_ turn: Story.Turn) async -> Heard? {
        var bytes = await transcript.type(await taker.prepare(turn))
        var pages = 1
        while isUnfinished(bytes), pages < Self.mostPages, let more = words.moreWords.sorted().first {
            bytes += await transcript.type(more)
            pages += 1
        }
        guard var heard = await taker.heard else { return nil }
        heard.faults = faults(bytes, heard.answer)
        (heard.text, heard.isWrapped) = (shown(bytes), true)
        return heard
    }

    // MARK: Reading back

    /// The lines on the terminal without the prompt that follows them.
    private func lines(_ bytes: Data) -> [String] {
        var text = String(decoding: bytes, as: UTF8.self)
        text.replace(words.prompt + " ", with: "")
        return text.split(separator: "\n").map(String.init)
    }

    private func isUnfinished(_ bytes: Data) -> Bool {
        let lines = lines(bytes)
        return lines.contains(words.begin) && !lines.contains(words.end)
    }

    /// What stands between the marks, the hints to go on left out; everything where there are no marks.
    private func shown(_ bytes: Data) -> String {
        let lines = lines(bytes)
        guard let begin = lines.firstIndex(of: words.begin), let end = lines.lastIndex(of: words.end), begin < end
        else { return lines.joined(separator: " ") }
        return lines[(begin + 1)..<end].joined(separator: " ").replacing(words.more, with: "")
    }

    private func faults(_ bytes: Data, _ answer: AnswerObject) -> [Difference] {
        var faults: [Difference] = []
        // Rule T1: a line feed is the only control there is.
        if let byte = bytes.first(where: { ($0 < 0x20 && $0 != 0x0a) || $0 == 0x7f }) {
            faults.append(Difference("terminal: bytes", expected: "no control but line feeds", got: "byte \(byte)"))
        }
        if String(validating: bytes, as: UTF8.self) == nil {
            faults.append(Difference("terminal: bytes", expected: "UTF-8", got: nil))
        }
        if let wide = lines(bytes).first(where: { $0.count > width && $0.contains(" ") }) {
            faults.append(Difference("terminal: width", expected: "at most \(width) characters", got: wide))
        }
        let (written, read) = (answer.text.filter { !$0.isWhitespace }, shown(bytes).filter { !$0.isWhitespace })
        if written != read { faults.append(Difference("terminal: text", expected: answer.text, got: shown(bytes))) }
        return faults
    }
}

/// Takes the turns of a terminal and keeps what came of the last one.
private actor StoryTaker: TurnTaker {
    private var talk: StoryTalk
    private var move = Story.Move.silence
    private var now = Moment(Day(number: 0))
    private var isSpeaking = false
    private(set) var heard: Heard?

    init(_ talk: StoryTalk) { self.talk = talk }

    /// Says which turn the next line stands for, and gives that line: words, or those that stand for a key.
    ///
    /// A terminal has no key for silence, and waits for ever: something must be typed for the story to go on.
    func prepare(_ turn: Story.Turn) -> String {
        (now, isSpeaking, heard) = (turn.now, turn.isSpeaking, nil)
        let words = talk.words(for: turn.move)
        move = if case .choice = turn.move { .words(words ?? "") } else { turn.move }
        return words ?? "-"
    }

    func greeting() async -> TerminalAnswer { TerminalAnswer([]) }

    func answer(to line: String) async -> TerminalAnswer {
        var current = talk
        let heard = await current.take(move, at: now, isSpeaking: isSpeaking)
        (talk, self.heard) = (current, heard)
        return TerminalAnswer(current.assistant.lines(heard.turn, at: now), isLast: heard.turn.isLeaving)
    }
}
