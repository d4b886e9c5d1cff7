/// What a recogniser of speech writes for words that it did not get: others that sound the same.
struct Mishearing: Sendable {
    private let alike: Swaps
    private let inflected: Misspellings
    private let rules: any ReadingRules
    /// Frequent words by their sound, each list in the order of the file.
    private let words: [String: [String]]

    /// Takes groups that sound alike, endings that do, and the words to choose from.
    init(alike: [String], inflected: Misspellings, frequent: [String], rules: any ReadingRules) {
        self.alike = Swaps(alike: alike)
        self.inflected = inflected
        self.rules = rules
        words = frequent.reduce(into: [:]) { words, word in
            let key = rules.soundKey(of: word)
            if words[key]?.contains(word) != true { words[key, default: []].append(word) }
        }
    }

    /// Mishears the words that begin at an index.
    ///
    /// - Returns: how many words were changed.
    func apply(at index: Int, to text: inout NoisyText, _ random: inout SplitMix) -> Int {
        let changed = alike.apply(at: index, to: &text, &random)
        if changed > 0 { return changed }
        let word = text.words[index].lowercased()
        let key = rules.soundKey(of: word)
        if let other = (words[key] ?? []).filter({ $0 != word }).pick(&random) {
            return text.replace(index..<index + 1, with: other)
        }
        if text.isFree(index..<index + 2), text.joint(after: index) != nil,
            let one = words[key + rules.soundKey(of: text.words[index + 1])]?.pick(&random), one.count > 3
        {
            return text.replace(index..<index + 2, with: one)
        }
        let ending = inflected.respelt(word, count: 1, &random)
        if let ending, random.chance(0.6) { return text.replace(index..<index + 1, with: ending) }
        return text.replace(index..<index + 1, with: split(key, &random) ?? ending ?? "")
    }

    /// Two frequent words that make a sound together.
    private func split(_ key: String, _ random: inout SplitMix) -> String? {
        let sounds = Array(key.utf8)
        guard (4...24).contains(sounds.count) else { return nil }
        let pairs = (2...sounds.count - 2).compactMap { cut -> String? in
            guard let first = words[String(decoding: sounds[..<cut], as: UTF8.self)]?.first,
                let second = words[String(decoding: sounds[cut...], as: UTF8.self)]?.first
            else { return nil }
            return first + " " + second
        }
        return pairs.pick(&random)
    }
}
