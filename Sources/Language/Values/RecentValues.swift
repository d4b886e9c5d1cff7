public import CivilTime

/// The values that were made lately, so many at most: a bounded memory that costs the same whatever it holds.
///
/// It has two halves. When the new one is full it becomes the old one, and the old one is forgotten.
public struct RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var (new, old): ([Key: Value], [Key: Value]) = ([:], [:])
    private let half: Int
    /// When the new half began, for who forgets by the clock.
    private var since: Moment?

    /// Nothing yet.
    ///
    /// - Parameter limit: how many values are kept at most, at least 2.
    public init(limit: Int) { half = max(limit / 2, 1) }

    /// The value of a key, or nil where it was forgotten or never there.
    public subscript(key: Key) -> Value? { new[key] ?? old[key] }

    /// The value of a key, which then stays as if it were new.
    public mutating func use(_ key: Key) -> Value? {
        if let value = new[key] { return value }
        guard let value = old[key] else { return nil }
        add(value, for: key)
        return value
    }

    /// Keeps a value.
    public mutating func add(_ value: Value, for key: Key) {
        if new.count >= half { age() }
        new[key] = value
    }

    /// Forgets what was made so many seconds ago and earlier; a clock that went back forgets everything.
    public mutating func forget(after lifetime: Int, at now: Moment) {
        let passed = since?.seconds(to: now) ?? 0
        guard since == nil || passed < 0 || passed >= lifetime / 2 else { return }
        if passed < 0 || passed >= lifetime { age() }
        age()
        since = now
    }

    /// Forgets the old half; what was new is old from now on.
    public mutating func age() { (new, old) = ([:], new) }
}
