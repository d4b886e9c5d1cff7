internal import HTTPTypes
internal import Synchronization

/// Counts of requests and how long they took; numbers and names of routes only, nothing that anybody said.
final class WebMetrics: Sendable {
    /// What requests are counted by.
    struct Key: Hashable, Sendable {
        let route: String
        let method: String
        let status: Int
    }

    /// How many requests took how long.
    struct Histogram: Sendable {
        /// The upper ends of the steps, in seconds.
        static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

        /// How many fell in each step; the last one has no end.
        private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
        /// The sum of all, in seconds.
        private(set) var sum = 0.0

        mutating func add(_ seconds: Double) {
            counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
            sum += seconds
        }
    }

    /// What was counted so far.
    struct Counts: Sendable {
        var requests: [Key: Int] = [:]
        var times: [String: Histogram] = [:]
    }

    private let state = Mutex(Counts())

    /// Methods that are counted by their name; whatever else a client makes up is counted together.
    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]

    /// Counts a request.
    ///
    /// - Parameters:
    ///   - route: the route as it is declared, never the path that was asked for.
    ///   - method: the method.
    ///   - status: the status of the answer.
    ///   - time: how long it took, until the answer was ready.
    func count(route: String, method: HTTPRequest.Method, status: Int, time: Duration) {
        let name = Self.methods.contains(method.rawValue) ? method.rawValue : "other"
        state.withLock { counts in
            counts.requests[Key(route: route, method: name, status: status), default: 0] += 1
            counts.times[route, default: Histogram()].add(time.seconds)
        }
    }

    /// What was counted so far.
    var counts: Counts { state.withLock { $0 } }
}
