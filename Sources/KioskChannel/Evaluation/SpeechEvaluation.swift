public import Assistant
public import CivilTime
import Foundation
import Language
public import Speech

/// How well a town's recordings are heard and understood.
public struct SpeechEvaluation: Sendable {
    /// What is listened for.
    public enum Manner: String, Sendable, CaseIterable {
        /// Any question: the town's model, and a second recogniser where there is one.
        case open
        /// The sentences of the folder themselves, as one grammar. Sentences that are left out of it must then be rejected.
        case closed
    }

    /// Figures of some recordings.
    public struct Figures: Sendable, Hashable, Encodable {
        /// How many recordings.
        public fileprivate(set) var utterances = 0
        /// Word error rate, from 0.
        public fileprivate(set) var wer = 0.0
        /// The share of sentences heard word for word.
        public fileprivate(set) var sentence_accuracy = 0.0
        /// The share of sentences whose intent is that of their text.
        public fileprivate(set) var intent_accuracy = 0.0
        /// The share of sentences that were rejected though they were said.
        public fileprivate(set) var false_rejects = 0.0
    }

    /// What came of it.
    public struct Report: Sendable, Encodable {
        /// Everybody.
        public let all: Figures
        /// Each speaker.
        public let speakers: [String: Figures]
        /// The share of sentences outside the grammar that were taken for one within, at the rejection that turns away 5 % of the
        /// right ones; nil where nothing was outside.
        public let false_accepts: Double?
        /// The same, at the rejection that the kiosk uses.
        public let false_accepts_as_set: Double?
        /// Recordings that one of two recognisers did not hear, so that the figures are partly the other's alone.
        public let heard_by_one_only: Int
        /// Processor seconds of recognition a second of sound.
        public let real_time_factor: Double
        /// Seconds of sound.
        public let seconds_audio: Double
    }

    /// One recording and what was heard of it.
    struct Outcome: Sendable {
        let item: SpokenCorpus.Item
        let heard: Heard
        let isRightIntent: Bool
        let isRightSentence: Bool
        let said: [String]
        let words: [String]
    }

    private let assistant: Assistant
    private let ears: Ears
    private let sentence: SpokenSentence
    private let searches: SearchMaker
    private let now: Moment

    /// An evaluation with a town and its ears.
    public init(_ assistant: Assistant, ears: Ears, now: Moment) {
        (self.assistant, self.ears, self.now) = (assistant, ears, now)
        sentence = SpokenSentence(assistant.languageRules)
        searches = SearchMaker(assistant.listeningMaterial, rules: assistant.languageRules)
    }

    /// Hears every recording.
    ///
    /// - Parameters:
    ///   - corpus: the recordings.
    ///   - manner: what is listened for.
    ///   - each: told each recording as it is heard: its file, what was heard, and whether it was right.
    /// - Returns: the figures.
    /// - Throws: ``Speech/SpeechError`` when a recording cannot be read, or nobody can hear.
    public func run(
        _ corpus: SpokenCorpus, _ manner: Manner,
        each: (_ file: String, _ text: String, _ isRight: Bool) -> Void = { _, _, _ in }
    ) async throws(SpeechError) -> Report {
        var outcomes: [Outcome] = []
        var outside: [Outcome] = []
        switch manner {
        case .open:
            try await ears.prepare([searches.search(for: Expectation(.question))])
            for item in corpus.items { outcomes.append(try await hear(item, corpus, Expectation(.question))) }
        case .closed:
            let texts = Array(Set(corpus.items.map(\.text))).sorted()
            outcomes = try await hear(corpus.items, corpus, among: texts)
            // Half of the sentences are left out of the grammar; those who say them say something else than it holds.
            for half in 0..<2 {
                let kept = texts.enumerated().filter { $0.offset % 2 == half }.map(\.element)
                let others = corpus.items.filter { !kept.contains($0.text) }
                guard !kept.isEmpty, !others.isEmpty else { continue }
                outside += try await hear(others, corpus, among: kept)
            }
        }
        for outcome in outcomes { each(outcome.item.file, outcome.heard.utterance.text, outcome.isRightSentence) }
        return report(outcomes, outside)
    }

