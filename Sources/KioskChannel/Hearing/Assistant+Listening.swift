public import Assistant
package import Dialogue
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

extension Assistant {
    /// Sentences to be read aloud: questions of each topic in turn, then short answers.
    ///
    /// - Parameter count: how many.
    /// - Returns: the sentences, fewer where the town has not so many.
    public func readingPrompts(count: Int) -> [String] {
        let answers = ["yes", "no"].compactMap { id in
            setting.registry.core.names["answer"]?.first { $0.entry == id }?.text
        }
        let lists = setting.registry.entries.map { entry in
            entry.definition.examples.sorted { $0.key < $1.key }.flatMap(\.value).enumerated().map { index, text in
                entry.definition.filled(text, turn: index + 1)
            }
        }
        let longest = lists.map(\.count).max() ?? 0
        let questions = (0..<longest).flatMap { place in
            lists.compactMap { $0.indices.contains(place) ? $0[place] : nil }
        }
        return Array((questions.prefix(max(0, count - answers.count)) + answers).prefix(count))
    }
}

extension Assistant {
    /// What a person says to ask for an act, or nil.
    package func commandWords(_ act: Act) -> String? { setting.registry.core.examples[act.intent]?.first }

    /// What a person says for a choice by its id: a yes, a no, or the first name that an entry of that id has; nil for others.
    package func answerWords(_ id: String) -> String? {
        let all = [setting.registry.core] + setting.registry.entries.map(\.definition)
        return all.lazy.flatMap { $0.names.sorted { $0.key < $1.key }.flatMap(\.value) }.first { $0.entry == id }?.text
    }
}
