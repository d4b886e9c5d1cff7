public import Assistant
public import CivilTime
public import Diagnostics
internal import Dialogue
internal import Foundation
internal import Language
internal import TopicKit

/// A conversation with somebody who does anything, and what must hold whatever they do.
///
/// After each turn there is something to read, every phrase of it exists, and what is remembered stays small; and
/// whatever was going on, it can be cancelled and a person can be reached.
public struct RandomTalk: Sendable {
    /// The most that a conversation may remember, in bytes of JSON.
    public static let largestState = 64 * 1024

    /// What came of it.
    public struct Report: Sendable {
        /// How many turns were taken.
        public internal(set) var turns = 0
        /// The most that was remembered, in bytes of JSON.
        public internal(set) var largestState = 0
        /// What did not hold, in order.
        public internal(set) var findings: [Diagnostic] = []
    }

    private let assistant: Assistant
    private let topic: String?
    private let seed: UInt64

    /// Makes a conversation.
    ///
    /// - Parameters:
    ///   - assistant: who answers.
    ///   - topic: the topic that half of the sentences are about; nil for all alike.
    ///   - seed: the same seed says the same things.
    public init(_ assistant: Assistant, topic: String? = nil, seed: UInt64) {
        (self.assistant, self.topic, self.seed) = (assistant, topic, seed)
    }

    /// Talks for a number of turns, a few minutes between them.
    ///
    /// - Parameters:
    ///   - turns: how many.
    ///   - start: when, by the town's clocks.
    /// - Returns: what did not hold, and how much was remembered.
    public func run(turns: Int, at start: Moment) async -> Report {
        var report = Report()
        var moves = RandomMoves(assistant, topic: topic, seed: seed)
        var waits = SplitMix(seed: ~seed)
        var talk = StoryTalk(assistant)
        var now = start
        for number in 1...max(1, turns) {
            now = now.adding(seconds: waits.number(below: 120))
            let move = moves.next(after: talk.pending, of: talk.topic)
            let heard = await talk.take(move, at: now)
            var problems = Self.problems(heard, assistant)
            let size = (try? JSONEncoder().encode(talk.conversation.state).count) ?? .max
            if size > Self.largestState { problems.append(("random.big-state", ["size": String(size)])) }
            report.largestState = max(report.largestState, size)
            if await !Self.canCancel(talk, at: now) { problems.append(("random.no-cancel", [:])) }
            if await !Self.canReachPerson(talk, at: now) { problems.append(("random.no-person", [:])) }
            report.turns = number
            report.findings += problems.map { code, arguments in
                Diagnostic(
                    .error, code,
                    arguments.merging([
                        "turn": String(number), "seed": String(seed), "move": move.written,
                    ]) { $1 })
            }
        }
        return report
    }

    // MARK: What must hold

    private static func problems(_ heard: Heard, _ assistant: Assistant) -> [(
        code: String, arguments: [String: String]
    )] {
        var problems: [(code: String, arguments: [String: String])] = []
        if heard.text.allSatisfy(\.isWhitespace) { problems.append(("random.no-text", [:])) }
        let missing = heard.turn.reply.phrases.flatMap { assistant.book.check($0) }
        for diagnostic in missing.prefix(1) {
            problems.append(("random.no-phrase", ["problem": assistant.message(diagnostic)]))
        }
        return problems
    }

    /// Whether what is going on can be cancelled, by key and in words: then nothing is asked any more.
    private static func canCancel(_ talk: StoryTalk, at now: Moment) async -> Bool {
        await holds(.cancel, talk, at: now) { heard, talk in heard.turn.status != .unclear && talk.pending == nil }
    }

    /// Whether a person of the town hall can be reached, by key and in words.
    private static func canReachPerson(_ talk: StoryTalk, at now: Moment) async -> Bool {
        await holds(.person, talk, at: now) { heard, _ in heard.turn.status == .handover }
    }

    /// Whether an act does what it must in a copy of the conversation, pressed as a key and then said.
    private static func holds(
        _ act: Act, _ talk: StoryTalk, at now: Moment, _ isDone: (Heard, StoryTalk) -> Bool
    ) async -> Bool {
        for move in [Story.Move.act(act)] + (talk.words(for: .act(act)).map { [.words($0)] } ?? []) {
            var copy = talk
            let heard = await copy.take(move, at: now)
            guard isDone(heard, copy), !heard.text.isEmpty else { return false }
        }
        return true
    }
}