    private func hear(
        _ items: [SpokenCorpus.Item], _ corpus: SpokenCorpus, among texts: [String]
    ) async throws(SpeechError) -> [Outcome] {
        let expectation = Expectation(.choice, phrases: texts)
        let grammar =
            "#JSGF V1.0;\ngrammar closed;\npublic <utterance> = "
            + texts.map(sentence.line).filter { !$0.isEmpty }.joined(separator: " | ") + ";\n"
        try await ears.prepare([
            RecognitionSearch(name: SearchMaker.name(of: expectation), model: .grammar(grammar))
        ])
        var outcomes: [Outcome] = []
        for item in items { outcomes.append(try await hear(item, corpus, expectation)) }
        return outcomes
    }

    private func hear(
        _ item: SpokenCorpus.Item, _ corpus: SpokenCorpus, _ expectation: Expectation
    ) async throws(SpeechError) -> Outcome {
        let chunk = try WAVReader(corpus.path(item)).all()
        let (stream, continuation) = AsyncStream<AudioChunk>.makeStream()
        continuation.yield(chunk)
        continuation.finish()
        let heard = try await ears.hear(stream, expecting: expectation)
        let (said, words) = (sentence.words(of: item.text), sentence.words(of: heard.utterance.text))
        let wanted = assistant.understand(Utterance(item.text), id: "", at: now).intent
        let got = assistant.understand(heard.utterance, id: "", at: now).intent
        return Outcome(
            item: item, heard: heard, isRightIntent: wanted == got, isRightSentence: said == words, said: said,
            words: words)
    }

    // MARK: Figures

    private func report(_ outcomes: [Outcome], _ outside: [Outcome]) -> Report {
        let recognitions = outcomes.flatMap(\.heard.recognitions)
        let audio = outcomes.compactMap(\.heard.recognitions.first).map(\.secondsAudio).reduce(0, +)
        let right = outcomes.filter(\.isRightSentence).compactMap(\.heard.recognitions.first).map(\.rejection).sorted()
        let threshold = right.isEmpty ? 0 : right[min(right.count - 1, right.count / 20)]
        let accepted = outside.filter { outcome in
            outcome.heard.recognitions.first.map { !$0.text.isEmpty && $0.rejection >= threshold } ?? false
        }
        let asSet = outside.filter { $0.heard.verdict != .rejected }
        func share(_ part: [Outcome]) -> Double? {
            outside.isEmpty ? nil : Double(part.count) / Double(outside.count)
        }
        return Report(
            all: Self.figures(outcomes),
            speakers: Dictionary(grouping: outcomes, by: \.item.speaker).mapValues(Self.figures),
            false_accepts: share(accepted), false_accepts_as_set: share(asSet),
            heard_by_one_only: outcomes.count { $0.heard.fault != nil },
            real_time_factor: audio == 0 ? 0 : recognitions.map(\.secondsCPU).reduce(0, +) / audio,
            seconds_audio: audio)
    }

    private static func figures(_ outcomes: [Outcome]) -> Figures {
        var (figures, errors) = (Figures(), WordErrors())
        for outcome in outcomes { errors.add(said: outcome.said, heard: outcome.words) }
        func share(_ isCounted: (Outcome) -> Bool) -> Double {
            outcomes.isEmpty ? 0 : Double(outcomes.count(where: isCounted)) / Double(outcomes.count)
        }
        (figures.utterances, figures.wer) = (outcomes.count, errors.rate)
        figures.sentence_accuracy = share(\.isRightSentence)
        figures.intent_accuracy = share(\.isRightIntent)
        figures.false_rejects = share { $0.heard.verdict == .rejected }
        return figures
    }
}
