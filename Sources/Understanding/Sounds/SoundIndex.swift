public import Language
internal import Synchronization

/// The sounds of the topics' example sentences, to be compared with what was heard phone by phone.
///
/// Made when something is first heard: a conversation in writing never pays for it.
public final class SoundIndex: Sendable {
    /// An intent and how alike the nearest of its examples sounds.
    struct Match: Sendable, Hashable {
        let intent: String
        /// From 0 to 1.
        let likeness: Double
    }

    private struct Sounds: Sendable {
        let intent: String
        let key: [UInt8]
    }

    private let definitions: [Definition]
    private let rules: any ReadingRules
    private let made = Mutex<[Sounds]?>(nil)

    /// Takes the topics whose examples are meant; nothing is read yet.
    public init(_ definitions: [Definition], rules: any ReadingRules) {
        (self.definitions, self.rules) = (definitions, rules)
    }

    /// The intents whose examples sound most like what was heard, the nearest first.
    ///
    /// - Parameters:
    ///   - sounds: what was heard, as ``Language/Hearing/sounds``.
    ///   - count: how many at most.
    /// - Returns: the intents with their likeness.
    func nearest(_ sounds: String, count: Int = 4) -> [Match] {
        let heard = Array(sounds.utf8)
        guard heard.count >= SoundIndex.fewestSounds else { return [] }
        var best: [String: Double] = [:]
        for example in examples() {
            // Two texts whose lengths differ by half have no likeness worth the time.
            guard example.key.count * 2 >= heard.count, heard.count * 2 >= example.key.count else { continue }
            best[example.intent] = max(best[example.intent] ?? 0, SoundDistance.likeness(example.key, heard))
        }
        return best.map { Match(intent: $0, likeness: $1) }
            .sorted { ($0.likeness, $1.intent) > ($1.likeness, $0.intent) }.prefix(count).map { $0 }
    }

    /// Fewer sounds than this are a word or two, which many sentences contain.
    private static let fewestSounds = 8

    private func examples() -> [Sounds] {
        made.withLock { made in
            if let made { return made }
            let sounds = definitions.flatMap(Examples.expanded).compactMap { example -> Sounds? in
                guard let intent = example.intent else { return nil }
                return Sounds(intent: intent, key: Array(rules.sounds(of: example.text).utf8))
            }
            made = sounds
            return sounds
        }
    }
}

extension ReadingRules {
    /// The sounds of a text as one key, the same as ``Hearing/sounds`` has them.
    func sounds(of text: String) -> String { tokens(in: text).map { soundKey(of: $0.text) }.joined() }
}
