/// A table of numbers by 64-bit key, made once and then only read: buckets by the first bits of the key.
///
/// A key that is not there mostly costs two loads. Keys are told apart by their bucket and their last 32 bits.
struct KeyIndex: Sendable {
    /// How many numbers a key may have; what more share is too common to tell anything.
    static let mostShared = 16

    /// Where each bucket begins, and the end.
    let starts: [UInt32]
    /// The last bits of each key.
    let marks: [UInt32]
    /// The number of each key.
    let values: [UInt32]
    private let shift: UInt64

    /// Makes the table; the numbers of a key stay in rising order.
    ///
    /// - Parameters:
    ///   - entries: the keys with their numbers, in any order.
    ///   - isCommon: whether a key that too many share may be left out.
    init(_ entries: [(key: UInt64, value: UInt32)], isCommon: (UInt64) -> Bool) {
        let sorted = entries.sorted { ($0.key, $0.value) < ($1.key, $1.value) }
        var kept: [(key: UInt64, value: UInt32)] = []
        kept.reserveCapacity(sorted.count)
        var start = 0
        while start < sorted.count {
            var end = start
            while end < sorted.count, sorted[end].key == sorted[start].key { end += 1 }
            if end - start <= KeyIndex.mostShared || !isCommon(sorted[start].key) {
                var last: UInt32?
                for entry in sorted[start..<end] where entry.value != last {
                    kept.append(entry)
                    last = entry.value
                }
            }
            start = end
        }
        var bits = 1
        while (1 << bits) < kept.count * 2 { bits += 1 }
        let shift = UInt64(64 - bits)
        var starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
        for entry in kept { starts[Int(entry.key >> shift) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        self.starts = starts
        marks = kept.map { UInt32(truncatingIfNeeded: $0.key) }
        values = kept.map(\.value)
        self.shift = shift
    }

    /// Takes up a stored table; nil when it cannot be one.
    init?(starts: [UInt32], marks: [UInt32], values: [UInt32]) {
        let buckets = starts.count - 1
        guard buckets >= 2, buckets & (buckets - 1) == 0, marks.count == values.count, starts.first == 0,
            starts.last == UInt32(exactly: marks.count), zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        (self.starts, self.marks, self.values) = (starts, marks, values)
        shift = UInt64(64 - buckets.trailingZeroBitCount)
    }

    /// Calls a body with each number of a key, in rising order.
    @inline(__always)
    func forEach(_ key: UInt64, _ body: (UInt32) -> Void) {
        let bucket = Int(key >> shift)
        let mark = UInt32(truncatingIfNeeded: key)
        for place in Int(starts[bucket])..<Int(starts[bucket + 1]) where marks[place] == mark { body(values[place]) }
    }

    /// The only number of a key, or the first one, or nil.
    func first(_ key: UInt64) -> UInt32? {
        var result: UInt32?
        forEach(key) { if result == nil { result = $0 } }
        return result
    }
}
