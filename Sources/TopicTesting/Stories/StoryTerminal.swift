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
    private let taker: StoryTaker
    private var transcript: TerminalTranscript
    private let width: Int

    init(_ assistant: Assistant, width: Int) async {
        self.width = width
        taker = StoryTaker(StoryTalk(assistant, through: .terminal))
        transcript = TerminalTranscript(taker: taker, words: TerminalWords(book: assistant.book), width: width)
        _ = await transcript.begin()
    }

    /// Makes a move and reads the answer off the terminal; nil for what the terminal does itself, such as another page.
    mutating func take(_ turn: Story.Turn) async -> Heard? {
        let reading = await transcript.type(await taker.prepare(turn))
        guard var heard = await taker.heard else { return nil }
        heard.faults = faults(reading, heard.answer)
        (heard.text, heard.isWrapped) = (reading.answer.joined(separator: " "), true)
        return heard
    }

    private func faults(_ reading: TerminalTranscript.Reading, _ answer: AnswerObject) -> [Difference] {
        var faults: [Difference] = []
        // Rule T1: a line feed is the only control there is.
        if let byte = reading.bytes.first(where: { ($0 < 0x20 && $0 != 0x0a) || $0 == 0x7f }) {
            faults.append(Difference("terminal: bytes", expected: "no control but line feeds", got: "byte \(byte)"))
        }
        if String(validating: reading.bytes, as: UTF8.self) == nil {
            faults.append(Difference("terminal: bytes", expected: "UTF-8", got: nil))
        }
        if let wide = reading.lines.first(where: { $0.count > width && $0.contains(" ") }) {
            faults.append(Difference("terminal: width", expected: "at most \(width) characters", got: wide))
        }
        let shown = reading.answer.joined(separator: " ")
        if answer.text.filter({ !$0.isWhitespace }) != shown.filter({ !$0.isWhitespace }) {
            faults.append(Difference("terminal: text", expected: answer.text, got: shown))
        }
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
