internal import Dialogue
internal import Language
internal import Understanding

extension Assistant {
    /// Corrects what people write, in the assistant's language and with the town's words.
    public var spelling: SpellingReading { SpellingReading(speller: setting.understanding.speller) }
}

/// Corrects texts.
public struct SpellingReading: Sendable {
    let speller: Speller

    /// A text respelt, and the words of it that are changed or not known.
    public func respelt(_ text: String) -> SpellingObject {
        SpellingObject(
            text: speller.corrected(text),
            words: speller.misspellings(in: text).map {
                SpellingObject.Word(text: $0.text, suggestions: $0.suggestions)
            })
    }
}

/// A text respelt, as other programs read it.
public struct SpellingObject: Sendable, Encodable {
    /// A word that is changed or not known.
    struct Word: Sendable, Encodable {
        let text: String
        let suggestions: [String]
    }

    /// The text respelt.
    public let text: String
    let words: [Word]
}
