internal import CivilTime
internal import Language
internal import TopicKit

/// An example sentence, read once, that is compared with those of other topics.
struct ExampleReading {
    /// The sentence as it is written.
    let sentence: String
    /// The topic's id.
    let topic: String
    /// Its telling words as each topic sees them.
    private let parts: [Part]

    /// How close a name must be: who writes examples can spell, and "carte de lecteur" is no "carte d'électeur".
    private static let spelt = 0.95

    /// A word or a name of the sentence.
    private enum Part {
        /// A place to fill, and what it is compared as.
        case place(String)
        /// A word's sound, and the slots that it names, by topic.
        case word(String, names: [String: String])
    }

    /// Reads an example with its places.
    ///
    /// - Parameters:
    ///   - sentence: the example.
    ///   - owner: the topic that it belongs to.
    ///   - reader: what reads its words.
    init(_ sentence: String, of owner: Definition, with reader: Reader) {
        var parts: [Part] = []
        for (index, piece) in sentence.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let close = piece.firstIndex(of: "}") else {
                parts += ExampleReading.parts(of: String(piece), reader)
                continue
            }
            let slot = String(piece[..<close])
            if owner.manifest.slot(slot)?.kind == .entity { parts.append(.place(owner.manifest.id + "." + slot)) }
            parts += ExampleReading.parts(of: String(piece[close...].dropFirst()), reader)
        }
        (self.sentence, topic, self.parts) = (sentence, owner.manifest.id, parts)
    }

    /// What examples are read with.
    struct Reader {
        let knowledge: Knowledge
        let now: Moment
        let gazetteer: Gazetteer
    }

    /// The telling words as a topic sees them, its own names standing for their slots; times and numbers left out.
    func sketch(for topic: String) -> Set<String> {
        Set(
            parts.map { part in
                switch part {
                case .place(let slot): "{" + slot + "}"
                case .word(let sound, let names): names[topic] ?? sound
                }
            })
    }

    /// Whether the topic names something in it that another topic names, too.
    func isNamed(by topic: String) -> Bool {
        parts.contains { part in if case .word(_, let names) = part { names[topic] != nil } else { false } }
    }

    private static func parts(of text: String, _ reader: Reader) -> [Part] {
        let tokens = reader.knowledge.rules.tokens(in: text)
        var covered = Set<Int>()
        for time in reader.knowledge.rules.times(in: tokens, now: reader.now, calendar: DayCalendar()) {
            covered.formUnion(time.tokens)
        }
        for number in reader.knowledge.rules.numbers(in: tokens) { covered.formUnion(number.tokens) }
        var names: [Int: [String: String]] = [:]
        for mention in reader.gazetteer.mentions(in: tokens)
        where !mention.isDetail && mention.score >= ExampleReading.spelt {
            for index in mention.tokens {
                names[index, default: [:]][mention.topic] = "{" + mention.topic + "." + mention.slot + "}"
            }
        }
        return tokens.indices.compactMap { index in
            if covered.contains(index) { return nil }
            // A small word within a name is a part of it.
            if let names = names[index] { return .word(tokens[index].sound, names: names) }
            return reader.knowledge.smallWords.all.contains(tokens[index].folded)
                ? nil : .word(tokens[index].sound, names: [:])
        }
    }
}
