internal import Synchronization
internal import TopicKit

/// How many turns a commune answered, by how they ended.
final class TurnCounts: Sendable {
    private let counts = Mutex<[TurnStatus: Int]>([:])

    /// Counts a turn.
    func add(_ status: TurnStatus) { counts.withLock { $0[status, default: 0] += 1 } }

    /// The counts so far, every status among them.
    var all: [(status: TurnStatus, count: Int)] {
        let counts = counts.withLock { $0 }
        return TurnStatus.allCases.map { ($0, counts[$0] ?? 0) }
    }
}
