internal import Synchronization

/// Keeps clients from asking too often: a bucket of tokens each, which fills at a steady rate and which each request takes from.
final class RateLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var filled: ContinuousClock.Instant
    }

    private let rate: Double
    private let burst: Double
    private let buckets = Mutex<[ClientAddress: Bucket]>([:])

    /// Buckets at most: those that are full again are forgotten first, and all of them when that is not enough.
    private static let limit = 50_000

    /// Makes a limiter.
    ///
    /// - Parameters:
    ///   - rate: tokens a second; 0 for no limit.
    ///   - burst: tokens that a bucket holds, at least 1.
    init(rate: Double, burst: Double) { (self.rate, self.burst) = (rate, max(burst, 1)) }

    /// Takes a token.
    ///
    /// - Parameters:
    ///   - client: whose bucket.
    ///   - now: when.
    /// - Returns: nil when there was one; else after how many seconds there will be, at least 1.
    func wait(_ client: ClientAddress, _ now: ContinuousClock.Instant) -> Int? {
        guard rate > 0 else { return nil }
        return buckets.withLock { buckets in
            if buckets.count >= Self.limit { makeRoom(&buckets, now) }
            var bucket = buckets[client] ?? Bucket(tokens: burst, filled: now)
            bucket.tokens = level(bucket, now)
            bucket.filled = now
            defer { buckets[client] = bucket }
            guard bucket.tokens >= 1 else { return max(1, Int(((1 - bucket.tokens) / rate).rounded(.up))) }
            bucket.tokens -= 1
            return nil
        }
    }

    private func level(_ bucket: Bucket, _ now: ContinuousClock.Instant) -> Double {
        min(burst, bucket.tokens + (now - bucket.filled).seconds * rate)
    }

    private func makeRoom(_ buckets: inout [ClientAddress: Bucket], _ now: ContinuousClock.Instant) {
        buckets = buckets.filter { level($0.value, now) < burst }
        if buckets.count >= Self.limit { buckets = [:] }
    }
}
