public import CivilTime
public import Diagnostics
public import Dialogue
internal import Synchronization

/// The conversations of a server, by the id that its callers give: so many at most, and none for longer than it is used.
///
/// They are in memory only. An orderly end writes those under way once (``save(at:)``), without anybody's words, for the
/// next start to take up and delete (``restore(at:)``). What is held lies behind one lock that is never kept during a turn:
/// a turn takes its conversation out and puts it back, and the next turn of the same conversation waits for that.
public final class Conversations: Sendable {
    /// How many turns of one conversation may wait for the turn before them.
    public static let mostWaiting = 8

    private let idle: Int?
    private let file: String?
    private let table: Mutex<ConversationTable>

    /// No conversations yet.
    ///
    /// - Parameters:
    ///   - limit: how many are held at most, at least 1; one more makes the one that was idle longest be forgotten.
    ///   - idle: seconds after which an unused one is forgotten; nil for never.
    ///   - file: where ``save(at:)`` writes; nil for nowhere.
    public init(limit: Int = 1000, idle: Int? = ConversationState.secondsKept, file: String? = nil) {
        (self.idle, self.file) = (idle, file)
        table = Mutex(ConversationTable(limit: max(limit, 1), idle: idle))
    }

    /// How many are held.
    public var count: Int { table.withLock { $0.count } }

    /// Begins a conversation; one that had the same id is forgotten.
    ///
    /// - Parameters:
    ///   - id: its id.
    ///   - language: the language that it begins in.
    ///   - now: when.
    public func begin(_ id: String, language: String, at now: Moment) {
        resume(table.withLock { $0.begin(id, language: language, at: now) })
    }

    /// The language of a conversation, which counts as no use of it; nil where there is none, or no more.
    public func language(of id: String, at now: Moment) -> String? { table.withLock { $0.language(of: id, at: now) } }

    /// What a conversation remembers; nil where there is none.
    package func state(of id: String) -> ConversationState? { table.withLock { $0.state(of: id) } }

    /// Forgets a conversation at once; false where there was none.
    @discardableResult public func erase(_ id: String) -> Bool {
        let waiting = table.withLock { $0.remove(id) }
        resume(waiting ?? [])
        return waiting != nil
    }

    /// Forgets those that have been idle for too long; a server calls it from time to time, for when nobody speaks.
    public func expire(at now: Moment) { resume(table.withLock { $0.expire(at: now) }) }

    // MARK: Turns

    /// What became of a turn.
    public enum Outcome: Sendable {
        /// It was answered, by this edition.
        case answered(Turn, by: Edition)
        /// There is no such conversation, or no more.
        case unknown
        /// Too many turns of this conversation wait already.
        case busy
    }

    /// Answers in a conversation, after the turns of it that came before.
    ///
    /// - Parameters:
    ///   - input: what came.
    ///   - id: the conversation.
    ///   - now: when, by the town's clocks.
    ///   - surroundings: through what the person talks.
    ///   - begins: the language in which a conversation begins where there is none of that id; nil for ``Outcome/unknown``.
    ///   - edition: who answers in a language.
    /// - Returns: the turn, or why there is none.
    public func take(
        _ input: Input, in id: String, at now: Moment, through surroundings: Surroundings = Surroundings(),
        begins: String? = nil, with edition: (String) -> Edition
    ) async -> Outcome {
        if let begins, language(of: id, at: now) == nil { begin(id, language: begins, at: now) }
        while true {
            switch table.withLock({ $0.takeOut(id, at: now) }) {
            case .unknown: return .unknown
            case .taken(let carried):
                let edition = edition(carried.language)
                var conversation = carried.conversation(with: edition)
                let turn = await conversation.take(input, at: now, in: surroundings)
                resume(table.withLock { $0.putBack(id, carried, conversation.state, turn.language, edition) })
                return .answered(turn, by: edition)
            case .inUse:
                guard await isNext(id) else { return .busy }
            }
        }
    }

    /// Waits until the turn under way is over; false where too many wait.
    private func isNext(_ id: String) async -> Bool {
        await withCheckedContinuation { continuation in
            switch table.withLock({ $0.wait(id, continuation) }) {
            case .waits: break
            case .goesOn: continuation.resume(returning: true)
            case .isTooMany: continuation.resume(returning: false)
            }
        }
    }

    private func resume(_ waiting: [ConversationTable.Waiting]) {
        for continuation in waiting { continuation.resume(returning: true) }
    }

    // MARK: Across a restart

    /// Writes the conversations under way, without anybody's words, to a file that only its owner may read.
    ///
    /// - Throws: an error that says what is wrong with the file; nothing is written then.
    public func save(at now: Moment) throws {
        expire(at: now)
        let saved = table.withLock { $0.saved }
        if let file, !saved.isEmpty { try SavedConversation.write(saved, file) }
    }

    /// Takes up the conversations that the last end wrote, and deletes the file, whatever it holds.
    ///
    /// - Parameters:
    ///   - now: when; those that have been idle for too long by then are left.
    ///   - language: the language of those that name none.
    /// - Returns: what to tell a clerk: a file that could not be read is left out, and nobody's conversation goes on.
    public func restore(at now: Moment, language: String = "fr") -> [Diagnostic] {
        guard let file else { return [] }
        let saved = SavedConversation.take(file)
        table.withLock { $0.add(saved.value, language: language, at: now) }
        return saved.diagnostics
    }
}
