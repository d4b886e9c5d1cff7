internal import Synchronization

/// How many connections each client has.
final class ConnectionTable: Sendable {
    private let limit: Int
    private let exempt: Set<ClientAddress>
    private let counts = Mutex<[ClientAddress: Int]>([:])

    /// Makes a table.
    ///
    /// - Parameters:
    ///   - limit: connections of one client; 0 for any number.
    ///   - exempt: clients that stand for many, such as a proxy.
    init(limit: Int, exempt: Set<ClientAddress>) { (self.limit, self.exempt) = (limit, exempt) }

    /// Counts a connection that opens; false where the client has too many.
    func open(_ client: ClientAddress) -> Bool {
        guard limit > 0, !exempt.contains(client) else { return true }
        return counts.withLock { counts in
            guard counts[client, default: 0] < limit else { return false }
            counts[client, default: 0] += 1
            return true
        }
    }

    /// Counts a connection that was counted and closes.
    func close(_ client: ClientAddress) {
        guard limit > 0, !exempt.contains(client) else { return }
        counts.withLock { counts in
            let left = (counts[client] ?? 1) - 1
            counts[client] = left > 0 ? left : nil
        }
    }
}
