internal import Diagnostics
internal import Dialogue
internal import Language
internal import TopicPack

/// Opens packs; what was read of them is kept until a file of theirs changes.
struct PackDoor: TopicDoor {
    let marker = TopicPack.file
    let kind = InstalledTopic.Kind.pack

    func open(_ folders: [TopicFolder], _ setting: TopicDoorSetting) -> [OpenedTopic] {
        guard !folders.isEmpty else { return [] }
        let read = setting.cache.value("packs.json") {
            Dictionary(uniqueKeysWithValues: folders.map { ($0.id, Read(TopicPack.load($0.path, place: $0.place))) })
        }
        return folders.map { opened($0, read[$0.id], setting.locale) }
    }

    /// Opens one pack, reading it anew.
    func opened(_ folder: TopicFolder, _ locale: String) -> OpenedTopic {
        opened(folder, Read(TopicPack.load(folder.path, place: folder.place)), locale)
    }

    /// A pack, and what was wrong with it.
    struct Read: Codable {
        let pack: TopicPack?
        let diagnostics: [Diagnostic]

        init(_ checked: Checked<TopicPack?>) { (pack, diagnostics) = (checked.value, checked.diagnostics) }
    }

    private func opened(_ folder: TopicFolder, _ read: Read?, _ locale: String) -> OpenedTopic {
        let topic = read?.pack.flatMap { PackTopic($0, language: locale) }
        let languages = read?.pack?.languages ?? []
        return OpenedTopic(
            folder: folder, kind: kind,
            installed: topic.map {
                InstalledTopic(
                    $0, kind: kind, words: $0.words, languages: languages, file: folder.place + "/" + marker)
            },
            title: topic?.words.title ?? folder.id, languages: languages, diagnostics: read?.diagnostics ?? [])
    }
}
