/// What a misspelling costs, in hundredths of a plain slip: the keyboard, the ear and the pen each have their own.
///
/// An edit distance of Damerau's with optimal string alignment; letters that stand side by side on the keyboard or that sound
/// alike cost less to take for one another, a doubled or silent letter less to forget.
struct SpellingCost: Sendable {
    /// What is the same for every language.
    enum Weight {
        static let plain: Int32 = 100
        static let swapped: Int32 = 70
        static let neighbour: Int32 = 85
        static let confused: Int32 = 65
        static let other: Int32 = 110
        static let doubled: Int32 = 45
        static let silent: Int32 = 55
        static let accentMissing: Int32 = 4
        static let accentWrong: Int32 = 18
        static let firstLetter: Int32 = 45
    }

    /// Costs of taking one letter for another, 32 × 32 by the low bits of the letters.
    private var replacing = [Int32](repeating: Weight.other, count: 1024)
    private var isSilentAtEnd = [Bool](repeating: false, count: 32)
    private var isSilent = [Bool](repeating: false, count: 32)

    /// Makes the costs from a language's lists: `keyboard` rows, `alike` pairs of letters, `silent` letters and `silent-ending`.
    init(_ lists: [String: [String]]) {
        let rows = (lists["keyboard"] ?? []).map { Array($0.utf8) }
        for (number, row) in rows.enumerated() {
            for (column, letter) in row.enumerated() {
                let below = number + 1 < rows.count ? rows[number + 1] : []
                let near = [column + 1].compactMap { row.indices.contains($0) ? row[$0] : nil }
                    + [column - 1, column].compactMap { below.indices.contains($0) ? below[$0] : nil }
                for other in near { set(letter, other, Weight.neighbour) }
            }
        }
        for pair in lists["alike"] ?? [] {
            let letters = Array(pair.utf8)
            if letters.count == 2 { set(letters[0], letters[1], Weight.confused) }
        }
        for letter in 0..<32 { replacing[letter << 5 | letter] = 0 }
        for letter in (lists["silent"] ?? []).flatMap(\.utf8) { isSilent[Int(letter & 31)] = true }
        for letter in (lists["silent-ending"] ?? []).flatMap(\.utf8) { isSilentAtEnd[Int(letter & 31)] = true }
    }

    private mutating func set(_ one: UInt8, _ other: UInt8, _ cost: Int32) {
        replacing[Int(one & 31) << 5 | Int(other & 31)] = cost
        replacing[Int(other & 31) << 5 | Int(one & 31)] = cost
    }

    /// What it costs to write `typed` for `meant`, or a large number once it is more than `limit`.
    ///
    /// - Parameters:
    ///   - typed: the letters written.
    ///   - meant: the letters of the right word.
    ///   - limit: above which the cost does not matter.
    ///   - rows: working memory, reused.
    /// - Returns: the cost in hundredths.
    func callAsFunction(
        _ typed: SpelledLetters, _ meant: SpelledLetters, limit: Int32, rows: inout [Int32]
    ) -> Int32 {
        let (height, width) = (typed.count, meant.count)
        let stride = width + 1
        if rows.count < (height + 1) * stride { rows = [Int32](repeating: 0, count: (height + 1) * stride * 2) }
        return rows.withUnsafeMutableBufferPointer { rows in
            rows[0] = 0
            for column in 0..<width { rows[column + 1] = rows[column] + missing(meant, column) }
            for row in 1..<(height + 1) {
                let start = row * stride
                let typedExtra = extra(typed, row - 1)
                rows[start] = rows[start - stride] + typedExtra
                var least = rows[start]
                for column in 1..<(width + 1) {
                    let index = start + column
                    var cost = rows[index - stride - 1] + replaced(typed, row - 1, meant, column - 1)
                    cost = min(cost, rows[index - stride] + typedExtra)
                    cost = min(cost, rows[index - 1] + missing(meant, column - 1))
                    if row > 1, column > 1, typed.bases[row - 1] == meant.bases[column - 2],
                        typed.bases[row - 2] == meant.bases[column - 1], typed.bases[row - 1] != typed.bases[row - 2]
                    {
                        cost = min(cost, rows[index - 2 * stride - 2] + Weight.swapped)
                    }
                    rows[index] = cost
                    least = min(least, cost)
                }
                if least > limit { return Int32.max / 2 }
            }
            let differs = height > 0 && width > 0 && typed.bases[0] != meant.bases[0]
            return rows[height * stride + width] + (differs ? Weight.firstLetter : 0)
        }
    }

    private func replaced(_ typed: SpelledLetters, _ row: Int, _ meant: SpelledLetters, _ column: Int) -> Int32 {
        let (one, other) = (typed.bases[row], meant.bases[column])
        if one == other {
            let (mine, its) = (typed.accents[row], meant.accents[column])
            return mine == its ? 0 : mine == 0 ? Weight.accentMissing : Weight.accentWrong
        }
        return one >= 0x60 && other >= 0x60 ? replacing[Int(one & 31) << 5 | Int(other & 31)] : Weight.other
    }

    /// The cost of forgetting a letter of the right word.
    private func missing(_ meant: SpelledLetters, _ index: Int) -> Int32 {
        let letter = meant.bases[index]
        if letter == 0x2D || letter == 0x27 { return 25 }
        if index > 0, meant.bases[index - 1] == letter { return Weight.doubled }
        if isSilent[Int(letter & 31)] || (index >= meant.count - 2 && isSilentAtEnd[Int(letter & 31)]) {
            return Weight.silent
        }
        return Weight.plain
    }

    /// The cost of a letter too many.
    private func extra(_ typed: SpelledLetters, _ index: Int) -> Int32 {
        let letter = typed.bases[index]
        if letter == 0x2D || letter == 0x27 { return 25 }
        if index > 0, typed.bases[index - 1] == letter { return Weight.doubled }
        if isSilent[Int(letter & 31)] || (index == typed.count - 1 && isSilentAtEnd[Int(letter & 31)]) {
            return Weight.silent
        }
        return Weight.plain
    }
}
