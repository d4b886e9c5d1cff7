public import Assistant
public import CivilTime
public import Dialogue
internal import Language
internal import Rendering
internal import TopicKit
internal import Yams

/// Writes a conversation down as a story, for somebody who makes stories: the person's words are kept.
public struct StoryRecorder: Sendable {
    /// A key of a story with what is written there.
    private enum Entry: Sendable {
        case text(String)
        case texts([String])
        case map([(key: String, text: String)])
    }

    private let title: String
    private let start: Moment
    private var last: Moment
    private var turns: [[(key: String, entry: Entry)]] = []

    /// Begins a story.
    ///
    /// - Parameters:
    ///   - title: what it is about.
    ///   - start: when it begins, by the town's clocks.
    public init(title: String, start: Moment) { (self.title, self.start, last) = (title, start, start) }

    /// Adds a turn as it went: its status, intent and slots, and the first sentence of the answer.
    public mutating func add(_ words: String, _ turn: Dialogue.Turn, by assistant: Assistant, at now: Moment) {
        let answer = assistant.answer(turn, id: nil, at: now)
        var entries: [(key: String, entry: Entry)] = [("user", .text(words))]
        let minutes = last.seconds(to: now) / 60
        if minutes > 0 {
            entries.append(("after", .text("\(minutes) min")))
            last = last.adding(minutes: minutes)
        }
        entries.append(("status", .text(answer.status)))
        if let intent = answer.intent { entries.append(("intent", .text(intent))) }
        if let ask = answer.ask { entries.append(("asks", .text(ask.slot))) }
        let slots = answer.slots.sorted { $0.key < $1.key }.map { (key: $0.key, text: Judge.machineText($0.value)) }
        if !slots.isEmpty { entries.append(("slots", .map(slots))) }
        add(entries, says: answer.text)
    }

    /// Adds a turn of which only the words and the answer are known.
    mutating func add(_ words: String, answer: String) { add([("user", .text(words))], says: answer) }

    private mutating func add(_ entries: [(key: String, entry: Entry)], says answer: String) {
        let first = Self.firstSentence(of: answer)
        turns.append(entries + (first.isEmpty ? [] : [("says", .texts([first]))]))
    }

    /// The story as a file of stories.
    ///
    /// - Throws: an error of the YAML writer; none is known to occur.
    public func yaml() throws -> String {
        let turns = turns.map { entries in
            Node.mapping(Node.Mapping(entries.map { (Self.node($0.key), Self.node($0.entry)) }))
        }
        let story = Node.mapping(
            Node.Mapping([
                (Self.node("story"), Self.node(title)), (Self.node("now"), Self.node(start.iso)),
                (Self.node("turns"), .sequence(Node.Sequence(turns))),
            ]))
        return try Yams.serialize(node: .sequence(Node.Sequence([story])), width: -1, allowUnicode: true)
    }

    private static func node(_ text: String) -> Node { .scalar(Node.Scalar(text)) }

    private static func node(_ entry: Entry) -> Node {
        switch entry {
        case .text(let text): node(text)
        case .texts(let texts): .sequence(Node.Sequence(texts.map { node($0) }))
        case .map(let texts): .mapping(Node.Mapping(texts.map { (node($0.key), node($0.text)) }))
        }
    }

    /// The text up to the first full stop, question or exclamation mark that ends a sentence.
    private static func firstSentence(of text: String) -> String {
        let line = text.prefix { $0 != "\n" }
        let end = line.indices.first { index in
            let next = line.index(after: index)
            return ".?!".contains(line[index]) && (next == line.endIndex || line[next] == " ")
        }
        return String(end.map { line[...$0] } ?? line)
    }
}
