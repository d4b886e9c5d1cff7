/// Slips of a finger on a keyboard.
struct KeyboardSlips: Sendable {
    /// The letters beside each one.
    private let neighbours: [Unicode.Scalar: [Unicode.Scalar]]

    /// Takes the letters beside each one.
    init(_ lists: [String: [String]]) {
        neighbours = lists.reduce(into: [:]) { result, entry in
            guard let key = entry.key.unicodeScalars.first else { return }
            result[key] = entry.value.compactMap(\.unicodeScalars.first)
        }
    }

    /// A word with one slip: another letter in place of one or beside it, a letter missing, two exchanged, one twice.
    ///
    /// - Returns: the word, or nil when it is too short or of other letters.
    func slip(_ word: String, _ random: inout SplitMix) -> String? {
        var letters = Array(word.unicodeScalars)
        guard letters.count > 2, letters.contains(where: { neighbours[$0] != nil }) else { return nil }
        // The first letter is the one that people look at.
        let index = random.chance(0.1) ? 0 : 1 + random.number(below: letters.count - 1)
        let beside = (neighbours[letters[index]] ?? []).pick(&random)
        switch random.number(below: 20) {
        case 0..<8: if let beside { letters[index] = beside } else { letters.remove(at: index) }
        case 8..<13: letters.remove(at: index)
        case 13..<17:
            let other = index + 1 < letters.count ? index + 1 : index - 1
            if letters[other] == letters[index] { letters.remove(at: index) } else { letters.swapAt(index, other) }
        case 17..<19: letters.insert(letters[index], at: index)
        default: letters.insert(beside ?? letters[index], at: index)
        }
        var result = ""
        result.unicodeScalars.append(contentsOf: letters)
        return result
    }
}
