public import Language
public import TopicKit

/// What understanding needs to know of one topic in one language: its manifest joined with its words.
public struct Definition: Sendable, Hashable, Codable {
    /// The topic's manifest.
    public let manifest: Manifest
    /// Example sentences by intent id; `{slot}` stands for any value of that slot.
    public let examples: [String: [String]]
    /// Every name of every entry, by slot name.
    public let names: [String: [Name]]
    /// Words that may stand in an example for a slot without names, a time or a number, by slot name.
    public let samples: [String: [String]]

    /// A name that stands for an entry of a slot.
    public struct Name: Sendable, Codable, Hashable {
        /// The entry's id.
        public let entry: String
        /// The name as it is written.
        public let text: String
        /// Whether it names something of the town rather than a word of the language.
        public let isProper: Bool
        /// Whether its slot means something only with another one.
        public let isDetail: Bool

        /// Makes a name.
        public init(entry: String, text: String, isProper: Bool, isDetail: Bool = false) {
            (self.entry, self.text, self.isProper, self.isDetail) = (entry, text, isProper, isDetail)
        }
    }

    /// Joins a manifest with the words of a language.
    ///
    /// - Parameters:
    ///   - manifest: the topic's manifest; the names in its entries are the town's.
    ///   - examples: sentences by intent id.
    ///   - values: names by slot and entry id that the language gives to every town.
    ///   - times: times to put into examples: "demain".
    ///   - figures: numbers to put into examples: "12".
    ///   - amounts: what to put into examples for each kind of amount: "12 euros".
    public init(
        manifest: Manifest, examples: [String: [String]], values: [String: [String: [String]]], times: [String] = [],
        figures: [String] = [], amounts: [Amount.Kind: [String]] = [:]
    ) {
        self.manifest = manifest
        self.examples = examples
        var names: [String: [Name]] = [:]
        for slot in manifest.slots where slot.kind == .entity {
            let shared = values[slot.name] ?? [:]
            names[slot.name] =
                slot.entries.flatMap { entry in
                    entry.names.map {
                        Name(
                            entry: entry.id, text: $0, isProper: slot.hasProperNames, isDetail: !slot.when.isEmpty)
                    }
                }
                + shared.keys.sorted().flatMap { id in
                    (shared[id] ?? []).map { Name(entry: id, text: $0, isProper: false) }
                }
        }
        self.names = names
        samples = manifest.slots.reduce(into: [:]) { samples, slot in
            if slot.kind == .time { samples[slot.name] = times }
            if slot.kind == .number { samples[slot.name] = figures }
            if let kind = slot.kind.amount { samples[slot.name] = amounts[kind] }
        }
    }

    /// The same topic with other examples.
    init(_ other: Definition, examples: [String: [String]]) {
        (manifest, names, samples) = (other.manifest, other.names, other.samples)
        self.examples = examples
    }
}
