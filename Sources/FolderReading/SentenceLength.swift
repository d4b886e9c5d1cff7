import Diagnostics
import Language

/// Warns of sentences that are too long to be heard or read with ease.
package enum SentenceLength {
    /// The texts of a key; each sentence of more than fifteen words is reported.
    package static func checked(_ key: String, of map: YAMLMap, _ findings: Findings) -> [String] {
        map.locatedTexts(key).map { text, line in
            check(text, line: line, findings)
            return text
        }
    }

    /// Reports each sentence of more than fifteen words.
    package static func check(_ text: String, line: Int?, _ findings: Findings) {
        let limit = Sentences.wordLimit
        for count in Sentences.cut(text).map({ Sentences.wordCount($0) }) where count > limit {
            let arguments = ["count": String(count), "limit": String(limit)]
            findings.report(.warning, "text.long-sentence", arguments, line: line)
        }
    }
}
