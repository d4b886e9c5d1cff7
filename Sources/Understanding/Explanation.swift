public import CivilTime
public import Language

/// Why an utterance was taken for an intent: what each part of it adds to how far it lies on the right side of the border.
public struct Explanation: Sendable {
    /// What a word adds.
    public struct Word: Sendable {
        /// The word as the person wrote it; empty where one written word was read as several.
        public let text: String
        /// The word as it was read, without accents.
        public let read: String
        /// What it sounds like.
        public let sound: String
        /// What it adds by its letters, alone and beside others.
        public let bySpelling: Double
        /// What it adds by its sound.
        public let bySound: Double
    }

    /// The words in their order.
    public let words: [Word]
    /// What the words' meaning together adds.
    public let meaning: Double
    /// What the names in it add or take away.
    public let names: Double
    /// Where every utterance starts for this intent.
    public let start: Double
}

extension Understanding {
    /// Why an utterance is, or is not, taken for an intent; nil for an intent that was not learnt.
    public func explanation(
        of utterance: Utterance, as intent: String, now: Moment, calendar: DayCalendar
    ) -> Explanation? {
        guard let column = classifier.intents.firstIndex(of: intent) else { return nil }
        let sentence = reader.read(utterance.text, now: now, calendar: calendar)
        let (shares, meaning) = classifier.contributions(Features(sentence), to: column)
        var occurrences: [UInt64: Float] = [:]
        Features.visit(sentence) { _, hash, _ in occurrences[hash, default: 0] += 1 }
        var spelling = [Float](repeating: 0, count: sentence.tokens.count)
        var sound = spelling
        Features.visit(sentence) { kind, hash, range in
            // What occurs twice, or is made of two words, is shared among them.
            guard let share = shares[hash], let count = occurrences[hash] else { return }
            for index in range.clamped(to: sentence.tokens.indices) {
                let part = share / count / Float(range.count)
                if kind == .sound { sound[index] += part } else { spelling[index] += part }
            }
        }
        return Explanation(
            words: sentence.tokens.indices.map { index in
                let token = sentence.tokens[index]
                return Explanation.Word(
                    text: token.text, read: token.folded, sound: token.sound, bySpelling: Double(spelling[index]),
                    bySound: Double(sound[index]))
            },
            meaning: Double(meaning), names: Double(Subjects(sentence.mentions).bearing(on: intent)),
            start: Double(classifier.biases[column]))
    }
}
