/// Finds names within one or two slips of some letters without comparing them with all names.
///
/// A name is cut into one piece more than the slips allowed, with a letter between two pieces that belongs to none. A
/// slip, even a swap of neighbours, touches one piece at most; so one piece stands unchanged. The idea is that of
/// PASS-JOIN: Li, Deng, Wang and Feng, "PASS-JOIN: A Partition-based Method for Similarity Joins", VLDB 2011.
enum SlipPieces {
    /// From how many letters on a name may have one slip, and two.
    static let (oneSlip, twoSlips) = (6, 10)

    /// How many slips are allowed in a text of a length.
    static func allowed(_ length: Int) -> Int { length >= twoSlips ? 2 : length >= oneSlip ? 1 : 0 }

    /// A piece of a name: which, and where in the name.
    struct Piece {
        let kind: UInt64
        let range: Range<Int>
    }

    /// The pieces under which a name is stored.
    static func pieces(ofLength length: Int) -> [Piece] {
        guard length >= oneSlip - 1 else { return [] }
        // A text one slip away from a name that is this long may be shorter, and then has but one.
        return (length < twoSlips + 1 ? halves(length) : []) + (length >= twoSlips - 2 ? thirds(length) : [])
    }

    /// Calls a body with each stretch of a text that may be a piece of a name that is within the slips allowed.
    @inline(__always)
    static func forEachProbe(ofLength length: Int, _ body: (_ kind: UInt64, _ range: Range<Int>) -> Void) {
        let slips = allowed(length)
        guard slips > 0 else { return }
        for name in (length - slips)...(length + slips) {
            if slips == 1 {
                let middle = name / 2
                body(kind(name, 0), 0..<middle)
                body(kind(name, 1), (length - (name - middle - 1))..<length)
            } else {
                let (first, second) = (name / 3, 2 * name / 3)
                body(kind(name, 2), 0..<first)
                body(kind(name, 4), (length - (name - second - 1))..<length)
                // Where only the middle stands, each side has one slip, which moves what follows by one at most.
                for shift in max(-1, length - name - 1)...min(1, length - name + 1) {
                    body(kind(name, 3), (first + 1 + shift)..<(second + shift))
                }
            }
        }
    }

    private static func halves(_ length: Int) -> [Piece] {
        let middle = length / 2
        return [
            Piece(kind: kind(length, 0), range: 0..<middle), Piece(kind: kind(length, 1), range: (middle + 1)..<length),
        ]
    }

    private static func thirds(_ length: Int) -> [Piece] {
        let (first, second) = (length / 3, 2 * length / 3)
        return [
            Piece(kind: kind(length, 2), range: 0..<first), Piece(kind: kind(length, 3), range: (first + 1)..<second),
            Piece(kind: kind(length, 4), range: (second + 1)..<length),
        ]
    }

    /// Names of another length have other pieces.
    private static func kind(_ length: Int, _ piece: UInt64) -> UInt64 { 16 + UInt64(length) << 3 + piece }
}
