/// The grammar of a language, for reading and for writing: one folder of this module each.
public typealias LanguageRules = ReadingRules & WritingRules

/// The languages whose grammar is known.
public enum Languages {
    /// The codes of the languages that have a folder of grammar here.
    public static let withGrammar: Set<String> = ["en", "fr"]

    /// Whether a language is written from right to left.
    public static func isRightToLeft(_ language: String) -> Bool {
        ["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"].contains(language.prefix { $0 != "-" })
    }

    /// The grammar of a language; for one that has none here, what can be done with its words alone.
    ///
    /// - Parameters:
    ///   - language: the language's code: `fr`.
    ///   - words: its word lists, as ``LocaleFiles/words``.
    /// - Returns: its rules, or ``PlainLanguage``.
    public static func rules(for language: String, words: [String: [String: [String]]]) -> any LanguageRules {
        switch language {
        case "en": English(words: words)
        case "fr": French(words: words)
        default: PlainLanguage(isRightToLeft: isRightToLeft(language))
        }
    }
}
