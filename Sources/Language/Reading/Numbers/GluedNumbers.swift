/// Numbers below a hundred whose words are written as one: "quatrevingtdix", "vintcinq", "disset".
struct GluedNumbers: Sendable {
    /// A word that may be a part, as its letters.
    private struct Part: Sendable {
        let letters: [UInt8]
        let value: Int
    }

    /// The parts by their first letter, the longest first.
    private var parts = [[Part]](repeating: [], count: 26)

    /// Adds a number word of one token; what is above sixty or has other signs than letters is no part.
    mutating func add(_ word: String, _ value: Int) {
        let letters = Array(word.utf8)
        guard (1...60).contains(value), letters.count >= 2, letters.allSatisfy({ (0x61...0x7A).contains($0) }) else {
            return
        }
        let place = Int(letters[0] - 0x61)
        parts[place].append(Part(letters: letters, value: value))
        parts[place].sort { ($1.letters.count, $0.value) < ($0.letters.count, $1.value) }
    }

    /// The number that a word of at least two parts names, from 17 to 99.
    func value(of word: String) -> Int? {
        let letters = Array(word.utf8)
        guard letters.count >= 6, letters.count <= 24, let (first, length) = part(of: letters[...]) else { return nil }
        let rest = letters.dropFirst(length)
        if first == 4 { return above(rest) { $0 == 20 ? 60 : nil } }
        guard first >= 10, first % 10 == 0 else { return nil }
        return adding(rest, to: first)
    }

    /// What letters that start with twenty add to eighty, or nil.
    func aboveTwenty(_ word: String) -> Int? { above(Array(word.utf8)[...]) { $0 == 20 ? -20 : nil } }

    /// Twenty and what follows it, moved by what `base` gives for the first part.
    private func above(_ letters: ArraySlice<UInt8>, base: (Int) -> Int?) -> Int? {
        guard let (first, length) = part(of: letters), let moved = base(first) else { return nil }
        let rest = letters.dropFirst(length)
        let total = rest.isEmpty ? 20 : adding(rest, to: 20, most: 19)
        return total.map { $0 + moved }
    }

    /// Tens and a unit, or tens and ten to nineteen after sixty and eighty.
    private func adding(_ letters: ArraySlice<UInt8>, to tens: Int, most: Int? = nil) -> Int? {
        let most = most ?? (tens == 60 ? 19 : 9)
        let start = letters.starts(with: [0x65, 0x74]) && tens >= 20 ? letters.dropFirst(2) : letters
        guard let (unit, length) = part(of: start), unit <= most, tens > 10 || unit >= 7 else { return nil }
        let rest = start.dropFirst(length)
        if rest.isEmpty { return tens + unit }
        guard unit == 10, let (more, end) = part(of: rest), (7...9).contains(more), rest.count == end else {
            return nil
        }
        return tens + 10 + more
    }

    private func part(of letters: ArraySlice<UInt8>) -> (value: Int, length: Int)? {
        guard let first = letters.first, (0x61...0x7A).contains(first) else { return nil }
        return parts[Int(first - 0x61)].first { letters.starts(with: $0.letters) }.map { ($0.value, $0.letters.count) }
    }
}
