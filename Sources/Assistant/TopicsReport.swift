internal import Diagnostics
internal import Dialogue
internal import Language
internal import Town

/// What `parvis topics check` says of the topics of a town in a language.
public struct TopicsReport: Sendable {
    /// A line a problem, `file:line: severity: what: how to mend`; one line that says so when there is none.
    public let lines: [String]
    /// Whether a topic is refused.
    public let hasErrors: Bool

    /// Checks the topics: that each is whole, and that none takes the questions of another.
    ///
    /// - Parameters:
    ///   - directory: a folder with the words of the topics, as `Locales/fr`; that of the language when nil.
    ///   - town: the town's folder; the example commune when nil.
    ///   - locale: the language of the topics and of the report.
    ///   - root: where the languages are; found when nil.
    /// - Returns: the problems, in the order of the topics.
    /// - Throws: ``OpeningError`` when the town or the language is missing.
    public static func check(
        directory: String? = nil, town: String? = nil, locale: String = "fr", root: DataRoot? = nil
    ) throws(OpeningError) -> TopicsReport {
        let (root, folder) = try Assistant.locate(town: town, locale: locale, root: root)
        let words = LocaleFiles.load(directory: directory ?? root.locale(locale))
        let rules = Languages.rules(for: locale, words: words.value.words)
        let cache = CompiledCache(inputs: [root.locale(locale), folder.path])
        let records = TownRecords(folder: folder, language: locale, cache: cache)
        let knowledge = Assistant.knowledge(
            rules: rules, files: words.value, folder: root.locale(locale), cache: cache)
        let registry = Registry.load(BuiltInTopics.all.map { $0.make(records) }, files: words.value)
        let apart = registry.value.refusing(
            registry.value.overlaps(registry.value.judged(knowledge: knowledge)), language: locale)
        let found = words.diagnostics + registry.diagnostics + apart.diagnostics
        let messages = directory == nil ? words.value : LocaleFiles.load(directory: root.locale(locale)).value
        let printer = DiagnosticPrinter(messages)
        return TopicsReport(
            lines: found.isEmpty ? messages.words["diagnostics"]?["topics.fine"] ?? [] : found.map(printer.line),
            hasErrors: found.contains { $0.severity == .error })
    }
}
