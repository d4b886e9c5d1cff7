internal import Assistant
internal import Dialogue
internal import Language
internal import TopicKit
internal import Understanding

/// What the screen offers to ask: for each topic, sentences that people say.
struct KioskMenu: Sendable {
    struct Topic: Sendable {
        let title: String
        let questions: [String]
    }

    /// The topics that have something to ask.
    let topics: [Topic]
    /// Questions of one topic at most: what fits on a screen.
    private static let most = 6

    init(_ assistant: Assistant) {
        let rules = assistant.book.rules
        topics = assistant.setting.registry.entries.compactMap { entry in
            guard entry.manifest.id != CallbackTopic.id else { return nil }
            let sentences = entry.manifest.intents.lazy.compactMap { KioskMenu.question($0.id, entry.definition) }
            let questions = sentences.prefix(KioskMenu.most).map { rules.sentence($0).withoutPoint }
            guard !questions.isEmpty else { return nil }
            return Topic(title: rules.sentence(entry.title).withoutPoint, questions: Array(questions))
        }
    }

    /// An example of an intent: the first that can be said as it is.
    private static func question(_ intent: String, _ definition: Definition) -> String? {
        let examples = definition.examples[intent] ?? []
        return examples.lazy.compactMap { filled($0, definition) }.first
    }

    /// A sentence with each slot filled by a name of the town's, or else by a word of the language.
    ///
    /// - Returns: the sentence; nil where a slot has no name, or is the person's own, such as a street, which is asked for.
    private static func filled(_ sentence: String, _ definition: Definition) -> String? {
        var text = ""
        var rest = sentence[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            guard let slot = definition.manifest.slot(name), !slot.isKept else { return nil }
            let word =
                slot.entries.first?.names.first ?? definition.names[name]?.first?.text
                ?? definition.samples[name]?.first
            guard let word else { return nil }
            text += rest[..<open] + word
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}

extension String {
    fileprivate var withoutPoint: String { hasSuffix(".") ? String(dropLast()) : self }
}
