internal import CivilTime
internal import Dialogue

/// What ``Conversations`` holds, behind its lock: nothing here waits.
struct ConversationTable {
    /// Who is told when the turn before is over.
    typealias Waiting = CheckedContinuation<Bool, Never>

    /// What a turn takes of a conversation, and gives back.
    struct Carried {
        /// The language of its next answer.
        let language: String
        /// What it remembers.
        let state: ConversationState
        /// The edition that answered last, by which it need not be looked through again.
        let edition: Int?
        /// Tells it from a later one of the same id.
        let number: Int

        /// The conversation, to be answered by an edition.
        func conversation(with edition: Edition) -> Conversation {
            edition.number == self.edition && edition.language == language
                ? Conversation(setting: edition.assistant.setting, state: state) : edition.assistant.conversation(state)
        }
    }

    /// A conversation under way.
    ///
    /// Of a class, so that looking at one costs no copy of what it remembers; none leaves the table.
    private final class Held {
        let id: String
        let number: Int
        var language: String
        /// Empty while a turn has it.
        var state = ConversationState()
        var edition: Int?
        /// When it was last used.
        var last: Moment
        /// The count of uses at that time, 0 once forgotten.
        ///
        /// It tells what was used longest ago, whatever the clocks of the callers say.
        var order = 0
        /// Whether a turn has it.
        var isOut = false
        /// The turns that wait for it.
        var waiting: [Waiting] = []

        init(_ id: String, number: Int, language: String, last: Moment) {
            (self.id, self.number, self.language, self.last) = (id, number, language, last)
        }
    }

    /// A conversation asked for.
    enum Taken {
        case taken(Carried)
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
    private var queue: [(order: Int, held: Held)] = []
    private var first = 0

    init(limit: Int, idle: Int?) { (self.limit, self.idle) = (limit, idle) }

    var count: Int { held.count }

    /// Those under way as they may lie on a disk, in the order of their use.
    var saved: [SavedConversation] {
        held.values.filter { !$0.isOut }.sorted { $0.order < $1.order }.map {
            SavedConversation(id: $0.id, last: $0.last, state: $0.state.withoutUtterances, language: $0.language)
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
        waiting += makeRoom(for: 1)
        insert(Held(id, number: uses, language: language, last: now))
        return waiting
    }

    /// Forgets a conversation: the turns that waited for it, or nil where there was none.
    mutating func remove(_ id: String) -> [Waiting]? {
        guard let found = held.removeValue(forKey: id) else { return nil }
        // The order of use still holds it for a while: what was said in it goes now.
        (found.order, found.state) = (0, ConversationState())
        return found.waiting
    }

    /// Forgets those that were idle for too long; in the order of use, so that it costs what it forgets.
    mutating func expire(at now: Moment) -> [Waiting] {
        var waiting: [Waiting] = []
        while let found = oldest(), hasExpired(found, at: now) { waiting += remove(found.id) ?? [] }
        return waiting
    }

    mutating func add(_ saved: [SavedConversation], language: String, at now: Moment) {
        for conversation in saved where held[conversation.id] == nil {
            let found = Held(
                conversation.id, number: uses, language: conversation.language ?? language, last: conversation.last)
            found.state = conversation.state
            if !hasExpired(found, at: now) { insert(found) }
        }
        _ = makeRoom(for: 0)
    }

    /// Forgets those that were used longest ago, until so many more may come.
    private mutating func makeRoom(for count: Int) -> [Waiting] {
        var waiting: [Waiting] = []
        while held.count + count > limit, let oldest = oldest() { waiting += remove(oldest.id) ?? [] }
        return waiting
    }

    // MARK: Turns

    mutating func takeOut(_ id: String, at now: Moment) -> Taken {
        guard let found = held[id] else { return .unknown }
        if found.isOut { return .inUse }
        if hasExpired(found, at: now) {
            _ = remove(id)
            return .unknown
        }
        use(found, at: now)
        let carried = Carried(
            language: found.language, state: found.state, edition: found.edition, number: found.number)
        (found.isOut, found.state) = (true, ConversationState())
        return .taken(carried)
    }

    /// Takes back what a turn took out, unless it was erased meanwhile; returns the turn that comes next, or none.
    mutating func putBack(
        _ id: String, _ carried: Carried, _ state: ConversationState, _ language: String?, _ edition: Edition
    ) -> [Waiting] {
        guard let found = held[id], found.number == carried.number else { return [] }
        (found.state, found.isOut) = (state, false)
        found.language = language ?? edition.language
        found.edition = language == nil ? edition.number : nil
        return found.waiting.isEmpty ? [] : [found.waiting.removeFirst()]
    }

    mutating func wait(_ id: String, _ turn: Waiting) -> Wait {
        guard let found = held[id], found.isOut else { return .goesOn }
        guard found.waiting.count < Conversations.mostWaiting else { return .isTooMany }
        found.waiting.append(turn)
        return .waits
    }

    // MARK: The order of use

    private mutating func insert(_ conversation: Held) {
        held[conversation.id] = conversation
        use(conversation, at: conversation.last)
    }

    private mutating func use(_ conversation: Held, at now: Moment) {
        uses += 1
        (conversation.last, conversation.order) = (now, uses)
        queue.append((uses, conversation))
        if queue.count - first > 2 * held.count + 64 { forgetStaleUses() }
    }

    /// The conversation whose last use is the oldest.
    private mutating func oldest() -> Held? {
        while first < queue.count {
            let use = queue[first]
            if use.held.order == use.order { return use.held }
            first += 1
        }
        forgetStaleUses()
        return nil
    }

    private mutating func forgetStaleUses() {
        queue = queue[first...].filter { $0.held.order == $0.order }
        first = 0
    }

    private func hasExpired(_ conversation: Held, at now: Moment) -> Bool {
        idle.map { conversation.last.seconds(to: now) > $0 } ?? false
    }
}
