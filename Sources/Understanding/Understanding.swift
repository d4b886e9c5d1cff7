public import CivilTime
public import Foundation
public import Language

/// Reads utterances: which intent is meant, and what it says of the intent's slots.
///
/// Trained from the topics' example sentences; deterministic: the same utterance and model give the same meaning.
public struct Understanding: Sendable {
    /// The confidence from which an intent counts as understood.
    public static let threshold = 0.5

    let reader: SentenceReader
    let classifier: Classifier
    let offers = RecentOffers()

    /// Trains on the examples of the topics, and judges them by cross-validation to know how sure its margins are.
    ///
    /// - Parameters:
    ///   - definitions: the topics, joined with the words of the language.
    ///   - knowledge: what is known of the language.
    ///   - now: a moment for the times that examples mention; only what kind of time they are counts.
    public init(definitions: [Definition], knowledge: Knowledge, now: Moment) {
        self.init(CrossValidation(definitions: definitions, knowledge: knowledge, now: now))
    }

    /// Trains on examples that were judged already.
    public init(_ judged: CrossValidation) {
        var classifier = judged.training.classifier()
        classifier.calibration = Calibration(judged.verdicts)
        (reader, self.classifier) = (judged.training.reader, classifier)
    }

    /// What is known of the language.
    public var knowledge: Knowledge { reader.knowledge }
    /// What corrects the words of an utterance.
    public var speller: Speller { reader.speller }

    var rules: any ReadingRules { knowledge.rules }
    var smallWords: SmallWords { knowledge.smallWords }

    /// Reads one utterance.
    ///
    /// - Parameters:
    ///   - utterance: the words; what is beyond a sensible length is not read.
    ///   - now: when it was said.
    ///   - calendar: the holidays that it may name.
    /// - Returns: every intent with its confidence, and what was named.
    public func read(_ utterance: Utterance, now: Moment, calendar: DayCalendar) -> Meaning {
        let sentence = reader.read(utterance.text, now: now, calendar: calendar)
        let amounts = rules.amounts(in: sentence.tokens)
        var covered = Set<Int>()
        let hidden = amounts.filter(\.hidesNumbers).map(\.tokens)
        for range in sentence.times.map(\.tokens) + sentence.mentions.map(\.tokens) + hidden {
            covered.formUnion(range)
        }
        let free = sentence.tokens.indices.filter { !covered.contains($0) }
        let margins = classifier.margins(Features(sentence), bearing: Subjects(sentence.mentions))
        return Meaning(
            candidates: sentence.tokens.contains(where: saysSomething) ? classifier.candidates(margins) : [],
            mentions: sentence.mentions,
            times: sentence.times,
            numbers: rules.numbers(in: sentence.tokens).filter { covered.isDisjoint(with: $0.tokens) },
            amounts: amounts, tokens: sentence.tokens,
            contentWords: free.filter { !smallWords.all.contains(sentence.tokens[$0].folded) }.count)
    }
}

extension Understanding {
    /// Whether a word may tell an intent: articles and figures alone do not.
    private func saysSomething(_ token: Token) -> Bool {
        !smallWords.articles.contains(token.folded)
            && !token.folded.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension Understanding {
    /// The trained form as bytes, for the compiled cache.
    public func compiled() -> Data {
        var writer = TableWriter()
        writer.add(reader.speller.favouredWords.joined(separator: "\n"))
        writer.add(Array(reader.gazetteer.table.data))
        writer.add(Array(classifier.data))
        return writer.data
    }

    /// Takes up what ``compiled()`` wrote; nil when the bytes cannot be that.
    public init?(compiled: Data, knowledge: Knowledge) {
        var reader = TableReader(compiled)
        guard let favoured = reader.text(), let names = reader.blob(), let model = reader.blob(), reader.isAtEnd,
            let table = NameTable(data: names), let classifier = Classifier(data: model)
        else { return nil }
        self.reader = SentenceReader(
            knowledge, speller: knowledge.speller(favouring: favoured.split(separator: "\n").map(String.init)),
            gazetteer: Gazetteer(table))
        self.classifier = classifier
    }
}
