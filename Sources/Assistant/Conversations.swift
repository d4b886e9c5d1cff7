public import CivilTime
public import Diagnostics
public import Dialogue

/// The conversations of a server, by the id that its callers give: so many at most, and none for longer than it is used.
///
/// They are in memory only. An orderly end writes those under way once (``save(at:)``), without anybody's words, for the
/// next start to take up and delete (``restore(at:)``).
public actor Conversations {
    /// A conversation under way.
    private struct Held {
        let session: Session
        /// When it was last used.
        var last: Moment
        /// The count of uses at that time: what was used longest ago, whatever the clocks of the callers say.
        var order: Int
    }

    private let limit: Int
    private let idle: Int?
    private let file: String?
    private let begin: @Sendable (ConversationState) -> Conversation
    private var held: [String: Held] = [:]
    private var uses = 0

    /// No conversations yet.
    ///
    /// - Parameters:
    ///   - limit: how many are held at most, at least 1; one more makes the one that was idle longest be forgotten.
    ///   - idle: seconds after which an unused one is forgotten; nil for never.
    ///   - file: where ``save(at:)`` writes; nil for nowhere.
    ///   - begin: how a conversation begins, or is taken up.
    public init(
        limit: Int = 1000, idle: Int? = ConversationState.secondsKept, file: String? = nil,
        begin: @escaping @Sendable (ConversationState) -> Conversation
    ) {
        (self.limit, self.idle, self.file, self.begin) = (max(limit, 1), idle, file, begin)
    }

    /// How many are held.
    public var count: Int { held.count }

    /// The conversation with an id, a new one where there is none or it has expired.
    public func session(_ id: String, at now: Moment) -> Session {
        uses += 1
        if var known = held[id], !hasExpired(known, at: now) {
            (known.last, known.order) = (now, uses)
            held[id] = known
            return known.session
        }
        held[id] = nil
        expire(at: now)
        if held.count >= limit, let oldest = held.min(by: { $0.value.order < $1.value.order }) {
            held[oldest.key] = nil
        }
        let session = Session(begin(ConversationState()))
        held[id] = Held(session: session, last: now, order: uses)
        return session
    }

    /// Forgets a conversation at once.
    public func erase(_ id: String) { held[id] = nil }

    /// Forgets those that have been idle for too long; a server calls it from time to time, for when nobody speaks.
    public func expire(at now: Moment) { held = held.filter { !hasExpired($0.value, at: now) } }

    /// Writes the conversations under way, without anybody's words, to a file that only its owner may read.
    ///
    /// - Throws: an error that says what is wrong with the file; nothing is written then.
    public func save(at now: Moment) async throws {
        expire(at: now)
        guard let file, !held.isEmpty else { return }
        var saved: [SavedConversation] = []
        for (id, conversation) in held.sorted(by: { $0.value.order < $1.value.order }) {
            saved.append(
                SavedConversation(
                    id: id, last: conversation.last, state: await conversation.session.state.withoutUtterances))
        }
        try SavedConversation.write(saved, file)
    }

    /// Takes up the conversations that the last end wrote, and deletes the file, whatever it holds.
    ///
    /// - Returns: what to tell a clerk: a file that could not be read is left out, and nobody's conversation goes on.
    public func restore(at now: Moment) -> [Diagnostic] {
        guard let file else { return [] }
        let saved = SavedConversation.take(file)
        for conversation in saved.value {
            uses += 1
            let entry = Held(session: Session(begin(conversation.state)), last: conversation.last, order: uses)
            if held[conversation.id] == nil, !hasExpired(entry, at: now) { held[conversation.id] = entry }
        }
        for oldest in held.sorted(by: { $0.value.order < $1.value.order }).dropLast(limit) { held[oldest.key] = nil }
        return saved.diagnostics
    }

    private func hasExpired(_ conversation: Held, at now: Moment) -> Bool {
        idle.map { conversation.last.seconds(to: now) > $0 } ?? false
    }
}
