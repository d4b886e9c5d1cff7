internal import Diagnostics
internal import Dialogue
internal import Foundation
internal import Language
internal import Rendering
internal import TopicKit
internal import Town
internal import TownStore
internal import Understanding

/// How an assistant was opened, to open it again when its topics change.
struct AssistantMaker: Sendable {
    let root: DataRoot
    let town: String
    private(set) var locale: String
    /// Folders of packs that the town gets besides its own.
    let packs: [TopicFolder]
    /// Whether what one person asked is not read again for the next one who asks the same.
    let sharesReadings: Bool
    /// The clerk's log, the same for every assistant that comes after this one.
    let journal = Journal()

    /// Finds the data and the town's folder, and makes sure that the language is there.
    init(
        town: String?, locale: String, root: DataRoot?, packs: [String] = [], sharesReadings: Bool = false
    ) throws(OpeningError) {
        let root = if let root { root } else { try DataRoot.required() }
        guard root.languages.contains(locale) else { throw OpeningError(.noLanguage(locale, known: root.languages)) }
        (self.root, self.locale, self.sharesReadings) = (root, locale, sharesReadings)
        self.packs = packs.map(TopicFolder.init)
        self.town = town ?? root.exampleTown
        guard folder.exists else { throw OpeningError(.noTown(self.town)) }
    }

    /// The same town in another language; nil where there is no such language.
    func speaking(_ language: String) -> AssistantMaker? {
        guard root.languages.contains(language) else { return nil }
        var other = self
        other.locale = language
        return other
    }

    /// The town's folder, as it is now.
    var folder: TownFolder { TownFolder(town) }
    /// The folders of its topics.
    var topics: TopicFolders { TopicFolders(town: town, root: root, besides: packs) }
    /// The folder of the language.
    var words: String { root.locale(locale) }

    /// Opens the town.
    ///
    /// - Parameters:
    ///   - previous: the assistant to which this one comes after; what is still the same is taken from it.
    ///   - place: where requests and counts are kept; that of the town, or of the previous assistant, when nil.
    ///   - kept: topics to use as they were instead of as their folders are now, by id.
    /// - Returns: the assistant, its built-in topics not yet made.
    /// - Throws: ``OpeningError`` when the town has no clock.
    func make(
        after previous: Assistant? = nil, place: StorePlace? = nil, keeping kept: [String: OpenedTopic] = [:]
    ) throws(OpeningError) -> Assistant {
        let (folder, stamp) = (folder, TopicStamp(self))
        let base = CompiledCache(inputs: [words])
        let cache = cache(after: base)
        let start = Start.read(root: root, language: locale, folder: folder, base: base, cache: cache)
        guard let clock = TownClock(zone: start.settings.timeZone) else {
            throw OpeningError(.noZone(start.settings.timeZone))
        }
        let (opened, strays) = TopicDoors.open(
            topics.folders,
            TopicDoorSetting(
                locale: locale, settings: start.settings.topics, profile: start.settings.profile, cache: cache,
                log: journal.log(DiagnosticPrinter(start.files))))
        let used = opened.map { kept[$0.folder.id] ?? $0 }
        let lineup = TopicLineup(
            builtIn: builtIn(folder, cache), opened: used, settings: start.settings.topics, files: start.files)
        let files = start.files.adding(lineup.installed)
        let rules = Languages.rules(for: locale, words: files.words)
        let knowledge =
            previous?.files.words == files.words
            ? previous?.setting.understanding.knowledge : nil
        let known =
            knowledge ?? Assistant.knowledge(rules: rules, files: start.files, folder: words, cache: base)
        let store = previous?.store ?? Assistant.store(of: start, folder: folder, place: place)
        let whole = Registry.load(lineup.installed + [callback(store)], files: start.files)
        let (registry, understanding) = understood(
            whole, known, cache: kept.isEmpty ? cache : nil, previous: previous)
        let counter =
            previous?.counter
            ?? OutcomeCounter(
                store.counts, topics: registry.value.entries.map(\.manifest.id),
                intents: registry.value.definitions.flatMap { $0.manifest.intents.map(\.id) })
        return Assistant(
            clock: clock,
            filesProblems: start.problems
                + LanguageGaps(files: start.files).inKnowledge(hasLexicon: known.lexicon != nil),
            topicProblems: strays + lineup.diagnostics + registry.diagnostics,
            setting: Setting(
                registry: registry.value, understanding: understanding, profile: start.settings.profile,
                calendar: start.settings.calendar, desk: start.settings.desk,
                filing: store.requests, outcomes: counter, locale: locale, languages: root.languages,
                sharesReadings: sharesReadings),
            renderer: Renderer(book: PhraseBook(files: files, rules: rules), shortLinks: start.settings.shortLinks),
            recordLanguage: start.settings.language, recordTexts: start.recordTexts, files: files, folder: folder,
            page: start.settings.page, screen: start.settings.screen,
            words: root.locale(locale),
            store: store, counter: counter, maker: self, topics: lineup.lines(of: registry.value), opened: used,
            stamp: stamp)
    }

    /// What is kept of the town and its topics, after what is kept of the language.
    private func cache(after base: CompiledCache) -> CompiledCache {
        CompiledCache(
            inputs: [town] + topics.roots.dropFirst().map(\.path) + packs.map(\.path), after: base)
    }

    /// The topics of the program alone, without what understands them.
    func builtIn() -> [InstalledTopic] { builtIn(folder, cache(after: CompiledCache(inputs: [words]))) }

    // MARK: Parts

    /// The topics of the program, each made at the first question put to it.
    private func builtIn(_ folder: TownFolder, _ cache: CompiledCache) -> [InstalledTopic] {
        let records = TownRecords(folder: folder, language: locale, cache: cache)
        let manifests = cache.value("manifests.json") {
            Dictionary(uniqueKeysWithValues: BuiltInTopics.all.map { ($0.id, $0.make(records).manifest) })
        }
        return BuiltInTopics.all.compactMap { topic in
            manifests[topic.id].map { manifest in
                InstalledTopic(LazyTopic(manifest: manifest) { topic.make(records) }, language: locale)
            }
        }
    }

    /// The conversation's own form, which every town has.
    private func callback(_ store: Store) -> InstalledTopic {
        InstalledTopic(CallbackTopic(filing: store.requests), language: locale)
    }

    /// The topics that take no other's questions, and what understands them: as before where nothing that is learnt from
    /// changed, else from the cache, else judged and trained.
    private func understood(
        _ whole: Checked<Registry>, _ knowledge: Knowledge, cache: CompiledCache?, previous: Assistant?
    ) -> (registry: Checked<Registry>, understanding: Understanding) {
        if let previous, previous.setting.registry.definitions == whole.value.definitions {
            return (whole, previous.setting.understanding)
        }
        var judged: CrossValidation?
        func judge() -> [Overlap] {
            let judgement = whole.value.judged(knowledge: knowledge)
            judged = judgement
            return whole.value.overlaps(judgement)
        }
        let overlaps = cache.map { $0.value("overlaps.json", make: judge) } ?? judge()
        let apart = whole.value.refusing(overlaps, language: locale, trustsOwn: true)
        let registry = Checked(apart.value, whole.diagnostics + apart.diagnostics)
        let name = "understanding.bin"
        if let compiled = cache?.data(name), let known = Understanding(compiled: compiled, knowledge: knowledge) {
            return (registry, known)
        }
        let examples = apart.diagnostics.isEmpty ? judged : nil
        let trained = Understanding(examples ?? apart.value.judged(knowledge: knowledge))
        cache?.store(trained.compiled(), name)
        return (registry, trained)
    }
}
