/// Spellings inside words with what is written in their place: "eau" for "o".
///
/// A spelling may have marks around it: `^` and `$` for the ends of the word, `V` for a vowel beside it, `C` for a
/// consonant, `N` for the end of the word or a consonant that is none of "m", "n", "h".
struct Misspellings: Sendable {
    private struct Rule: Sendable {
        let before: Unicode.Scalar?
        let letters: [Unicode.Scalar]
        let after: Unicode.Scalar?
        let alternatives: [String]

        /// How much the rule asks for: the longest spelling counts, then the one with more around it.
        var length: Int { letters.count * 3 + (before == nil ? 0 : 1) + (after == nil ? 0 : 1) }
    }

    /// By the first letter, the longest first.
    private var rules: [Unicode.Scalar: [Rule]] = [:]
    private let vowels: Set<Unicode.Scalar>

    /// Takes spellings with their alternatives; none keeps the spelling as it is.
    init(_ lists: [String: [String]], vowels: Set<Unicode.Scalar>) {
        self.vowels = vowels
        for key in lists.keys.sorted() {
            var letters = Array(key.unicodeScalars)
            let before = letters.first.flatMap { "^VC".unicodeScalars.contains($0) ? $0 : nil }
            let after = letters.last.flatMap { "$VCN".unicodeScalars.contains($0) ? $0 : nil }
            if before != nil { letters.removeFirst() }
            // "Ce$": the end of the word after "e"; "VsV": a vowel on both sides.
            if after != nil, !letters.isEmpty { letters.removeLast() }
            guard let first = letters.first else { continue }
            let rule = Rule(before: before, letters: letters, after: after, alternatives: lists[key] ?? [])
            rules[first, default: []].append(rule)
        }
        for key in rules.keys { rules[key]?.sort { $0.length > $1.length } }
    }

    /// A word with some of its spellings changed.
    ///
    /// - Parameters:
    ///   - word: the word, in any case.
    ///   - count: how many spellings to change at most.
    ///   - random: what chooses.
    /// - Returns: the word in lower case, or nil when no spelling of it has an alternative.
    func respelt(_ word: String, count: Int, _ random: inout SplitMix) -> String? {
        let letters = Array(word.lowercased().unicodeScalars)
        guard letters.count > 2 else { return nil }
        var places = places(in: letters)
        var chosen: [(start: Int, end: Int, text: String)] = []
        while chosen.count < count, !places.isEmpty {
            let place = places.remove(at: random.number(below: places.count))
            guard let text = place.rule.alternatives.pick(&random) else { continue }
            chosen.append((place.start, place.start + place.rule.letters.count, text))
        }
        guard !chosen.isEmpty else { return nil }
        var result = ""
        var next = 0
        for change in chosen.sorted(by: { $0.start < $1.start }) {
            result.unicodeScalars.append(contentsOf: letters[next..<change.start])
            result += change.text
            next = change.end
        }
        result.unicodeScalars.append(contentsOf: letters[next...])
        return result.isEmpty || result.unicodeScalars.elementsEqual(letters) ? nil : result
    }

    private func places(in letters: [Unicode.Scalar]) -> [(start: Int, rule: Rule)] {
        var places: [(start: Int, rule: Rule)] = []
        var index = 0
        while index < letters.count {
            guard let rule = rules[letters[index]]?.first(where: { fits($0, letters, index) }) else {
                index += 1
                continue
            }
            if !rule.alternatives.isEmpty { places.append((index, rule)) }
            index += rule.letters.count
        }
        return places
    }

    private func fits(_ rule: Rule, _ letters: [Unicode.Scalar], _ start: Int) -> Bool {
        let end = start + rule.letters.count
        guard end <= letters.count, letters[start..<end].elementsEqual(rule.letters) else { return false }
        return allows(rule.before, start > 0 ? letters[start - 1] : nil)
            && allows(rule.after, end < letters.count ? letters[end] : nil)
    }

    /// Whether a mark is true of the letter beside a spelling; nil is the end of the word.
    private func allows(_ mark: Unicode.Scalar?, _ letter: Unicode.Scalar?) -> Bool {
        switch (mark, letter) {
        case (nil, _): true
        case ("^", let letter), ("$", let letter): letter == nil
        case ("N", nil): true
        case (_, nil): false
        case ("V", let letter?): vowels.contains(letter)
        case ("N", let letter?): !vowels.contains(letter) && letter != "m" && letter != "n" && letter != "h"
        case (_, let letter?): !vowels.contains(letter)
        }
    }
}
