public import Language
internal import Synchronization
internal import TopicKit

extension Understanding {
    /// One of a few answers that a question offers.
    public struct Option: Sendable, Hashable {
        /// What choosing it gives.
        public let id: String
        /// The words for it, the label first.
        public let names: [String]

        /// Makes an option.
        public init(id: String, names: [String]) { (self.id, self.names) = (id, names) }
    }

    /// Which of the options an answer chooses: by its rank ("la deuxième", "2"), by a name, or by a word of one only.
    ///
    /// - Returns: the option's id, or nil when none or more than one fits.
    public func choice(in utterance: Utterance, among options: [Option]) -> String? {
        let tokens = reader.tokens(in: utterance.text)
        guard !tokens.isEmpty else { return nil }
        return named(in: tokens, options)?.entry ?? ranked(in: tokens, options) ?? hinted(in: tokens, options)
    }

    /// Whether an utterance says a name of one of the options, and nothing else but small words.
    public func isOnlyName(_ utterance: Utterance, of options: [Option]) -> Bool {
        let tokens = reader.tokens(in: utterance.text)
        guard let name = named(in: tokens, options) else { return false }
        return tokens.indices.allSatisfy { name.tokens.contains($0) || smallWords.all.contains(tokens[$0].folded) }
    }

    /// The words of a text as they sound, respelt: what two texts share when they are the same but for their spelling.
    public func words(of text: String) -> [String] { reader.tokens(in: text).map(\.sound) }

    private func named(in tokens: [Token], _ options: [Option]) -> Mention? {
        let mentions = offered.names(of: options) { names(of: options) }.mentions(in: tokens)
        return mentions.max { ($0.tokens.count, $0.score) < ($1.tokens.count, $1.score) }
    }

    private func names(of options: [Option]) -> Gazetteer {
        let slot = Slot("choice", .entity, entries: options.map { Entry(id: $0.id, names: $0.names) })
        let definition = Definition(
            manifest: Manifest(id: "choice", intents: [], slots: [slot]), examples: [:], values: [:])
        return Gazetteer(definitions: [definition], rules: rules, smallWords: smallWords)
    }

    private func ranked(in tokens: [Token], _ options: [Option]) -> String? {
        let numbers = rules.numbers(in: tokens).map(\.value)
        guard numbers.count == 1, let rank = numbers.first, options.indices.contains(rank - 1) else { return nil }
        return options[rank - 1].id
    }

    private func hinted(in tokens: [Token], _ options: [Option]) -> String? {
        let said = Set(tokens.filter { !smallWords.all.contains($0.folded) }.map(\.sound))
        let fitting = options.filter { option in
            option.names.contains { name in
                rules.tokens(in: name).contains { !smallWords.all.contains($0.folded) && said.contains($0.sound) }
            }
        }
        return fitting.count == 1 ? fitting.first?.id : nil
    }
}

/// The names of the choices that questions offered lately, made ready to be found: a question is asked again and again.
final class OfferedNames: Sendable {
    /// How many questions are kept.
    private static let limit = 64

    private let kept = Mutex<[[Understanding.Option]: Gazetteer]>([:])

    /// The names of some choices, as they are known or as `make` makes them.
    func names(of options: [Understanding.Option], _ make: () -> Gazetteer) -> Gazetteer {
        if let known = kept.withLock({ $0[options] }) { return known }
        let names = make()
        kept.withLock {
            if $0.count >= Self.limit { $0 = [:] }
            $0[options] = names
        }
        return names
    }
}
