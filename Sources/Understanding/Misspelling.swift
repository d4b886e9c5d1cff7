internal import Language

/// Writes example sentences by ear, so that training sees what people write.
struct Misspelling: Sendable {
    /// The share of the words that are written as they sound; chosen on development sets.
    private static let rate = 0.4

    private let noise: Noise

    init(_ knowledge: Knowledge) { noise = Noise(words: knowledge.words, rules: knowledge.rules) }

    /// A sentence misspelt, the same way each time; nil when it stays as it is.
    func misspelt(_ text: String) -> String? {
        let other = noise.degraded(text, kind: .phonetic, rate: Misspelling.rate, seed: UInt64(text.utf8.count))
        return other == text ? nil : other
    }
}
