public import CivilTime
public import Diagnostics
public import Dialogue
internal import Language
internal import Rendering
internal import TopicKit
internal import Town
public import TownStore
internal import Understanding

/// A town hall's assistant in one language: a town, its topics and an understanding, put together.
///
/// What a program that embeds Parvis needs: open one, begin a ``conversation(_:)``, give it utterances, and render the turns.
public struct Assistant: Sendable {
    /// The clock on the town's wall.
    public let clock: TownClock
    /// What is wrong with the topics and, where they were just compiled, with the town's files and the language's.
    public let problems: [Diagnostic]

    let setting: Setting
    let renderer: Renderer
    /// The language of the town's records: `fr`.
    let recordLanguage: String
    /// What the records say in it although the answer is in another language.
    let recordTexts: Set<String>
    let files: LocaleFiles
    let folder: TownFolder
    /// The folder of the language.
    let words: String
    let store: Store

    /// Opens a town.
    ///
    /// - Parameters:
    ///   - town: the town's folder; the example commune when nil.
    ///   - locale: the language of the answers.
    ///   - root: where the languages and the example are; found when nil.
    ///   - place: where requests and counts are kept; the town's place on this computer when nil. A rehearsal, such as a
    ///     story, keeps them in memory.
    /// - Returns: the assistant, its topics not yet made and its store not yet opened.
    /// - Throws: ``OpeningError`` when the data, the town or the language is missing.
    public static func open(
        town: String? = nil, locale: String = "fr", root: DataRoot? = nil, place: StorePlace? = nil
    ) throws(OpeningError) -> Assistant {
        let (root, folder) = try locate(town: town, locale: locale, root: root)
        let words = root.locale(locale)
        let cache = CompiledCache(inputs: [words, folder.path])
        let start = Start.read(root: root, language: locale, folder: folder, cache: cache)
        guard let clock = TownClock(zone: start.settings.timeZone) else {
            throw OpeningError(.noZone(start.settings.timeZone))
        }
        let records = TownRecords(folder: folder, language: locale, cache: cache)
        let manifests = cache.value("manifests.json") {
            Dictionary(uniqueKeysWithValues: BuiltInTopics.all.map { ($0.id, $0.make(records).manifest) })
        }
        let topics = BuiltInTopics.all.compactMap { topic in
            manifests[topic.id].map { manifest in LazyTopic(manifest: manifest) { topic.make(records) } }
        }
        let rules = Languages.rules(for: locale, words: start.files.words)
        let knowledge = knowledge(rules: rules, files: start.files, folder: words, cache: cache)
        let store = Store(
            place ?? self.place(of: start, folder: folder.path),
            topics: topics.map(\.manifest.id) + [CallbackTopic.id],
            intents: topics.flatMap { $0.manifest.intents.map(\.id) } + Registry.coreIntents(start.files),
            clock: retentionClock)
        let whole = Registry.load(topics + [CallbackTopic(filing: store.requests)], files: start.files)
        let (registry, judged) = apart(whole, knowledge: knowledge, language: locale, cache: cache)
        return Assistant(
            clock: clock,
            problems: start.problems + registry.diagnostics
                + LanguageGaps(files: start.files).inKnowledge(hasLexicon: knowledge.lexicon != nil),
            setting: Setting(
                registry: registry.value,
                understanding: understanding(registry.value, judged, knowledge: knowledge, cache: cache),
                profile: start.settings.profile, calendar: start.settings.calendar, desk: start.settings.desk,
                filing: store.requests, outcomes: store.outcomes, locale: locale, languages: root.languages),
            renderer: Renderer(
                book: PhraseBook(files: start.files, rules: rules), shortLinks: start.settings.shortLinks),
            recordLanguage: start.settings.language, recordTexts: start.recordTexts,
            files: start.files, folder: folder, words: words, store: store)
    }

    /// Finds the data and the town's folder, and makes sure that the language is there.
    static func locate(
        town: String?, locale: String, root: DataRoot?
    ) throws(OpeningError) -> (root: DataRoot, folder: TownFolder) {
        guard let root = root ?? DataRoot.find() else { throw OpeningError(.noData) }
        guard root.languages.contains(locale) else { throw OpeningError(.noLanguage(locale, known: root.languages)) }
        let folder = TownFolder(town ?? root.exampleTown)
        guard folder.exists else { throw OpeningError(.noTown(folder.path)) }
        return (root, folder)
    }

    /// What a clerk should know at a start: sources that expire, and how many problems the files have.
    public func notices(today: Day) -> [String] {
        let errors = problems.filter { $0.severity == .error }.count
        let count = errors == 0 ? [] : [Diagnostic(.warning, "check.errors", ["count": String(errors)])]
        return (folder.sourceDates(today: today) + count).map(message)
    }

    /// Begins a conversation, or takes one up.
    public func conversation(_ state: ConversationState = ConversationState()) -> Conversation {
        Conversation(setting: setting, state: state)
    }

    /// The topics that take no other's questions, judged once for each state of the inputs.
    ///
    /// - Returns: the topics; and, where they were judged just now and all stay, the judgement, which training builds upon.
    private static func apart(
        _ whole: Checked<Registry>, knowledge: Knowledge, language: String, cache: CompiledCache
    ) -> (registry: Checked<Registry>, judged: CrossValidation?) {
        var judged: CrossValidation?
        let overlaps = cache.value("overlaps.json") {
            let judgement = whole.value.judged(knowledge: knowledge)
            judged = judgement
            return whole.value.overlaps(judgement)
        }
        let apart = whole.value.refusing(overlaps, language: language)
        return (
            Checked(apart.value, whole.diagnostics + apart.diagnostics), overlaps.isEmpty ? judged : nil
        )
    }

    /// The trained understanding, from the cache where it is there.
    private static func understanding(
        _ registry: Registry, _ judged: CrossValidation?, knowledge: Knowledge, cache: CompiledCache
    ) -> Understanding {
        let name = "understanding.bin"
        if let compiled = cache.data(name), let known = Understanding(compiled: compiled, knowledge: knowledge) {
            return known
        }
        let trained = Understanding(judged ?? registry.judged(knowledge: knowledge))
        cache.store(trained.compiled(), name)
        return trained
    }
}
