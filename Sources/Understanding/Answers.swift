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
        choice(in: reader.tokens(in: utterance.text), among: options)
    }

    /// The same of words that were read already.
    public func choice(in tokens: [Token], among options: [Option]) -> String? {
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
        let mentions = offer(options).names.mentions(in: tokens)
        return mentions.max { ($0.tokens.count, $0.score) < ($1.tokens.count, $1.score) }
    }

    private func offer(_ options: [Option]) -> Offer {
        offers.offer(of: options) {
            let slot = Slot("choice", .entity, entries: options.map { Entry(id: $0.id, names: $0.names) })
            let definition = Definition(
                manifest: Manifest(id: "choice", intents: [], slots: [slot]), examples: [:], values: [:])
            return Offer(
                names: Gazetteer(definitions: [definition], rules: knowledge.rules, smallWords: smallWords),
                sounds: options.map { Set($0.names.flatMap { telling(rules.tokens(in: $0)) }) })
        }
    }

    /// The words that tell something, as they sound.
    private func telling(_ tokens: [Token]) -> [String] {
        tokens.filter { !smallWords.all.contains($0.folded) }.map(\.sound)
    }

    private func ranked(in tokens: [Token], _ options: [Option]) -> String? {
        let numbers = rules.numbers(in: tokens).map(\.value)
        guard numbers.count == 1, let rank = numbers.first, options.indices.contains(rank - 1) else { return nil }
        return options[rank - 1].id
    }

    private func hinted(in tokens: [Token], _ options: [Option]) -> String? {
        let said = Set(telling(tokens))
        let fitting = zip(options, offer(options).sounds).filter { !$1.isDisjoint(with: said) }
        return fitting.count == 1 ? fitting.first?.0.id : nil
    }
}

/// Some choices, made ready to be found in an answer.
struct Offer: Sendable {
    /// Their names.
    let names: Gazetteer
    /// The words that tell something of each, as they sound.
    let sounds: [Set<String>]
}

/// The choices that questions offered lately: a question is asked again and again.
final class RecentOffers: Sendable {
    private let kept = Mutex(RecentValues<[Understanding.Option], Offer>(limit: 64))

    /// Some choices, as they are known or as `make` makes them.
    func offer(of options: [Understanding.Option], _ make: () -> Offer) -> Offer {
        if let known = kept.withLock({ $0.use(options) }) { return known }
        let offer = make()
        kept.withLock { $0.add(offer, for: options) }
        return offer
    }
}
