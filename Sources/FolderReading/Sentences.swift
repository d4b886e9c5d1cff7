import Diagnostics

/// Warns of sentences that are too long to be heard or read with ease.
package enum Sentences {
    /// The most words that a sentence may have.
    package static let wordLimit = 15

    /// The texts of a key; each sentence of more than fifteen words is reported.
    package static func checked(_ key: String, of map: YAMLMap, _ findings: Findings) -> [String] {
        map.locatedTexts(key).map { text, line in
            check(text, line: line, findings)
            return text
        }
    }

    /// Reports each sentence of more than fifteen words.
    package static func check(_ text: String, line: Int?, _ findings: Findings) {
        for sentence in sentences(of: text) {
            // A lone "?" or ":" between spaces is no word.
            let words = sentence.split(whereSeparator: \.isWhitespace).filter {
                $0.contains { $0.isLetter || $0.isNumber }
            }
            if words.count > wordLimit {
                let arguments = ["count": String(words.count), "limit": String(wordLimit)]
                findings.report(.warning, "text.long-sentence", arguments, line: line)
            }
        }
    }

    /// Cuts after `.`, `?` or `!` when white space or the end follows.
    private static func sentences(of text: String) -> [Substring] {
        var (result, start): ([Substring], String.Index) = ([], text.startIndex)
        for index in text.indices where ".?!".contains(text[index]) {
            let next = text.index(after: index)
            if next == text.endIndex || text[next].isWhitespace {
                result.append(text[start..<next])
                start = next
            }
        }
        return result + [text[start...]]
    }
}
