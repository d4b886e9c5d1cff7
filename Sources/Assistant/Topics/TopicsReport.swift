internal import CivilTime
internal import Diagnostics
internal import Dialogue
internal import Language
internal import Rendering
internal import TopicKit
internal import TopicPack
internal import Understanding

/// What `parvis topics check` says of the topics of a town in a language.
public struct TopicsReport: Sendable {
    /// A line a problem, `file:line: severity: what: how to mend`; one line that says so when there is none.
    public let lines: [String]
    /// Whether something is wrong or worth a look.
    public let hasProblems: Bool
    /// Whether a topic is refused.
    public let hasErrors: Bool
    /// The folders of the packs and workers that were asked about, where all can be used: their stories may be replayed.
    public let packs: [String]

    /// Checks the topics: that each is whole, and that none takes the questions of another.
    ///
    /// - Parameters:
    ///   - directory: a pack or a worker, a folder of them, or a folder with the words of the topics, as `Locales/fr`; what the town
    ///     and the language have when nil.
    ///   - town: the town's folder; the example commune when nil.
    ///   - locale: the language of the topics and of the report.
    ///   - root: where the languages are; found when nil.
    /// - Returns: the problems, in the order of the topics.
    /// - Throws: ``OpeningError`` when the town or the language is missing.
    public static func check(
        directory: String? = nil, town: String? = nil, locale: String = "fr", root: DataRoot? = nil
    ) throws(OpeningError) -> TopicsReport {
        let packs = directory.map(packFolders) ?? []
        let maker = try AssistantMaker(town: town, locale: locale, root: root, packs: packs)
        if let directory, packs.isEmpty { return try words(directory, maker) }
        let assistant = try maker.make()
        let given = Set(packs.map { TopicFolder($0).id })
        let checked = assistant.opened.filter { given.isEmpty || given.contains($0.folder.id) }
        let installed = checked.compactMap(\.installed)
        var found = assistant.topicProblems
        found += installed.flatMap { wordings(of: $0, assistant.renderer.book) + taken(of: $0, assistant) }
        if !packs.isEmpty {
            // Whoever checks a pack is told of that pack, not of what the town has besides.
            found = found.filter { problem in
                checked.contains { problem.file == $0.folder.place || problem.file.hasPrefix($0.folder.place + "/") }
            }
        }
        return TopicsReport(found, packs: packs, assistant.files)
    }

    /// Checks the words of a language in place of its own, with the topics of the program.
    private static func words(_ directory: String, _ maker: AssistantMaker) throws(OpeningError) -> TopicsReport {
        let words = LocaleFiles.load(directory: directory)
        let rules = Languages.rules(for: maker.locale, words: words.value.words)
        let knowledge = Assistant.knowledge(
            rules: rules, files: words.value, folder: maker.words, cache: CompiledCache(inputs: [maker.words]))
        let registry = Registry.load(maker.builtIn(), files: words.value)
        let overlaps = registry.value.overlaps(registry.value.judged(knowledge: knowledge))
        let apart = registry.value.refusing(overlaps, language: maker.locale)
        return TopicsReport(
            words.diagnostics + registry.diagnostics + apart.diagnostics, packs: [],
            LocaleFiles.load(directory: maker.words).value)
    }

    /// What is said of some findings, in the words of a language.
    private init(_ found: [Diagnostic], packs: [String], _ files: LocaleFiles) {
        lines =
            found.isEmpty
            ? files.words["diagnostics"]?["topics.fine"] ?? [] : found.map(DiagnosticPrinter(files).line)
        hasProblems = !found.isEmpty
        hasErrors = found.contains { $0.severity == .error }
        self.packs = hasErrors ? [] : packs
    }

    /// The packs and workers that a folder is or holds; none for the folder of a language, one file of which is called
    /// `worker.yaml` too.
    private static func packFolders(_ directory: String) -> [String] {
        func isTopic(_ folder: TopicFolder) -> Bool { TopicDoors.all.contains { folder.has($0.marker) } }
        let whole = TopicFolder(directory)
        if whole.has("core.yaml") { return [] }
        if isTopic(whole) { return [whole.place] }
        return TopicFolders.names(in: whole.path).map { whole.place + "/" + $0 }.filter { isTopic(TopicFolder($0)) }
    }

    /// What is wrong with the wordings of a pack: styles, prepositions, braces.
    private static func wordings(of installed: InstalledTopic, _ book: PhraseBook) -> [Diagnostic] {
        guard let words = installed.words else { return [] }
        let own = LocaleFiles(language: book.files.language, topics: [installed.topic.manifest.id: words])
        let lines = (installed.topic as? PackTopic)?.phraseLines ?? [:]
        return PhraseBook(files: own, rules: book.rules).check().map { problem in
            var located = problem.located(in: installed.file)
            located.line = problem.arguments["phrase"].flatMap { lines[$0] }
            return located
        }
    }

    /// The sentences that a pack must not answer and does.
    private static func taken(of installed: InstalledTopic, _ assistant: Assistant) -> [Diagnostic] {
        guard let pack = installed.topic as? PackTopic else { return [] }
        return pack.out.filter { $0.language == assistant.maker.locale }.compactMap { sentence in
            let meaning = assistant.setting.understanding.read(
                Utterance(sentence.text), now: Moment(Day(number: 0)), calendar: assistant.setting.calendar)
            guard let first = meaning.candidates.first, first.confidence >= Understanding.threshold,
                pack.manifest.intent(first.intent) != nil
            else { return nil }
            return Diagnostic(
                .error, "pack.out-taken", ["sentence": sentence.text, "intent": first.intent], file: installed.file,
                line: sentence.line)
        }
    }
}
