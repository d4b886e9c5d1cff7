internal import CivilTime
internal import Dialogue

/// What ``Conversations`` holds, behind its lock: nothing here waits.
struct ConversationTable {
    /// Who is told when the turn before is over.
    typealias Waiting = CheckedContinuation<Bool, Never>

    /// A conversation under way.
    struct Held {
        /// The language of its next answer.
        var language: String
        /// What it remembers; empty while a turn has it.
        var state = ConversationState()
        /// The edition that answered last, by which it need not be looked through again.
        var edition: Int?
        /// When it was last used.
        var last: Moment
        /// The count of uses at that time: what was used longest ago, whatever the clocks of the callers say.
        var order: Int
        /// Tells it from a later one of the same id.
        let number: Int
        /// Whether a turn has it.
        var isOut = false
        /// The turns that wait for it.
        var waiting: [Waiting] = []

        /// The conversation, to be answered by an edition.
        func conversation(with edition: Edition) -> Conversation {
            edition.number == self.edition && edition.language == language
                ? Conversation(setting: edition.assistant.setting, state: state) : edition.assistant.conversation(state)
        }
    }

    /// A conversation asked for.
    enum Taken {
        case taken(Held)
        case inUse
        case unknown
    }

    /// What becomes of a turn that would wait.
    enum Wait { case waits, goesOn, isTooMany }

    private let limit: Int
    private let idle: Int?
    private var held: [String: Held] = [:]
    private var uses = 0
    /// Uses in their order, with those that later ones of the same conversation made stale.
    private var queue: [(order: Int, id: String)] = []
    private var first = 0

    init(limit: Int, idle: Int?) { (self.limit, self.idle) = (limit, idle) }

    var count: Int { held.count }

    /// Those under way as they may lie on a disk, in the order of their use.
    var saved: [SavedConversation] {
        held.filter { !$0.value.isOut }.sorted { $0.value.order < $1.value.order }.map { id, held in
            SavedConversation(
                id: id, last: held.last, state: held.state.withoutUtterances, language: held.language)
        }
    }

    func language(of id: String, at now: Moment) -> String? {
        held[id].flatMap { hasExpired($0, at: now) ? nil : $0.language }
    }

    func state(of id: String) -> ConversationState? { held[id]?.state }

    // MARK: Coming and going

    mutating func begin(_ id: String, language: String, at now: Moment) -> [Waiting] {
        var waiting = remove(id) ?? []
        waiting += expire(at: now)
        while held.count >= limit, let oldest = oldest() { waiting += remove(oldest) ?? [] }
        insert(id, Held(language: language, last: now, order: 0, number: uses))
        return waiting
    }

    /// Forgets a conversation: the turns that waited for it, or nil where there was none.
    mutating func remove(_ id: String) -> [Waiting]? { held.removeValue(forKey: id)?.waiting }

    /// Forgets those that were idle for too long; in the order of use, so that it costs what it forgets.
    mutating func expire(at now: Moment) -> [Waiting] {
        var waiting: [Waiting] = []
        while let id = oldest(), let found = held[id], hasExpired(found, at: now) { waiting += remove(id) ?? [] }
        return waiting
    }

    mutating func add(_ saved: [SavedConversation], language: String, at now: Moment) {
        for conversation in saved {
            var found = Held(
                language: conversation.language ?? language, last: conversation.last, order: 0, number: uses)
            found.state = conversation.state
            if held[conversation.id] == nil, !hasExpired(found, at: now) { insert(conversation.id, found) }
        }
        while held.count > limit, let oldest = oldest() { held[oldest] = nil }
    }

    // MARK: Turns

    mutating func takeOut(_ id: String, at now: Moment) -> Taken {
        guard let found = held[id] else { return .unknown }
        if found.isOut { return .inUse }
        if hasExpired(found, at: now) {
            held[id] = nil
            return .unknown
        }
        use(id, at: now)
        held[id]?.isOut = true
        held[id]?.state = ConversationState()
        return .taken(found)
    }

    /// Takes back what a turn took out, unless it was erased meanwhile; returns the turn that comes next, or none.
    mutating func putBack(
        _ id: String, _ taken: Held, _ state: ConversationState, _ language: String?, _ edition: Edition
    ) -> [Waiting] {
        guard var found = held[id], found.number == taken.number else { return [] }
        (found.state, found.isOut) = (state, false)
        found.language = language ?? edition.language
        found.edition = language == nil ? edition.number : nil
        let next = found.waiting.isEmpty ? nil : found.waiting.removeFirst()
        held[id] = found
        return next.map { [$0] } ?? []
    }

    mutating func wait(_ id: String, _ turn: Waiting) -> Wait {
        guard let found = held[id], found.isOut else { return .goesOn }
        guard found.waiting.count < Conversations.mostWaiting else { return .isTooMany }
        held[id]?.waiting.append(turn)
        return .waits
    }

    // MARK: The order of use

    private mutating func insert(_ id: String, _ conversation: Held) {
        held[id] = conversation
        let last = conversation.last
        use(id, at: last)
    }

    private mutating func use(_ id: String, at now: Moment) {
        uses += 1
        held[id]?.last = now
        held[id]?.order = uses
        queue.append((uses, id))
        if queue.count - first > 2 * held.count + 64 { forgetStaleUses() }
    }

    /// The conversation whose last use is the oldest.
    private mutating func oldest() -> String? {
        while first < queue.count {
            let use = queue[first]
            if held[use.id]?.order == use.order { return use.id }
            first += 1
        }
        forgetStaleUses()
        return nil
    }

    private mutating func forgetStaleUses() {
        queue = queue[first...].filter { held[$0.id]?.order == $0.order }
        first = 0
    }

    private func hasExpired(_ conversation: Held, at now: Moment) -> Bool {
        idle.map { conversation.last.seconds(to: now) > $0 } ?? false
    }
}
