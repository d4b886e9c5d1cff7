internal import Assistant
internal import CivilTime
internal import Dialogue
internal import Foundation
internal import NIOCore
internal import Rendering
internal import Synchronization
internal import TopicKit

/// The bodies of turns: what is rendered and encoded of a reply is kept for the next person who asks the same.
///
/// Most questions of a day are few. What is kept is what the town says, never what a person said: the slots of the question,
/// how sure it was and whose turn it is are put into gaps of the body. A reply that may repeat a person's words is not kept.
final class TurnBodies: Sendable {
    /// What a body is the same for.
    private struct Key: Hashable {
        let reply: Reply
        let manner: Turn.Manner
        let status: TurnStatus
        let topic: String?
        let intent: String?
        let day: Day
        let language: String
        let edition: Int
        let hasHTML: Bool
    }

    /// The bodies that were used lately, and those that were used before them; so many of each at most.
    private struct Kept {
        var young: [Key: JSONTemplate] = [:]
        var old: [Key: JSONTemplate] = [:]
    }

    private static let limit = 512
    private let kept = Mutex(Kept())

    /// The body of a turn.
    ///
    /// - Parameters:
    ///   - turn: the turn.
    ///   - id: the id that the caller gave, or nil.
    ///   - hasHTML: whether the answer is wanted as elements of a page too.
    /// - Returns: the object of the turn as JSON.
    /// - Throws: what JSON cannot say, which no turn holds.
    func body(of turn: WebTurn, id: String?, hasHTML: Bool) throws -> ByteBuffer {
        guard Self.isTownsOwn(turn.turn) else {
            return ByteBuffer(bytes: try JSONAnswer.data(TurnObject(turn, id: id, hasHTML: hasHTML)))
        }
        let key = Key(
            reply: turn.turn.reply, manner: turn.turn.manner, status: turn.turn.status, topic: turn.turn.topic,
            intent: turn.turn.intent, day: turn.moment.day, language: turn.language, edition: turn.edition.number,
            hasHTML: hasHTML)
        let template = try known(key) ?? keep(try Self.template(of: turn, hasHTML: hasHTML), key)
        return template.filled([
            try id.map { Array(try JSONAnswer.data($0)) } ?? Array("null".utf8),
            Array(("\"" + turn.conversation + "\"").utf8),
            Array(Self.hundredths(turn.turn.confidence).utf8),
            turn.turn.slots.isEmpty
                ? Array("{}".utf8) : Array(try JSONAnswer.data(turn.turn.slots.mapValues(SlotObject.init))),
        ])
    }

    // MARK: What may be kept

    /// Whether nothing of a turn's body but its gaps can hold what a person said.
    private static func isTownsOwn(_ turn: Turn) -> Bool {
        guard [.answered, .unknown].contains(turn.status), !turn.reply.evidence.isEmpty, turn.parts.isEmpty,
            turn.reply.question == nil, turn.reply.reference == nil, turn.language == nil, !turn.isLeaving,
            !turn.isUrgent
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

    private func known(_ key: Key) -> JSONTemplate? {
        kept.withLock { kept in
            if let template = kept.young[key] { return template }
            guard let template = kept.old[key] else { return nil }
            Self.add(template, key, to: &kept)
            return template
        }
    }

    private func keep(_ template: JSONTemplate, _ key: Key) -> JSONTemplate {
        kept.withLock { Self.add(template, key, to: &$0) }
        return template
    }

    private static func add(_ template: JSONTemplate, _ key: Key, to kept: inout Kept) {
        if kept.young.count >= limit { (kept.old, kept.young) = (kept.young, [:]) }
        kept.young[key] = template
    }

    // MARK: Gaps

    /// A body whose gaps are the caller's id, the conversation, the confidence and the slots, in this order.
    private static func template(of turn: WebTurn, hasHTML: Bool) throws -> JSONTemplate {
        // Ids of chance: no answer of the town can hold them.
        let (id, conversation) = (ConversationID.make(), ConversationID.make())
        var bare = turn.turn
        (bare.slots, bare.confidence) = ([:], 0)
        let empty = WebTurn(conversation: conversation, turn: bare, edition: turn.edition, moment: turn.moment)
        let bytes = Array(try JSONAnswer.data(TurnObject(empty, id: id, hasHTML: hasHTML)))
        return JSONTemplate(
            bytes,
            gaps: [
                ("\"id\":", "\"\(id)\""), ("\"conversation\":", "\"\(conversation)\""), ("\"confidence\":", "0"),
                ("\"slots\":", "{}"),
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
