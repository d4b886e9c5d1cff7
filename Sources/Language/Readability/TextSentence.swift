/// A sentence of a text with its words, as a reader meets them.
public struct TextSentence: Sendable, Hashable {
    /// The sentence as written, without the number of a list.
    public let text: String
    /// The line of the text on which it stands, from 1.
    public let line: Int
    /// Its words; figures, signs and addresses are none.
    let words: [ReadWord]
    /// Its words and figures as the language cuts them.
    let tokens: [Token]

    /// How many words it has: "l'école" is two, "rendez-vous" one, "24" none.
    public var wordCount: Int { words.count }
}

/// A word of a sentence; words joined by hyphens are one.
struct ReadWord: Sendable, Hashable {
    /// The word as written.
    let text: String
    /// The tokens that it is made of, as indices in the sentence's.
    let tokens: Range<Int>
    /// Whether an apostrophe ties it to the next word: "l'", "qu'".
    let isElided: Bool

    /// Whether its first letter is a capital.
    var isCapitalised: Bool { text.first?.isUppercase ?? false }
}

/// Cuts a text into sentences.
public enum Sentences {
    /// The most words that a sentence may have (rule X1).
    public static let wordLimit = 15

    private static let ends: Set<Character> = [".", "?", "!", "…", ";", ":"]

    /// The sentences of a line: a mark that ends or cuts one (`.?!…;:`) counts before white space or the end.
    ///
    /// A colon and a semicolon end a sentence too: a reader stops there, and a voice pauses.
    ///
    /// - Parameters:
    ///   - line: a text without line breaks.
    ///   - abbreviations: short forms whose point ends nothing, in lower case with it: "mme.".
    /// - Returns: the stretches that hold a letter or a digit, their marks with them.
    public static func cut(_ line: some StringProtocol, keeping abbreviations: Set<String> = []) -> [String] {
        var (result, start): ([String], String.Index) = ([], line.startIndex)
        for index in line.indices where ends.contains(line[index]) {
            let next = line.index(after: index)
            guard next == line.endIndex || line[next].isWhitespace else { continue }
            let word = line[start..<next].split(whereSeparator: \.isWhitespace).last ?? ""
            if line[index] == ".", abbreviations.contains(word.lowercased()) { continue }
            result.append(String(line[start..<next]))
            start = next
        }
        result.append(String(line[start...]))
        return result.map { $0.trimmed }.filter { $0.contains { $0.isLetter || $0.isNumber } }
    }

    /// How many words a sentence has by its marks alone, where the language is not known.
    ///
    /// What an apostrophe parts is two words, what a hyphen joins is one, and a figure is none.
    public static func wordCount(_ sentence: some StringProtocol) -> Int {
        sentence.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
            .count { word in word.contains(where: \.isLetter) && !word.contains(where: \.isNumber) }
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(String(start).reversed().drop(while: \.isWhitespace).reversed())
    }
}
