/// What was found at each place of one text, so that no family is read twice there however expressions nest.
///
/// Without it, the time to read "de de de..." would double with each word.
final class TimeMemo {
    /// The result of one family at one place.
    enum Entry<Value> {
        case unread
        case read((Value, Int)?)
    }

    private var dates: [Entry<DateParts>]
    private var points: [Entry<TimePoint>]
    private var ranges: [Entry<TimePoint>]

    /// Makes an empty memory for so many places.
    init(count: Int) {
        dates = Array(repeating: .unread, count: count)
        points = Array(repeating: .unread, count: count)
        ranges = Array(repeating: .unread, count: count)
    }

    /// The day or period at a place, read once.
    func date(at index: Int, _ read: () -> (DateParts, Int)?) -> (DateParts, Int)? {
        Self.recall(\.dates, at: index, in: self, read)
    }

    /// The point at a place, read once.
    func point(at index: Int, _ read: () -> (TimePoint, Int)?) -> (TimePoint, Int)? {
        Self.recall(\.points, at: index, in: self, read)
    }

    /// The range at a place, read once.
    func range(at index: Int, _ read: () -> (TimePoint, Int)?) -> (TimePoint, Int)? {
        Self.recall(\.ranges, at: index, in: self, read)
    }

    private static func recall<Value>(
        _ path: ReferenceWritableKeyPath<TimeMemo, [Entry<Value>]>, at index: Int, in memo: TimeMemo,
        _ read: () -> (Value, Int)?
    ) -> (Value, Int)? {
        guard memo[keyPath: path].indices.contains(index) else { return nil }
        if case .read(let found) = memo[keyPath: path][index] { return found }
        let found = read()
        memo[keyPath: path][index] = .read(found)
        return found
    }
}
