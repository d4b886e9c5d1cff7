internal import TopicKit

/// Example sentences with their `{slot}` places filled, as training needs them.
package enum Examples {
    /// How many sentences are made of one example with a place to fill.
    private static let variants = 3

    /// A sentence to learn from.
    package struct Example: Sendable {
        package let intent: String?
        /// The sentence as its author wrote it.
        package let pattern: String
        /// The sentence, its places filled.
        package let text: String
        /// Whether another example was made of the same sentence before.
        package let isVariant: Bool
        /// Its rank among the examples of its intent as they are written.
        package let rank: Int
    }

    /// Every example of a topic, its places filled with names of the slot in turn.
    package static func expanded(_ definition: Definition) -> [Example] {
        var turn = 0
        return definition.examples.sorted { $0.key < $1.key }.flatMap { intent, sentences in
            sentences.enumerated().flatMap { rank, sentence in
                let count = sentence.contains("{") ? variants : 1
                return (0..<count).map { variant in
                    turn += 1
                    return Example(
                        intent: intent, pattern: sentence, text: fill(sentence, definition, turn),
                        isVariant: variant > 0, rank: rank)
                }
            }
        }
    }

    /// A sentence with each place filled by a name; a place without names is left out.
    private static func fill(_ sentence: String, _ definition: Definition, _ turn: Int) -> String {
        var result = ""
        var rest = Substring(sentence)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let slot = String(rest[rest.index(after: open)..<close])
            let names = definition.names[slot]?.map(\.text) ?? definition.samples[slot] ?? []
            // Steps of a prime go through long and short lists alike without favouring their beginning.
            if !names.isEmpty { result += names[(turn &* 7919) % names.count] }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
