public import Diagnostics
internal import Dialogue
public import Language
internal import Rendering
public import TopicKit
internal import Understanding

extension Assistant {
    /// The same assistant with one more topic; a topic of the same id gives way.
    ///
    /// The topic is checked as at a start: that it is whole, and that it takes no other's questions. Judging and training
    /// take a few seconds.
    ///
    /// - Parameters:
    ///   - topic: the topic, made for this town.
    ///   - words: its words in the assistant's language.
    /// - Returns: the assistant; and, where the topic is refused, why.
    public func adding(_ topic: any Topic, words: TopicWords) -> Checked<Assistant> {
        let id = topic.manifest.id
        let files = LocaleFiles(
            language: files.language, topics: files.topics.merging([id: words]) { $1 }, words: files.words,
            diagnostics: files.diagnostics)
        let others = setting.registry.entries.map(\.installed).filter { $0.topic.manifest.id != id }
        let added = InstalledTopic(
            topic, kind: .swift, words: words, languages: [setting.locale],
            file: "Locales/\(setting.locale)/\(id).yaml")
        let whole = Registry.load(others + [added], files: files)
        let knowledge = setting.understanding.knowledge
        let judged = whole.value.judged(knowledge: knowledge)
        let overlaps = whole.value.overlaps(judged)
        let apart = whole.value.refusing(overlaps, language: setting.locale)
        let understanding = Understanding(overlaps.isEmpty ? judged : apart.value.judged(knowledge: knowledge))
        let diagnostics = whole.diagnostics + apart.diagnostics
        return Checked(
            Assistant(
                clock: clock, filesProblems: filesProblems, topicProblems: topicProblems + diagnostics,
                setting: Setting(
                    registry: apart.value, understanding: understanding, profile: setting.profile,
                    calendar: setting.calendar, desk: setting.desk, filing: setting.filing, outcomes: setting.outcomes,
                    locale: setting.locale, languages: setting.languages),
                renderer: Renderer(
                    book: PhraseBook(files: files, rules: renderer.book.rules), shortLinks: renderer.shortLinks),
                recordLanguage: recordLanguage, recordTexts: recordTexts, files: files,
                folder: folder, page: page, screen: screen, words: self.words, store: store, counter: counter,
                maker: maker, topics: topics,
                opened: opened,
                stamp: stamp),
            diagnostics)
    }
}
