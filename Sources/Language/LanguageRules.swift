/// The grammar of a language, for reading and for writing: one folder of this module each.
public typealias LanguageRules = ReadingRules & WritingRules

/// The languages whose grammar is known.
public enum Languages {
    /// The codes of the languages that have a folder of grammar here.
    public static let withGrammar: Set<String> = ["fr"]

    /// The grammar of a language; for one that has none here, what can be done with its words alone.
    ///
    /// - Parameters:
    ///   - language: the language's code: `fr`.
    ///   - words: its word lists, as ``LocaleFiles/words``.
    /// - Returns: its rules, or ``PlainLanguage``.
    public static func rules(for language: String, words: [String: [String: [String]]]) -> any LanguageRules {
        switch language {
        case "fr": French(words: words)
        default: PlainLanguage()
        }
    }
}
