public import Assistant
import Dialogue
public import Language
public import Speech
import TopicKit
import Understanding

extension Assistant {
    /// The grammar of the conversation's language.
    public var languageRules: any LanguageRules { Languages.rules(for: book.files.language, words: book.files.words) }

    /// What people may say in this town's conversations, for a recogniser.
    public var listeningMaterial: ListeningMaterial {
        let registry = setting.registry
        let topics = registry.entries.flatMap { templates($0.definition) { _ in true } }
        let core = registry.core
        // What belongs to others is listened for too, so that the answer can say whose it is.
        let others = templates(core) { Act(intent: $0) == nil }
        let commands = core.examples.filter { Act(intent: $0.key) != nil }.sorted { $0.key < $1.key }.flatMap(\.value)
        let urgent = (core.names["urgent"] ?? []).map { ListeningMaterial.Template(text: $0.text, names: [:]) }
        return ListeningMaterial(
            questions: topics + others + urgent,
            commands: commands + (book.files.topics["kiosk"]?.lists["aloud"] ?? []),
            answers: (core.names["answer"] ?? []).map(\.text), lists: book.files.words["speech"] ?? [:])
    }

    private func templates(_ definition: Definition, _ isWanted: (String) -> Bool) -> [ListeningMaterial.Template] {
        let names = definition.names.mapValues { $0.map(\.text) }.merging(definition.samples) { names, _ in names }
        return definition.examples.filter { isWanted($0.key) }.sorted { $0.key < $1.key }.flatMap(\.value).map {
            ListeningMaterial.Template(text: $0, names: names)
        }
    }
}
