/// The hashes of all words one edit away from a word, each in a few operations (see ``LexiconFormat/polynomial(_:)``).
struct SingleEdits {
    private let letters: [UInt8]
    /// Powers of the base, hashes of the word's beginnings, and of its endings as if they stood at the start.
    private var powers: [UInt64]
    private var heads: [UInt64]
    private var tails: [UInt64]

    init(_ word: some Sequence<UInt8>) {
        letters = Array(word)
        let count = letters.count
        powers = [UInt64](repeating: 1, count: count + 2)
        heads = [UInt64](repeating: 0, count: count + 1)
        tails = [UInt64](repeating: 0, count: count + 1)
        for index in 0..<count {
            powers[index + 1] = powers[index] &* LexiconFormat.base
            heads[index + 1] = heads[index] &+ UInt64(letters[index]) &* powers[index]
        }
        powers[count + 1] = powers[count] &* LexiconFormat.base
        for index in stride(from: count - 1, through: 0, by: -1) {
            tails[index] = tails[index + 1] &* LexiconFormat.base &+ UInt64(letters[index])
        }
    }

    /// The hash of the word itself.
    var own: UInt64 { heads[letters.count] }

    /// Calls a function with the hash of every deletion, swap, replacement and insertion.
    func forEach(alphabet: [UInt8], _ body: (UInt64) -> Void) {
        for index in letters.indices {
            body(heads[index] &+ tails[index + 1] &* powers[index])
            if index + 1 < letters.count, letters[index] != letters[index + 1] {
                let swapped = UInt64(letters[index + 1]) &+ UInt64(letters[index]) &* LexiconFormat.base
                body(heads[index] &+ swapped &* powers[index] &+ tails[index + 2] &* powers[index + 2])
            }
            let without = own &- UInt64(letters[index]) &* powers[index]
            for letter in alphabet where letter != letters[index] { body(without &+ UInt64(letter) &* powers[index]) }
        }
        for index in 0...letters.count {
            let around = heads[index] &+ tails[index] &* powers[index + 1]
            for letter in alphabet where index == 0 || letters[index - 1] != letter {
                body(around &+ UInt64(letter) &* powers[index])
            }
        }
    }
}
