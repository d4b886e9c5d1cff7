/// A hash of bytes that grows by one byte at a time and that can be cut: a polynomial modulo 2^64.
///
/// Karp and Rabin, "Efficient randomized pattern-matching algorithms", IBM Journal of Research and Development, 1987.
enum RollingHash {
    private static let base: UInt64 = 0x9e37_79b9_7f4a_7c15

    /// The hash of some bytes and one more.
    static func adding(_ byte: UInt8, to value: UInt64) -> UInt64 { value &* base &+ UInt64(byte) &+ 1 }

    /// The hash of some bytes.
    static func value(of bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0) { adding($1, to: $0) } }

    /// The hashes of every beginning of some bytes, the empty one first.
    static func beginnings(of bytes: [UInt8]) -> [UInt64] {
        var result = [UInt64](repeating: 0, count: bytes.count + 1)
        var value: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            value = adding(byte, to: value)
            result[index + 1] = value
        }
        return result
    }

    /// The powers of the base, as ``cut(_:_:_:)`` needs them.
    static func powers(upTo length: Int) -> [UInt64] {
        var result: [UInt64] = [1]
        for index in 0..<length { result.append(result[index] &* base) }
        return result
    }

    /// The hash of the bytes in a range, from the hashes of the beginnings.
    static func cut(_ beginnings: [UInt64], _ range: Range<Int>, _ powers: [UInt64]) -> UInt64 {
        beginnings[range.upperBound] &- beginnings[range.lowerBound] &* powers[range.count]
    }

    /// A key that spreads over all 64 bits, apart for each kind of thing that is looked up.
    static func key(_ value: UInt64, kind: UInt64) -> UInt64 {
        var z = value &+ kind &* 0xd6e8_feb8_6659_fd93
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
