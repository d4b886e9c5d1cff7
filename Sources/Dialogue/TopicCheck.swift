internal import Diagnostics
internal import Language
internal import TopicKit

/// What keeps a topic out of the registry.
enum TopicCheck {
    /// The fewest example sentences that an intent can be learnt from.
    static let fewestExamples = 5

    /// The problems of a manifest and its words, given the topics that are already in.
    static func problems(of manifest: Manifest, words: TopicWords?, known: [Registry.Entry]) -> [Diagnostic] {
        // A language may be begun with its core alone: that is no error, and is said.
        guard let words else { return [Diagnostic(.warning, "topic.no-words", ["topic": manifest.id])] }
        var problems: [Diagnostic] = []
        func refuse(_ code: String, _ arguments: [String: String]) {
            problems.append(Diagnostic(.error, code, arguments.merging(["topic": manifest.id]) { own, _ in own }))
        }
        if known.contains(where: { $0.manifest.id == manifest.id }) || manifest.id == "core" {
            refuse("topic.duplicate", [:])
        }
        if words.title.isEmpty { refuse("topic.no-title", [:]) }
        if manifest.intents.isEmpty { refuse("topic.no-intent", [:]) }
        for intent in manifest.intents {
            if !intent.id.hasPrefix(manifest.id + ".") { refuse("topic.intent-name", ["intent": intent.id]) }
            if (words.examples[intent.id] ?? []).count < fewestExamples {
                refuse("topic.few-examples", ["intent": intent.id, "count": String(fewestExamples)])
            }
            for slot in intent.slots where manifest.slot(slot) == nil {
                refuse("topic.unknown-slot", ["intent": intent.id, "slot": slot])
            }
            for slot in intent.required where words.slots[slot]?.prompt == nil {
                refuse("topic.no-prompt", ["intent": intent.id, "slot": slot])
            }
        }
        for slot in manifest.slots {
            if case .pattern(let pattern) = slot.kind, let mistake = pattern.mistake {
                refuse("topic.bad-pattern", ["slot": slot.name, "pattern": pattern.source, "found": mistake])
            }
        }
        for intent in words.examples.keys.sorted() where manifest.intent(intent) == nil {
            refuse("topic.unknown-intent", ["intent": intent])
        }
        return problems
    }
}
