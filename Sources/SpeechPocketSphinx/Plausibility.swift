internal import Foundation

/// How likely it is that what a search heard was said, rather than something that it cannot hear.
///
/// A grammar makes of any sound one of its sentences. How much worse that sentence fits than any syllables do tells most; one word
/// within it that does not fit at all tells more than the average of all; and where the sound is poor (noise, a telephone), the right
/// words fit worse too. The three are weighed by a logistic rule, which `Benchmarks/speech/clips --fit` fits and tests on human
/// clips; what it reaches is in `Docs/speech.md`.
struct Plausibility {
    /// The weights, a natural logarithm a frame each: of words against syllables, of the worst word against phones, of the phones.
    static let syllablesWeight = 2.77
    private static let (worstWeight, phonesWeight, constant) = (0.275, -2.31, -3.22)
    /// Without syllables, words against phones: where a text is as likely right as wrong, and how fast that changes.
    private static let (evens, slope) = (-2.2, 0.35)
    /// A word shorter than this is not judged by itself, in frames.
    private static let shortest = 15

    let words: Hypothesis
    let phones: Hypothesis
    let syllables: Double?
    let frames: Double

    /// The logarithm of the odds that the words were said: 0 when that is as likely as not, 2.2 at nine to one.
    var odds: Double {
        guard let evidence else { return ((words.score - phones.score) / frames - Self.evens) / Self.slope }
        return Self.syllablesWeight * evidence.syllables + Self.worstWeight * evidence.worst
            + Self.phonesWeight * evidence.phones + Self.constant
    }

    /// What the odds are made of, a natural logarithm a frame each; nil without syllables.
    var evidence: (syllables: Double, worst: Double, phones: Double)? {
        syllables.map { ((words.score - $0) / frames, worst ?? 0, phones.score / frames) }
    }

    /// The same of one word: the odds where all words fitted like it.
    func odds(of segment: Hypothesis.Segment) -> Double {
        odds + (fit(segment) - (words.score - phones.score) / frames)
    }

    /// The fit of the word that fits worst.
    private var worst: Double? {
        let spoken = words.segments.filter { !$0.isFiller }
        let long = spoken.filter { $0.end - $0.start >= Self.shortest }
        return (long.isEmpty ? spoken : long).map(fit).min()
    }

    /// The score of a word minus that of the phones meanwhile, a frame.
    private func fit(_ segment: Hypothesis.Segment) -> Double {
        let length = Double(max(segment.end - segment.start, 1))
        return (segment.score - phones.score(from: segment.start, to: segment.end)) / length
    }
}

extension Hypothesis {
    /// The score within some frames; a segment that is half within counts half.
    fileprivate func score(from start: Int, to end: Int) -> Double {
        segments.reduce(0) { sum, segment in
            let common = Double(min(end, segment.end) - max(start, segment.start))
            return common > 0 ? sum + segment.score * common / Double(max(segment.end - segment.start, 1)) : sum
        }
    }
}
