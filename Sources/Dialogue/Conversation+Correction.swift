internal import CivilTime
internal import Language
internal import TopicKit
internal import Understanding

/// Taking back what was said: "non, jeudi", "c'est pas pour moi, c'est pour ma mère".
extension Conversation {
    /// Changes a slot of the question under way; nil when the utterance corrects nothing.
    mutating func correction(_ utterance: Utterance, _ meaning: Meaning, _ now: Moment) async -> Turn? {
        guard meaning.corrects(setting.words), let (entry, intent) = underWay else { return nil }
        let affirmed = meaning.affirmed(setting.words)
        var said = affirmed.slots(for: intent, of: entry.manifest)
        for answered in state.thread?.answered ?? [] where said[answered.question.slot] == nil {
            guard !answered.question.isYesNo, !answered.question.takesAnyWords else { continue }
            said[answered.question.slot] = fill(answered.question, utterance, affirmed, entry.manifest)
        }
        let slots = (state.thread?.slots ?? [:]).merging(said) { _, new in new }
        let meant = entry.manifest.meant(slots)
        said = said.filter { meant[$0.key] != nil && state.thread?.slots[$0.key]?.value != $0.value.value }
        guard !said.isEmpty else { return nil }
        // "Non, je veux le prix" is a question of its own.
        if let first = meaning.candidates.first, first.confidence >= Conversation.interrupting, first.domain != nil,
            first.intent != intent.id, meaning.contentWords > 0
        {
            return nil
        }
        return await complete(entry, intent, said: said, now)
    }
}

extension Meaning {
    /// Whether the words take something back: they begin with "non" or "plutôt", or deny one thing before another.
    func corrects(_ words: DialogueWords) -> Bool {
        tokens.prefix(Meaning.opening).contains { words.correcting.contains($0.sound) } || denied(words) != nil
    }

    /// How many words may stand before the one that takes something back: "je me suis trompé".
    private static let opening = 4

    /// What is left when what the words deny is taken out: "pas jeudi, vendredi" affirms Friday only.
    func affirmed(_ words: DialogueWords) -> Meaning {
        denied(words).map { without($0) } ?? self
    }

    /// The words that are denied: from "pas" to the comma, "mais" or "c'est" after which something else is affirmed.
    private func denied(_ words: DialogueWords) -> Range<Int>? {
        guard let start = tokens.firstIndex(where: { words.denying.contains($0.sound) }) else { return nil }
        let end = tokens.indices[start...].first { [.comma, .cut, .stop].contains(tokens[$0].link) }.map { $0 + 1 }
        let turn = tokens.indices[(start + 1)...].first { words.turning.contains(tokens[$0].sound) }
        guard let end = [end, turn].compactMap({ $0 }).min(), end < tokens.count else { return nil }
        return start..<end
    }
}
