public import FoundationEssentials

/// What the words of a language mean, as vectors in which words of like use lie close, read where they lie in a file.
///
/// The file's layout is explained in `Scripts/lexicon/make-vectors.py`, which makes it.
public struct WordVectors: Sendable {
    /// How many numbers a vector has.
    public let dimensions: Int

    private let words: Int
    private let rows: Int
    private let ends: Int
    private let places: Int
    private let weights: Int
    private let text: Int
    private let matrix: Int
    private let data: Data

    /// Opens a file's bytes; nil when they are no vectors.
    public init?(data: Data) {
        guard data.count >= 24, data.prefix(8).elementsEqual("PARVISV1".utf8) else { return nil }
        func count(_ offset: Int) -> Int {
            Int(
                data.withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
            )
        }
        (dimensions, rows, words) = (count(8), count(12), count(16))
        // No count is larger than the file, so that what is made of them below cannot overflow.
        guard [dimensions, rows, words, count(20)].allSatisfy({ $0 <= data.count }) else { return nil }
        ends = 24
        places = ends + 4 * words
        weights = places + (2 * words + 3) / 4 * 4
        text = weights + (words + 3) / 4 * 4
        matrix = text + count(20)
        guard data.count == matrix + rows * dimensions else { return nil }
        self.data = data
    }

    /// What some words mean together: the sum of their vectors, rare words weighing more, scaled to length one.
    ///
    /// - Parameter folded: words in lower case without accents; those that are not known count for nothing.
    /// - Returns: ``dimensions`` numbers, or nil when no word is known.
    public func meaning(of folded: some Sequence<String>) -> [Float]? {
        data.withUnsafeBytes { bytes in
            var sum = [Float](repeating: 0, count: dimensions)
            var isKnown = false
            for word in folded {
                guard let index = place(of: word, in: bytes) else { continue }
                isKnown = add(index, to: &sum, bytes) || isKnown
            }
            let square = sum.reduce(0) { $0 + $1 * $1 }
            guard isKnown, square > 0 else { return nil }
            let scale = 1 / square.squareRoot()
            return sum.map { $0 * scale }
        }
    }

    private func add(_ index: Int, to sum: inout [Float], _ bytes: UnsafeRawBufferPointer) -> Bool {
        let place = bytes.loadUnaligned(fromByteOffset: places + 2 * index, as: UInt16.self)
        let row = Int(UInt16(littleEndian: place))
        guard row < rows else { return false }
        let weight = Float(bytes[weights + index]) / (255 * 127)
        let start = matrix + row * dimensions
        for column in 0..<dimensions { sum[column] += weight * Float(Int8(bitPattern: bytes[start + column])) }
        return true
    }

    /// Finds a word by bisection.
    private func place(of word: String, in bytes: UnsafeRawBufferPointer) -> Int? {
        var word = word
        return word.withUTF8 { sought in
            var (low, high) = (0, words)
            while low < high {
                let middle = (low + high) / 2
                let known = self.word(middle, in: bytes)
                if known.lexicographicallyPrecedes(sought) { low = middle + 1 } else { high = middle }
            }
            return low < words && self.word(low, in: bytes).elementsEqual(sought) ? low : nil
        }
    }

    private func word(_ index: Int, in bytes: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
        func end(_ index: Int) -> Int {
            Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: ends + 4 * index, as: UInt32.self)))
        }
        let length = matrix - text
        let upper = min(end(index), length)
        let lower = min(index == 0 ? 0 : end(index - 1), upper)
        return bytes[(text + lower)..<(text + upper)]
    }
}
