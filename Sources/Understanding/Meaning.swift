public import Language
public import TopicKit

/// What an utterance means, as far as it was understood.
public struct Meaning: Sendable {
    /// An intent with how sure it is.
    public struct Candidate: Sendable, Hashable {
        /// The intent's id.
        public let intent: String
        /// From 0 to 1.
        public let confidence: Double

        /// The topic that the intent belongs to.
        var topic: String { Intent.topic(of: intent) }

        /// Whose matter it is; nil for talk about the conversation itself.
        public var domain: Domain? {
            if topic != "core" || intent.hasPrefix("core.desk-") { return .town }
            return intent == "core.outside" || intent.hasPrefix("core.elsewhere-") ? .outside : nil
        }
    }

    /// Whose matter a question is.
    public enum Domain: String, Sendable {
        /// The town's, with or without a topic for it.
        case town
        /// Another administration's, or nobody's.
        case outside
    }

    /// The intents that may be meant, the surest first.
    public let candidates: [Candidate]
    /// The entities that were recognised, whatever topic they belong to.
    public let mentions: [Mention]
    /// The times that were recognised.
    public let times: [TimeMention]
    /// The numbers that were recognised outside times and names.
    public let numbers: [NumberMention]
    /// The sums, lengths of time, telephone numbers, addresses and their like that were recognised.
    public let amounts: [AmountMention]
    /// The words of the utterance.
    public let tokens: [Token]
    /// How many words say more than the mentions and the small words of the language.
    public let contentWords: Int

    /// The slots of an intent that the utterance fills.
    public func slots(for intent: Intent, of manifest: Manifest) -> [String: FilledSlot] {
        var filled: [String: FilledSlot] = [:]
        for name in intent.slots {
            guard let slot = manifest.slot(name) else { continue }
            switch slot.kind {
            case .entity:
                filled[name] = entity(mentions.filter { $0.topic == manifest.id && $0.slot == name })
            case .time:
                filled[name] = times.first.map { FilledSlot(.time($0.span), text: $0.text) }
            case .number:
                let counts = numbers.filter { !$0.isOrdinal }
                // "Une salle pour 60 personnes": where there is another number, "une" is an article.
                filled[name] = (counts.first { $0.value != 1 } ?? counts.first).map {
                    FilledSlot(.number($0.value), text: $0.text)
                }
            case .yesNo:
                break
            case .pattern(let pattern):
                filled[name] = pattern.firstMatch(in: tokens).map { range in
                    FilledSlot(.text(tokens.text(of: range)), text: tokens.text(of: range))
                }
            case .money, .duration, .age, .phone, .email, .postcode, .address:
                filled[name] = slot.kind.amount.flatMap { amount($0, for: intent, of: manifest) }
            }
        }
        return filled
    }

    /// What is left of the meaning without some of its words; how sure the intents are stays as it was.
    public func without(_ words: Range<Int>) -> Meaning {
        func moved(_ range: Range<Int>) -> Range<Int>? {
            if range.upperBound <= words.lowerBound { return range }
            guard range.lowerBound >= words.upperBound else { return nil }
            return range.lowerBound - words.count..<range.upperBound - words.count
        }
        return Meaning(
            candidates: candidates,
            mentions: mentions.compactMap { mention in moved(mention.tokens).map { Mention(mention, tokens: $0) } },
            times: times.compactMap { time in
                moved(time.tokens).map { TimeMention(span: time.span, reach: time.reach, tokens: $0, text: time.text) }
            },
            numbers: numbers.compactMap { number in
                moved(number.tokens).map {
                    NumberMention(value: number.value, isOrdinal: number.isOrdinal, tokens: $0, text: number.text)
                }
            },
            amounts: amounts.compactMap { amount in
                moved(amount.tokens).map { AmountMention(amount: amount.amount, tokens: $0, text: amount.text) }
            },
            tokens: Array(tokens[..<words.lowerBound] + tokens[words.upperBound...]), contentWords: contentWords)
    }

    /// The first amount of a kind as the value, the others beside it.
    private func amount(_ kind: Amount.Kind, for intent: Intent, of manifest: Manifest) -> FilledSlot? {
        var found = amounts.compactMap { mention in mention.amount.read(as: kind).map { ($0, mention) } }
        if kind == .duration, intent.slots.contains(where: { manifest.slot($0)?.kind == .time }) {
            // "2 heures" may be a time of day: where the question has a time, it is that.
            found.removeAll { _, mention in times.contains { $0.tokens.overlaps(mention.tokens) } }
        }
        if found.isEmpty, contentWords == 0 {
            // "18 mois" or "10 ans" alone answers what was asked, be it an age or a length of time.
            found = amounts.compactMap { mention in mention.amount.alone(as: kind).map { ($0, mention) } }
        }
        guard let (amount, mention) = found.first else { return nil }
        return FilledSlot(.amount(amount), text: mention.text, others: found.dropFirst().map { .amount($0.0) })
    }

    /// The closest of some mentions as the value, the first of those as close; the others beside it.
    private func entity(_ mentions: [Mention]) -> FilledSlot? {
        guard let score = mentions.map(\.score).max(), let best = mentions.first(where: { $0.score == score }) else {
            return nil
        }
        let others = mentions.filter { $0.entry != best.entry && $0.tokens != best.tokens }
        return FilledSlot(.entity(best.entry), text: best.text, others: others.map { .entity($0.entry) })
    }
}

extension Amount {
    /// The amount when it is of a kind; the postcode of an address counts as one.
    fileprivate func read(as kind: Kind) -> Amount? {
        if case .address(let address) = self, kind == .postcode { return address.postcode.map { .postcode($0) } }
        return self.kind == kind ? self : nil
    }

    /// What the amount may mean when it is all that is said: a length of time may be an age, and an age a length of time.
    fileprivate func alone(as kind: Kind) -> Amount? {
        switch (self, kind) {
        case (.duration(let length), .age) where length.seconds == 0: .age(length)
        case (.age(let length), .duration): .duration(length)
        default: nil
        }
    }
}

extension AmountMention {
    /// Whether the figures in it count nothing else; those of an address are also the number of a house.
    var hidesNumbers: Bool { amount.kind != .address && amount.kind != .postcode }
}

/// A name that an utterance contains.
public struct Mention: Sendable, Hashable {
    /// The topic whose slot it fills.
    public let topic: String
    /// The slot.
    public let slot: String
    /// The entry's id.
    public let entry: String
    /// Which words it covers.
    public let tokens: Range<Int>
    /// The person's words.
    public let text: String
    /// How close the words are to the name: 1 for the same letters.
    public let score: Double
    /// Whether it names something of the town rather than a word of the language.
    public let isProper: Bool
    /// Whether its slot means something only with another, so that it says nothing of what is asked.
    public let isDetail: Bool

    /// Whether it is surely a name of the town that holds some words, but for small ones, and says more.
    func isLongerName(than words: some Collection<Int>) -> Bool {
        isProper && score >= 0.9 && !words.isEmpty && words.allSatisfy(tokens.contains) && tokens.count > words.count
    }
}

extension Mention {
    /// The same name at another place.
    fileprivate init(_ other: Mention, tokens: Range<Int>) {
        self.init(
            topic: other.topic, slot: other.slot, entry: other.entry, tokens: tokens, text: other.text,
            score: other.score, isProper: other.isProper, isDetail: other.isDetail)
    }
}
