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
        let (registry, lists) = (setting.registry, book.files.words["speech"] ?? [:])
        let times = lists["time"] ?? []
        let topics = registry.entries.flatMap { entry in
            let names = heard(entry.definition, times)
            return templates(entry.definition, names) { _ in true } + leaning(names, lists["following"] ?? [])
        }
        let core = registry.core
        // What belongs to others is listened for too, so that the answer can say whose it is.
        let others = templates(core, heard(core, times)) { !Self.isCommand($0) }
        let commands = core.examples.filter { Self.isCommand($0.key) }.sorted { $0.key < $1.key }.flatMap(\.value)
        let urgent = (core.names["urgent"] ?? []).map { ListeningMaterial.Template(text: $0.text, names: [:]) }
        return ListeningMaterial(
            questions: topics + others + urgent,
            commands: commands.map(spoken) + (book.files.topics["kiosk"]?.lists["aloud"] ?? []),
            taught: Act.allCases.compactMap(commandWords).map(spoken),
            answers: (core.names["answer"] ?? []).map(\.text), lists: lists)
    }

    /// Whether an intent is said to the conversation itself at any moment: nobody greets in the middle of an answer.
    private static func isCommand(_ intent: String) -> Bool { Act(intent: intent).map { $0 != .greeting } ?? false }

    private func templates(
        _ definition: Definition, _ names: [String: [String]], _ isWanted: (String) -> Bool
    ) -> [ListeningMaterial.Template] {
        definition.examples.filter { isWanted($0.key) }.sorted { $0.key < $1.key }.flatMap(\.value).map {
            ListeningMaterial.Template(text: spoken($0), names: names)
        }
    }

    /// An example in words that a dictionary says how to say: "c kan {date}" is heard as "c'est quand {date}".
    private func spoken(_ example: String) -> String {
        let speller = setting.understanding.speller
        return example.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, part in
            guard index > 0, let end = part.firstIndex(of: "}") else { return speller.corrected(String(part)) }
            return "{" + part[...end] + speller.corrected(String(part[part.index(after: end)...]))
        }.joined()
    }

    /// Questions that lean on the last one: "et lundi", "et pour la poubelle jaune".
    private func leaning(_ names: [String: [String]], _ openings: [String]) -> [ListeningMaterial.Template] {
        names.sorted { $0.key < $1.key }.flatMap { slot, names in
            openings.map { ListeningMaterial.Template(text: $0 + " {" + slot + "}", names: [slot: names]) }
        }
    }

    /// What may be said for each slot: names, and times in all their kinds.
    private func heard(_ definition: Definition, _ times: [String]) -> [String: [String]] {
        let samples = definition.samples.map { slot, samples in
            (slot, times.isEmpty || definition.manifest.slot(slot)?.kind != .time ? samples : times)
        }
        return definition.names.mapValues { $0.map(\.text) }.merging(samples) { names, _ in names }
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
