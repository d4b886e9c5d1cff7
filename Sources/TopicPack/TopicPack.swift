import Language
import TopicKit

/// A topic that a clerk writes in YAML, without code: its questions, its answers by condition, and the facts behind them.
///
/// See `Docs/topic-pack.md` for the format. Nothing here is a sentence of Parvis: every wording comes from the pack.
public struct TopicPack: Sendable, Hashable, Codable {
    /// The topic's id, the name of its folder: `salles`.
    public let id: String
    /// The languages in which everything of the pack is written, the pack's main one first: `fr`.
    public let languages: [String]
    /// The sentences that the pack must not answer.
    public let out: [OutSentence]

    let title: [String: String]
    let slots: [PackSlot]
    let intents: [PackIntent]
    let tables: [String: PackTable]
    let sources: [String: Evidence]
    let contacts: [String: Contact]
    /// Who knows when the pack does not; the town's own contact when nil.
    let contact: String?
    /// Every wording by its name and language.
    let phrases: [String: [String: Wording]]
    /// The line of each wording, for what is found wrong in it later.
    public let phraseLines: [String: Int]

    func slot(_ name: String) -> PackSlot? { slots.first { $0.name == name } }
}

/// A sentence that a pack must not answer.
public struct OutSentence: Sendable, Hashable, Codable {
    /// The words.
    public let text: String
    /// Their language.
    public let language: String
    /// The line of `topic.yaml`, or nil.
    public let line: Int?
}

/// What a question of a pack may mention.
struct PackSlot: Sendable, Hashable, Codable {
    /// One value, with its names by language.
    struct Choice: Sendable, Hashable, Codable {
        let id: String
        let names: [String: [String]]
    }

    let name: String
    let kind: Slot.Kind
    let choices: [Choice]
    let isProper: Bool
    let isKept: Bool
    let canSkip: Bool
    let when: [String: String]
    let prompt: PackPhrase?
    let reason: PackPhrase?
    let example: PackPhrase?
}

/// One kind of question of a pack.
struct PackIntent: Sendable, Hashable, Codable {
    /// `<pack id>.<name>`.
    let id: String
    /// What is asked for before there is an answer, in this order.
    let required: [String]
    let optional: [String]
    let examples: [String: [String]]
    /// What it asks about, in a few words, by language; empty when the pack does not say.
    let subject: [String: String]
    let lookUps: [PackLookUp]
    /// The first whose condition holds answers; the last has none.
    let answers: [PackAnswer]
}

/// A wording of a pack, by the name under which its words are kept.
struct PackPhrase: Sendable, Hashable, Codable {
    let name: String
    /// The values that it cannot do without.
    let needs: [String]
}

extension Evidence {
    /// The same source, whose facts are read from a file.
    func read(from file: String) -> Evidence {
        Evidence(
            source: file, title: title, publisher: publisher, date: date, validUntil: validUntil, url: url,
            reviewed: reviewed)
    }
}
