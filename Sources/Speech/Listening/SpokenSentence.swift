public import Language

/// Writes texts as a recogniser's dictionary has their words: figures in words, everything in lower case, "l'" on its own.
public struct SpokenSentence: Sendable {
    private let rules: any LanguageRules

    /// Takes the grammar of a language.
    public init(_ rules: any LanguageRules) { self.rules = rules }

    /// The words of a text, in order: "L'école, 8 h 30" gives `l' école huit heures trente`.
    public func words(of text: String) -> [String] {
        rules.tokens(in: rules.spoken(text)).map { token in
            token.text.lowercased() + (token.link == .apostrophe ? "'" : "")
        }.filter { $0.contains(where: \.isLetter) }
    }

    /// The words of a text, separated by spaces.
    public func line(_ text: String) -> String { words(of: text).joined(separator: " ") }
}
