import Language

/// Finds what a phrase holds of other languages, and keeps its place while grammar works on the rest.
///
/// A foreign text is replaced by one character of Unicode's private use, which no rule of writing touches, and put back as
/// markup when the sentence is done.
struct ForeignSpans {
    let language: String
    private var spans: [(lang: String, text: String)] = []

    init(language: String) { self.language = language }

    /// The phrase with a sign in place of each text that the language lacks.
    mutating func mark(_ phrase: Phrase) -> Phrase {
        switch phrase {
        case .text(let texts):
            guard texts[language] == nil, let first = texts.min(by: { $0.key < $1.key }),
                let sign = Unicode.Scalar(Self.first + UInt32(spans.count)), spans.count < Self.most
            else { return phrase }
            spans.append((first.key, first.value))
            return .text([language: String(Character(sign))])
        case .key(let key, let values): return .key(key, values.mapValues { mark($0) })
        }
    }

    private mutating func mark(_ value: Value) -> Value {
        switch value {
        case .phrase(let phrase): return .phrase(mark(phrase))
        case .list(let values):
            var marked: [Value] = []
            for value in values { marked.append(mark(value)) }
            return .list(marked)
        default: return value
        }
    }

    /// Escaped text with each sign replaced by a `span` that holds what it stands for.
    func restored(_ text: String) -> String {
        guard !spans.isEmpty else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            let index = Int(scalar.value) - Int(Self.first)
            if spans.indices.contains(index) {
                result += HTMLText.element("span", lang: spans[index].lang, HTMLText.escaped(spans[index].text))
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static let first: UInt32 = 0xE100
    private static let most = 256
}
