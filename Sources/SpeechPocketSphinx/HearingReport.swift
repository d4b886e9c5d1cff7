internal import Foundation
internal import Wyoming

/// Puts together what the search for words and the loop of phones heard.
struct HearingReport {
    /// The rejection at which a text is as likely right as wrong, and how fast that changes; both measured, see `Docs/speech.md`.
    private static let (evens, slope) = (-2.2, 0.35)

    private let words: Hypothesis?
    private let readings: [(text: String, score: Double)]
    private let phones: Hypothesis?
    private let frames: Double
    private let time: (Int) -> Double

    init(
        words: Hypothesis?, readings: [(text: String, score: Double)], phones: Hypothesis?, frames: Int,
        time: @escaping (Int) -> Double
    ) {
        (self.words, self.readings, self.phones, self.time) = (words, readings, phones, time)
        self.frames = Double(max(frames, 1))
    }

    /// The text, empty when nothing was heard.
    var text: String { words?.text ?? "" }

    /// The score of the words minus that of the phones, a frame, in natural logarithms.
    var rejection: Double {
        guard let words, !words.text.isEmpty else { return -10 }
        return (words.score - (phones?.score ?? words.score)) / frames
    }

    /// How likely the text is right, 0 to 1.
    var confidence: Double { text.isEmpty ? 0 : Self.confidence(rejection) }

    func details(secondsAudio: Double, secondsCPU: Double) -> TranscriptMessage.Details {
        .init(
            confidence: confidence, alternatives: alternatives, words: wordList,
            phones: phones?.segments.filter { !$0.isFiller }.map(\.name).joined(separator: " ") ?? "",
            rejection: rejection, secondsAudio: secondsAudio, secondsCpu: secondsCPU)
    }

    private static func confidence(_ rejection: Double) -> Double { 1 / (1 + exp((evens - rejection) / slope)) }

    /// The text first, then the other readings, each measured from the text.
    private var alternatives: [TranscriptMessage.Reading] {
        guard !text.isEmpty else { return [] }
        let own = readings.first { $0.text == text }?.score ?? readings.first?.score ?? 0
        let others = readings.filter { $0.text != text }
            .map { TranscriptMessage.Reading(text: $0.text, score: rejection + min(0, $0.score - own) / frames) }
        return [.init(text: text, score: rejection)] + others.sorted { $0.score > $1.score }
    }

    private var wordList: [TranscriptMessage.Word] {
        guard let words else { return [] }
        return words.segments.filter { !$0.isFiller }.map { segment in
            let length = Double(max(segment.end - segment.start, 1))
            let fit = (segment.score - phoneScore(segment.start, segment.end)) / length
            return .init(
                text: segment.word, start: time(segment.start), end: time(segment.end),
                confidence: Self.confidence(fit))
        }
    }

    /// The score of the phones within some frames; a phone that is half within counts half.
    private func phoneScore(_ start: Int, _ end: Int) -> Double {
        (phones?.segments ?? []).reduce(0) { sum, phone in
            let common = Double(min(end, phone.end) - max(start, phone.start))
            return common > 0 ? sum + phone.score * common / Double(max(phone.end - phone.start, 1)) : sum
        }
    }
}
