internal import CivilTime
internal import Synchronization
public import TopicKit

/// Counts how turns go, by day, topic, intent and status: the town's statistics.
///
/// It knows every id that may be written, so that nothing a person said can get in; any other id is counted as none.
/// Counting only adds to a number in memory, never waits, and never fails. What was counted is written a little later, all
/// at once; ``flush()`` writes it now, for an orderly end.
public final class OutcomeCounter: OutcomeCounting {
    private let topics: Set<String>
    private let intents: Set<String>
    private let pause: Duration
    private let table: OutcomeTable
    private let pending = Mutex<[OutcomeTable.Key: OutcomeTable.Tally]>([:])

    /// So many different counts wait at most: a store that cannot be written must not fill the memory.
    private static let limit = 10_000

    /// A counter that writes to a table.
    ///
    /// - Parameters:
    ///   - table: the counts of the town.
    ///   - topics: the ids of its topics.
    ///   - intents: the ids of their intents and of the conversation's own.
    ///   - pause: how long counts wait in memory, at most.
    public init(
        _ table: OutcomeTable, topics: some Sequence<String>, intents: some Sequence<String>,
        pause: Duration = .seconds(5)
    ) {
        (self.table, self.topics, self.intents, self.pause) = (table, Set(topics), Set(intents), pause)
    }

    /// Counts one turn.
    public func count(_ outcome: Outcome) async { add(OutcomeTable.Tally(turns: 1), outcome) }

    /// Counts whether an answer helped.
    public func count(helped: Bool, by outcome: Outcome) async {
        add(helped ? OutcomeTable.Tally(helped: 1) : OutcomeTable.Tally(notHelped: 1), outcome)
    }

    /// Writes what was counted and not written yet; where that fails it waits for the next time.
    public func flush() async {
        let batch = pending.withLock { pending in
            defer { pending = [:] }
            return pending
        }
        guard !batch.isEmpty else { return }
        do {
            try await table.add(batch)
        } catch {
            pending.withLock { pending in
                for (key, tally) in batch where pending.count < Self.limit || pending[key] != nil {
                    pending[key, default: OutcomeTable.Tally()] += tally
                }
            }
        }
    }

    private func add(_ tally: OutcomeTable.Tally, _ outcome: Outcome) {
        let key = OutcomeTable.Key(
            day: outcome.day, topic: outcome.topic.flatMap { topics.contains($0) ? $0 : nil },
            intent: outcome.intent.flatMap { intents.contains($0) ? $0 : nil }, status: outcome.status)
        let isFirst = pending.withLock { pending in
            guard pending.count < Self.limit || pending[key] != nil else { return false }
            defer { pending[key, default: OutcomeTable.Tally()] += tally }
            return pending.isEmpty
        }
        guard isFirst else { return }
        Task { [weak self, pause] in
            try? await Task.sleep(for: pause)
            await self?.flush()
        }
    }
}
