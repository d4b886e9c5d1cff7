import Foundation
import Language

/// The French lexicon and a speller with the topics' words, as the repository's files make them.
enum Spelling {
    static let list = FileManager.default.contents(atPath: TestFrench.folder + "/lexicon/words.tsv") ?? Data()
    static let compiled = Lexicon.compile(list, rules: Reading.french)
    static let lexicon = Lexicon(data: compiled)

    /// The example sentences of the topics, without their places for values.
    static let examples = TestFrench.files.topics.sorted { $0.key < $1.key }.flatMap { _, topic in
        topic.examples.sorted { $0.key < $1.key }.flatMap(\.value).map { $0.replacing(#/\{[^}]*\}/#, with: " ") }
    }

    static let speller = Speller(
        rules: Reading.french, lexicon: lexicon, words: TestFrench.files.words, favouring: examples)

    /// A sentence as understanding gets it: the folded words.
    static func understood(_ text: String) -> String {
        let tokens: [Token] = speller.corrected(Reading.french.tokens(in: text))
        return tokens.map(\.folded).joined(separator: " ")
    }

    static func respelt(_ text: String) -> String { speller.corrected(text) }

    /// The words of a text, for counting how many differ.
    static func words(_ text: String) -> [Substring] {
        text.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’" || $0 == "-") }
    }

    /// How many words must be put in, left out or replaced to make one text of another.
    static func distance(_ one: String, _ other: String) -> Int {
        let (from, to) = (words(one.lowercased()), words(other.lowercased()))
        var row = Array(0...to.count)
        for index in from.indices {
            var corner = row[0]
            row[0] = index + 1
            for column in to.indices {
                let above = row[column + 1]
                row[column + 1] = min(row[column] + 1, above + 1, corner + (from[index] == to[column] ? 0 : 1))
                corner = above
            }
        }
        return row[to.count]
    }
}
