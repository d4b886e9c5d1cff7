import Language
import TopicKit

extension TopicPack {
    /// The manifest: every slot is optional to the core, because the pack asks for itself, with its choices and reasons.
    func manifest(in language: String) -> Manifest {
        Manifest(
            id: id, intents: intents.map { Intent($0.id, optional: $0.required + $0.optional) },
            slots: slots.map { slot in
                Slot(
                    slot.name, slot.kind, entries: slot.choices.map { $0.entry(isProper: slot.isProper, language) },
                    isKept: slot.isKept, hasProperNames: slot.isProper, when: slot.when)
            })
    }

    /// The words of one language, as a file of `Locales/<language>/` would hold them.
    func words(in language: String) -> TopicWords {
        var words = TopicWords()
        words.title = title[language] ?? ""
        for intent in intents {
            words.examples[intent.id] = intent.examples[language]
            words.subjects[intent.id] = intent.subject[language]
        }
        for slot in slots {
            let shared = slot.isProper ? [] : slot.choices
            words.slots[slot.name] = SlotWords(
                prompt: slot.prompt.flatMap { phrases[$0.name]?[language]?.text },
                reason: slot.reason.flatMap { phrases[$0.name]?[language]?.text },
                example: slot.example.flatMap { phrases[$0.name]?[language]?.text },
                values: Dictionary(shared.map { ($0.id, $0.names[language] ?? []) }) { first, _ in first })
        }
        words.phrases = phrases.compactMapValues { $0[language] }
        return words
    }
}

extension PackSlot.Choice {
    /// The choice as an entry; names that are words of the language rather than the town's own go to ``TopicWords``.
    fileprivate func entry(isProper: Bool, _ language: String) -> Entry {
        Entry(id: id, names: isProper ? names[language] ?? [] : [])
    }
}
