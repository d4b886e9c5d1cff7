internal import Foundation
internal import Wyoming

/// Puts together what the search for words and the loop of phones heard.
struct HearingReport {
    /// The odds of nothing: surely not said.
    private static let never = -30.0
    /// The odds below which nothing was heard: a click makes such words, a person does not.
    private static let hopeless = -8.0

    private let words: Hypothesis?
    private let readings: [(text: String, score: Double)]
    private let phones: Hypothesis?
    private let plausibility: Plausibility?
    private let frames: Double
    private let time: (Int) -> Double

    init(
        words: Hypothesis?, readings: [(text: String, score: Double)], phones: Hypothesis?, syllables: Double?,
        frames: Int,
        time: @escaping (Int) -> Double
    ) {
        (self.readings, self.phones, self.time) = (readings, phones, time)
        let frames = Double(max(frames, 1))
        self.frames = frames
        let plausibility = words.flatMap { words in
            phones.map { Plausibility(words: words, phones: $0, syllables: syllables, frames: frames) }
        }
        self.plausibility = plausibility
        self.words = plausibility.map { $0.odds < Self.hopeless } == true ? nil : words
    }

    /// The text, empty when nothing was heard.
    var text: String { words?.text ?? "" }

    /// The logarithm of the odds that the text was said.
    var rejection: Double { text.isEmpty ? Self.never : max(Self.never, plausibility?.odds ?? 0) }

    /// How likely the text is right, 0 to 1.
    var confidence: Double { text.isEmpty ? 0 : Self.probability(rejection) }

    func details(secondsAudio: Double, secondsCPU: Double) -> TranscriptMessage.Details {
        .init(
            confidence: confidence, alternatives: alternatives, words: wordList,
            phones: phones?.segments.filter { !$0.isFiller }.map(\.name).joined(separator: " ") ?? "",
            rejection: rejection,
            evidence: plausibility?.evidence.map {
                ["syllables": $0.syllables, "worst": $0.worst, "phones": $0.phones]
            },
            secondsAudio: secondsAudio, secondsCpu: secondsCPU)
    }

    private static func probability(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }

    /// The text first, then the other readings, each measured from the text.
    private var alternatives: [TranscriptMessage.Reading] {
        guard !text.isEmpty else { return [] }
        let own = readings.first { $0.text == text }?.score ?? readings.first?.score ?? 0
        let others = readings.filter { $0.text != text }
            .map {
                TranscriptMessage.Reading(
                    text: $0.text, score: rejection + Plausibility.syllablesWeight * min(0, $0.score - own) / frames)
            }
        return [.init(text: text, score: rejection)] + others.sorted { $0.score > $1.score }
    }

    private var wordList: [TranscriptMessage.Word] {
        guard let words else { return [] }
        return words.segments.filter { !$0.isFiller }.map { segment in
            .init(
                text: segment.word, start: time(segment.start), end: time(segment.end),
                confidence: Self.probability(plausibility?.odds(of: segment) ?? 0))
        }
    }
}
