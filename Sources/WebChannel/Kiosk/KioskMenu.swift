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

    /// An example of an intent: one with nothing to fill in, or else with words that every town has.
    private static func question(_ intent: String, _ definition: Definition) -> String? {
        let examples = definition.examples[intent] ?? []
        return examples.lazy.compactMap { filled($0, definition) }.first
    }

    /// A sentence with each slot filled by the first name that is a word of the language; nil where one has none.
    private static func filled(_ sentence: String, _ definition: Definition) -> String? {
        var text = ""
        var rest = sentence[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let slot = String(rest[rest.index(after: open)..<close])
            let name = definition.names[slot]?.first { !$0.isProper }?.text ?? definition.samples[slot]?.first
            guard let name else { return nil }
            text += rest[..<open] + name
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}

extension String {
    fileprivate var withoutPoint: String { hasSuffix(".") ? String(dropLast()) : self }
}
