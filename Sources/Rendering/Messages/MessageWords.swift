import Foundation
import Language

/// Words for a short message: characters that are not of GSM-7 replaced, as long as the meaning stays (rules S1 and S5).
///
/// The lists are those of `words/messages.yaml`: `instead` puts one word for another, `near` the neighbours of a character,
/// the best first, `other-word` the words that would become another one with the first neighbour. Such a word takes the
/// second ("sùr" for "sûr", which "sur" is not), or stays as it is.
struct MessageWords {
    private let instead: [String: String]
    private let near: [Character: [String]]
    private let otherWords: Set<String>

    init(_ lists: [String: [String]]) {
        var (instead, near): ([String: String], [Character: [String]]) = ([:], [:])
        for (key, words) in lists {
            if key.hasPrefix("instead."), let word = words.first { instead[String(key.dropFirst(8))] = word }
            if key.hasPrefix("near."), let character = key.dropFirst(5).first { near[character] = words }
        }
        (self.instead, self.near, otherWords) = (instead, near, Set(lists["other-word"] ?? []))
    }

    /// The text in GSM-7 wherever that keeps its meaning.
    func write(_ text: String) -> String {
        let text = Self.marks.reduce(text) { $0.replacing($1.0, with: $1.1) }
        var result = ""
        var word = ""
        for character in text {
            if character.isLetter || character == "°" || character == "²" || character == "³" {
                word.append(character)
            } else {
                result += written(word) + written(character)
                word = ""
            }
        }
        return result + written(word)
    }

    private func written(_ word: String) -> String {
        if word.isEmpty { return word }
        let small = word.lowercased()
        if let other = instead[small] { return Self.raised(other, like: word) }
        if GSMAlphabet.has(word) { return word }
        let index = otherWords.contains(small) ? 1 : 0
        return word.map { neighbour($0, index) ?? String($0) }.joined()
    }

    /// A character of the alphabet in the place of one that is not; nil when none keeps the meaning.
    private func neighbour(_ character: Character, _ index: Int) -> String? {
        if GSMAlphabet.has(String(character)) { return String(character) }
        let small = Character(character.lowercased())
        if let listed = near[small] {
            guard listed.indices.contains(index) else { return nil }
            let found = character.isUppercase ? Self.raised(listed[index], like: "A") : listed[index]
            // Capitals have fewer accents in the alphabet: "È" is not of it, "E" is.
            return GSMAlphabet.has(found) ? found : Self.bare(found)
        }
        return index == 0 ? Self.bare(String(character)) : nil
    }

    /// What is neither a letter nor in the alphabet: a space stands for it, so that no word joins another.
    private func written(_ character: Character) -> String {
        GSMAlphabet.has(String(character)) ? String(character) : Self.bare(String(character)) ?? " "
    }

    /// A character without its accents, when that is of the alphabet.
    private static func bare(_ text: String) -> String? {
        let letters = text.decomposedStringWithCompatibilityMapping.unicodeScalars.filter { !$0.properties.isDiacritic }
        let bare = String(String.UnicodeScalarView(letters))
        return !bare.isEmpty && GSMAlphabet.has(bare) ? bare : nil
    }

    private static func raised(_ word: String, like other: String) -> String {
        other.first?.isUppercase ?? false ? word.prefix(1).uppercased() + word.dropFirst() : word
    }

    /// Marks that every language writes, and what a telephone's keyboard has for them.
    private static let marks = [
        ("« ", "\""), (" »", "\""), ("«\u{A0}", "\""), ("\u{A0}»", "\""), ("«", "\""), ("»", "\""), ("“", "\""),
        ("”", "\""), ("’", "'"), ("‘", "'"), ("–", "-"), ("—", "-"), ("‑", "-"), ("−", "-"), ("…", "..."), ("•", "-"),
        ("×", "x"), ("\u{A0}", " "), ("\u{202F}", " "),
    ]
}
