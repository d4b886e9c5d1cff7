internal import Language

/// Writes example sentences as people misspell them, so that training sees what people write.
struct Misspelling: Sendable {
    /// The ways that teach most; the others are mended before an utterance is judged.
    private static let kinds: [Noise.Kind] = [.phonetic, .sms, .homophones]
    /// The share of the words that are changed; chosen on development sets.
    private static let rate = 0.4

    private let noise: Noise

    init(_ knowledge: Knowledge) { noise = Noise(words: knowledge.words, rules: knowledge.rules) }

    /// A sentence misspelt in one of the ways, the same one each time; nil when it stays as it is.
    func misspelt(_ text: String) -> String? {
        let seed = text.utf8.count
        let kind = Misspelling.kinds[seed % Misspelling.kinds.count]
        let other = noise.degraded(text, kind: kind, rate: Misspelling.rate, seed: UInt64(seed))
        return other == text ? nil : other
    }
}
