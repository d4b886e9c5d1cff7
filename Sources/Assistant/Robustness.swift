public import CivilTime
internal import Dialogue
public import Language

/// A sentence with the intent that a person gave it.
public struct JudgedSentence: Sendable, Decodable {
    /// The intent of sentences that a town hall has no answer to.
    public static let outOfScope = "oos"

    /// The words.
    public let text: String
    /// The intent's id; nil, or ``outOfScope``, when there is none.
    public let intent: String?
    /// The part of its set: `dev` may be looked at, `held` is kept for figures.
    public let part: String?

    /// Whether no intent is meant.
    var isOutOfScope: Bool { intent == nil || intent == JudgedSentence.outOfScope }

    /// Whether an intent, or none, is what the sentence means; one out of scope may be taken for another's matter.
    func agrees(with meaning: MeaningObject) -> Bool {
        isOutOfScope ? meaning.intent == nil || meaning.domain == "outside" : meaning.intent == intent
    }
}

/// How well sentences are understood when they are written well, and how well when they are not.
public struct Robustness: Sendable, Encodable {
    /// The shares of words that get an error: one in five, one in three.
    public static let rates = [1.0 / 5, 1.0 / 3]

    /// What was understood of all sentences in one state.
    public struct Score: Sendable, Encodable {
        /// The share of the sentences with an intent that are given it, from 0 to 1.
        public let accuracy: Double
        /// The share of the sentences out of scope that are refused, from 0 to 1.
        public let refused: Double
    }

    /// A kind of error at a rate.
    public struct Row: Sendable, Encodable {
        /// The kind, by its name.
        public let kind: String
        /// The share of words with an error.
        public let rate: Double
        /// What was understood.
        public let score: Score
        /// The accuracy as a share of that of sentences written well.
        public let kept: Double
    }

    /// A sentence that was not understood as it should be.
    public struct Mistake: Sendable, Encodable {
        /// The kind of error, or nil for a sentence written well.
        public let kind: String?
        /// The share of words with an error.
        public let rate: Double
        /// The words as they were read.
        public let text: String
        /// The intent that is meant, ``JudgedSentence/outOfScope`` for none.
        public let intent: String
        /// The intent that was understood, or nil.
        public let taken: String?
        /// How sure the surest intent was, from 0 to 1.
        public let confidence: Double
    }

    /// How many sentences have an intent.
    public let sentences: Int
    /// How many are out of scope.
    public let outOfScope: Int
    /// Sentences written well.
    public let clean: Score
    /// Each kind of error, at each of ``rates``.
    public let rows: [Row]
    /// Microseconds to read one sentence: half take no longer.
    public let p50: Double
    /// Microseconds to read one sentence: 99 in 100 take no longer.
    public let p99: Double
    /// What went wrong, in the order of the sentences.
    public let mistakes: [Mistake]

    /// Writes the figures, without the sentences.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(sentences, forKey: .sentences)
        try container.encode(outOfScope, forKey: .outOfScope)
        try container.encode(clean, forKey: .clean)
        try container.encode(rows, forKey: .rows)
        try container.encode(p50, forKey: .p50)
        try container.encode(p99, forKey: .p99)
    }

    private enum CodingKeys: String, CodingKey {
        case sentences, outOfScope = "out_of_scope", clean, rows, p50 = "microseconds_p50", p99 = "microseconds_p99"
    }
}

extension Assistant {
    /// The errors that people and recognisers make in the assistant's language.
    public var noise: Noise {
        Noise(words: files.words, rules: Languages.rules(for: setting.locale, words: files.words))
    }

    /// Reads sentences as they are and with each kind of error.
    ///
    /// - Parameters:
    ///   - sentences: what to read.
    ///   - now: when they are said.
    ///   - seed: the same seed gives the same errors.
    /// - Returns: what was understood; only the times differ from one run to the next.
    public func robustness(of sentences: [JudgedSentence], at now: Moment, seed: UInt64) -> Robustness {
        let noise = noise
        var mistakes: [Robustness.Mistake] = []
        func score(_ kind: Noise.Kind?, _ rate: Double) -> Robustness.Score {
            var (right, refused) = (0, 0)
            for (index, sentence) in sentences.enumerated() {
                let text =
                    kind.map {
                        noise.degraded(sentence.text, kind: $0, rate: rate, seed: seed &+ UInt64(index))
                    } ?? sentence.text
                let meaning = understand(Utterance(text), id: "", at: now)
                if !sentence.agrees(with: meaning) {
                    mistakes.append(
                        Robustness.Mistake(
                            kind: kind?.rawValue, rate: rate, text: text,
                            intent: sentence.intent ?? JudgedSentence.outOfScope, taken: meaning.intent,
                            confidence: meaning.confidence))
                } else if sentence.isOutOfScope {
                    refused += 1
                } else {
                    right += 1
                }
            }
            return Robustness.Score(
                accuracy: share(right, of: sentences.count - outOfScope), refused: share(refused, of: outOfScope))
        }
        let outOfScope = sentences.count(where: \.isOutOfScope)
        let clean = score(nil, 0)
        let rows = Noise.Kind.allCases.flatMap { kind in
            Robustness.rates.map { rate in
                let noisy = score(kind, rate)
                return Robustness.Row(
                    kind: kind.rawValue, rate: rate, score: noisy,
                    kept: clean.accuracy == 0 ? 0 : noisy.accuracy / clean.accuracy)
            }
        }
        // The median of three: on a shared machine the longest times are those of others.
        let times = sentences.map { sentence in
            (0..<3).map { _ in
                ContinuousClock().measure { _ = understand(Utterance(sentence.text), id: "", at: now) }
            }.sorted()[1] / .microseconds(1)
        }.sorted()
        return Robustness(
            sentences: sentences.count - outOfScope, outOfScope: outOfScope, clean: clean, rows: rows,
            p50: times.quantile(0.5) ?? 0, p99: times.quantile(0.99) ?? 0, mistakes: mistakes)
    }

    private func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
