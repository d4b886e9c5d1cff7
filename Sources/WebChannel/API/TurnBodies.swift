internal import Assistant
internal import CivilTime
internal import Dialogue
internal import Foundation
internal import Language
internal import NIOCore
internal import Rendering
internal import Synchronization
internal import TopicKit

/// The bodies of turns: what is rendered and encoded of a reply is kept for the next person who asks the same.
///
/// Most questions of a day are few. A body is kept in memory for as long as a conversation is, tied to nobody: how sure the turn was and
/// whose it is are put into gaps. One that may hold what is personal is not kept.
final class TurnBodies: Sendable {
    /// What a body is the same for.
    private struct Key: Hashable {
        let turn: Turn
        let day: Day
        let language: String
        let edition: Int
        let hasHTML: Bool

        // Turns that are equal in these are nearly always equal: the comparison says so, and the rest need not be hashed.
        func hash(into hasher: inout Hasher) {
            hasher.combine(turn.intent)
            hasher.combine(turn.slots)
            hasher.combine(turn.reply.parts.first)
        }
    }

    private let kept = Mutex(RecentValues<Key, JSONTemplate>(limit: 1_024))

    /// The body of a turn.
    ///
    /// - Parameters:
    ///   - turn: the turn.
    ///   - id: the id that the caller gave, or nil.
    ///   - hasHTML: whether the answer is wanted as elements of a page too.
    /// - Returns: the object of the turn as JSON.
    /// - Throws: what JSON cannot say, which no turn holds.
    func body(of turn: WebTurn, id: String?, hasHTML: Bool) throws -> ByteBuffer {
        guard Self.mayBeKept(turn.turn) else {
            return ByteBuffer(bytes: try JSONAnswer.data(TurnObject(turn, id: id, hasHTML: hasHTML)))
        }
        var bare = turn.turn
        bare.confidence = 0
        let key = Key(
            turn: bare, day: turn.moment.day, language: turn.language, edition: turn.edition.number, hasHTML: hasHTML)
        let known = kept.withLock { kept in
            kept.forget(after: ConversationState.secondsKept, at: turn.moment)
            return kept[key]
        }
        let template = try known ?? keep(try Self.template(of: bare, in: turn, hasHTML: hasHTML), key)
        return template.filled([
            try id.map { Array(try JSONAnswer.data($0)) } ?? Array("null".utf8),
            Array(("\"" + turn.conversation + "\"").utf8),
            Array(Self.hundredths(turn.turn.confidence).utf8),
        ])
    }

    // MARK: What may be kept

    /// Whether a turn answers a question, or asks which of the town's things is meant: no name, no number, no confirmation.
    private static func mayBeKept(_ turn: Turn) -> Bool {
        guard [.answered, .unknown, .asked].contains(turn.status), turn.parts.isEmpty, turn.reply.reference == nil
        else { return false }
        return turn.slots.values.allSatisfy { slot in
            ([slot.value] + slot.others).allSatisfy { value in
                switch value {
                case .entity, .time, .number, .yesNo: true
                case .amount, .text: false
                }
            }
        }
    }

    private func keep(_ template: JSONTemplate, _ key: Key) -> JSONTemplate {
        kept.withLock { $0.add(template, for: key) }
        return template
    }

    // MARK: Gaps

    /// A body whose gaps are the caller's id, the conversation and the confidence, in this order.
    private static func template(of bare: Turn, in turn: WebTurn, hasHTML: Bool) throws -> JSONTemplate {
        // Ids of chance: no answer of the town can hold them.
        let (id, conversation) = (ConversationID.make(), ConversationID.make())
        let empty = WebTurn(conversation: conversation, turn: bare, edition: turn.edition, moment: turn.moment)
        let bytes = Array(try JSONAnswer.data(TurnObject(empty, id: id, hasHTML: hasHTML)))
        return JSONTemplate(
            bytes,
            gaps: [
                ("\"id\":", "\"\(id)\""), ("\"conversation\":", "\"\(conversation)\""), ("\"confidence\":", "0"),
            ])
    }

    /// A confidence with two decimals at most, as the answer object has it.
    private static func hundredths(_ confidence: Double) -> String {
        let number = Int((min(max(confidence, 0), 1) * 100).rounded())
        if number == 100 { return "1" }
        return number < 10 ? "0.0\(number)" : "0.\(number)"
    }
}

/// Bytes of JSON with gaps for values that differ.
struct JSONTemplate: Sendable {
    /// What stands between the gaps: one piece more than there are gaps.
    private let pieces: [[UInt8]]
    /// Which value goes into each gap.
    private let order: [Int]
    private let count: Int

    /// Makes the gaps of an object.
    ///
    /// - Parameters:
    ///   - bytes: the object.
    ///   - gaps: a name with its colon and the value after it, which becomes a gap. Within a text of JSON a quotation mark
    ///     is escaped, so that such a pair is found only where it is one.
    init(_ bytes: [UInt8], gaps: [(name: String, value: String)]) {
        let found = gaps.enumerated().compactMap { index, gap -> (index: Int, range: Range<Int>)? in
            let (name, value) = (Array(gap.name.utf8), Array(gap.value.utf8))
            guard let start = Self.index(of: name + value, in: bytes) else { return nil }
            return (index, start + name.count..<start + name.count + value.count)
        }.sorted { $0.range.lowerBound < $1.range.lowerBound }
        var (pieces, start): ([[UInt8]], Int) = ([], 0)
        for gap in found {
            pieces.append(Array(bytes[start..<gap.range.lowerBound]))
            start = gap.range.upperBound
        }
        self.pieces = pieces + [Array(bytes[start...])]
        (order, count) = (found.map(\.index), bytes.count)
    }

    /// The object with its values.
    func filled(_ values: [[UInt8]]) -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: count + values.reduce(0) { $0 + $1.count })
        for (piece, index) in zip(pieces, order) {
            buffer.writeBytes(piece)
            buffer.writeBytes(values[index])
        }
        if let last = pieces.last { buffer.writeBytes(last) }
        return buffer
    }

    private static func index(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        guard pattern.count <= bytes.count else { return nil }
        return (0...bytes.count - pattern.count).first { bytes[$0..<$0 + pattern.count].elementsEqual(pattern) }
    }
}
