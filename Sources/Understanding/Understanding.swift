public import CivilTime
public import Foundation
public import Language

/// Reads utterances: which intent is meant, and what it says of the intent's slots.
///
/// Trained from the topics' example sentences; deterministic: the same utterance and model give the same meaning.
public struct Understanding: Sendable {
    /// The confidence from which an intent counts as understood.
    public static let threshold = 0.5

    let rules: any ReadingRules
    let smallWords: SmallWords
    private let gazetteer: Gazetteer
    private let classifier: Classifier

    /// Trains on the examples of the topics.
    ///
    /// - Parameters:
    ///   - definitions: the topics, joined with the words of the language.
    ///   - rules: how the language is read.
    ///   - smallWords: the words that carry no subject.
    ///   - now: a moment for the times that examples mention; only what kind of time they are counts.
    public init(definitions: [Definition], rules: any ReadingRules, smallWords: SmallWords, now: Moment) {
        let gazetteer = Gazetteer(definitions: definitions, rules: rules, smallWords: smallWords)
        let examples = definitions.flatMap { definition in
            Examples.expanded(definition).map { example in
                let tokens = rules.tokens(in: example.text)
                let times = rules.times(in: tokens, now: now, calendar: DayCalendar())
                let mentions = gazetteer.mentions(in: tokens)
                return (example.intent, Features.extract(tokens: tokens, mentions: mentions, times: times))
            }
        }
        self.init(rules, smallWords, gazetteer, Classifier(examples: examples))
    }

    private init(_ rules: any ReadingRules, _ words: SmallWords, _ gazetteer: Gazetteer, _ classifier: Classifier) {
        (self.rules, self.smallWords, self.gazetteer, self.classifier) = (rules, words, gazetteer, classifier)
    }

    /// Reads one utterance.
    ///
    /// - Parameters:
    ///   - utterance: the words; what is beyond a sensible length is not read.
    ///   - now: when it was said.
    ///   - calendar: the holidays that it may name.
    /// - Returns: every intent with its confidence, and what was named.
    public func read(_ utterance: Utterance, now: Moment, calendar: DayCalendar) -> Meaning {
        let tokens = rules.tokens(in: utterance.text)
        let named = gazetteer.mentions(in: tokens)
        // "Les Trois-Moulins" is no third of the month; "le 11 novembre" is a date, even where a ceremony has that name.
        let times = rules.times(in: tokens, now: now, calendar: calendar).filter { time in
            let telling = time.tokens.filter { !smallWords.all.contains(tokens[$0].folded) }
            return !named.contains { $0.isLongerName(than: telling) }
        }
        let mentions = named.filter { mention in
            !times.contains { $0.tokens.clamped(to: mention.tokens) == mention.tokens }
        }
        let amounts = rules.amounts(in: tokens)
        var covered = Set<Int>()
        let hidden = amounts.filter(\.hidesNumbers).map(\.tokens)
        for range in times.map(\.tokens) + mentions.map(\.tokens) + hidden { covered.formUnion(range) }
        let free = tokens.indices.filter { !covered.contains($0) }
        let numbers = rules.numbers(in: tokens).filter { covered.isDisjoint(with: $0.tokens) }
        let margins = classifier.margins(Features.extract(tokens: tokens, mentions: mentions, times: times))
        let subjects = Subjects(mentions)
        let candidates = zip(classifier.intents, margins)
            .map {
                Meaning.Candidate(
                    intent: $0, confidence: Understanding.confidence(margin: $1 + subjects.bearing(on: $0)))
            }
            .sorted { ($1.confidence, $0.intent) < ($0.confidence, $1.intent) }
        return Meaning(
            candidates: tokens.isEmpty ? [] : candidates, mentions: mentions, times: times, numbers: numbers,
            amounts: amounts, tokens: tokens,
            contentWords: free.filter { !smallWords.all.contains(tokens[$0].folded) }.count)
    }

    /// A margin seen as a probability: a logistic curve that is one half where development questions part from others.
    private static func confidence(margin: Float) -> Double {
        let value = 1 / (1 + exp(-5 * (Double(margin) + 0.3)))
        return (value * 1000).rounded() / 1000
    }
}

extension Understanding {
    /// The trained form as two blobs, for the compiled cache: the names, and the classifier.
    public func compiled() -> (names: Data, classifier: Data) {
        var names = TableWriter()
        names.add(Array(smallWords.lines.utf8))
        return (names.data + gazetteer.table.data, classifier.data)
    }

    /// Takes up what ``compiled()`` wrote; nil when the bytes cannot be that.
    public init?(names: Data, classifier: Data, rules: any ReadingRules) {
        var reader = TableReader(names)
        guard let words = reader.bytes(), let table = NameTable(data: reader.rest),
            let classifier = Classifier(data: classifier)
        else { return nil }
        let smallWords = SmallWords(lines: String(decoding: words, as: UTF8.self))
        self.init(rules, smallWords, Gazetteer(table), classifier)
    }
}
