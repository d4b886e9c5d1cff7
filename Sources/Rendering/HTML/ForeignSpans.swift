import Language

/// Finds what a phrase holds of other languages, and keeps its place while grammar works on the rest.
///
/// A foreign text is replaced by one character of Unicode's private use, which no rule of writing touches, and put back as
/// markup when the sentence is done.
struct ForeignSpans {
    let language: String
    /// The language of the town's records where it is not the answer's.
    let recordLanguage: String?
    /// What those records say in it.
    let recordTexts: Set<String>
    private var spans: [(lang: String, text: String)] = []

    init(language: String, recordLanguage: String? = nil, recordTexts: Set<String> = []) {
        (self.language, self.recordLanguage, self.recordTexts) = (language, recordLanguage, recordTexts)
    }

    /// The phrase with a sign in place of each text that the language lacks.
    ///
    /// - Parameters:
    ///   - phrase: the phrase.
    ///   - agreement: what agrees with a noun, so that the words around its sign still do.
    /// - Returns: the phrase to write; ``restored(_:)`` puts the texts back.
    mutating func mark(_ phrase: Phrase, agreement: (Noun) -> Agreement = { _ in Agreement() }) -> Phrase {
        switch phrase {
        case .text(let texts):
            if let own = texts[language] { return .text([language: sign(ofRecord: own) ?? own]) }
            guard let first = texts.min(by: { $0.key < $1.key }), let sign = sign(first.value, first.key) else {
                return phrase
            }
            return .text([language: sign])
        case .key(let key, let values): return .key(key, values.mapValues { mark($0, agreement) })
        }
    }

    private mutating func mark(_ value: Value, _ agreement: (Noun) -> Agreement) -> Value {
        switch value {
        case .phrase(let phrase): return .phrase(mark(phrase, agreement: agreement))
        case .text(let text): return .text(sign(ofRecord: text) ?? text)
        case .noun(let noun):
            guard let sign = sign(ofRecord: noun.text) else { return value }
            let agreement = agreement(noun)
            return .noun(
                Noun(sign, gender: agreement.isFeminine ? .feminine : .masculine, isPlural: agreement.isPlural))
        case .list(let values):
            var marked: [Value] = []
            for value in values { marked.append(mark(value, agreement)) }
            return .list(marked)
        default: return value
        }
    }

    /// A sign for a text of the town's records that is said as it is; nil for any other text.
    private mutating func sign(ofRecord text: String) -> String? {
        guard let recordLanguage, recordTexts.contains(text) else { return nil }
        return sign(text, recordLanguage)
    }

    private mutating func sign(_ text: String, _ language: String) -> String? {
        guard spans.count < Self.most, let sign = Unicode.Scalar(Self.first + UInt32(spans.count)) else { return nil }
        spans.append((language, text))
        return String(Character(sign))
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
