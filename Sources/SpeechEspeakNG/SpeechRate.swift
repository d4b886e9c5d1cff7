/// What espeak-ng's rate is in words of French a minute.
///
/// Its own figure counts English words. The table was measured on the sound by `Benchmarks/speech/rate`: the words of sentences
/// of a town hall over the time that they sound, silences of 100 ms and more left out.
enum SpeechRate {
    /// espeak-ng's parameter, and the words a minute of its voice `fr`.
    static let measured: [(parameter: Int, words: Double)] = [
        (80, 120), (100, 143), (125, 167), (150, 200), (175, 230), (200, 262), (250, 322), (300, 384), (350, 440),
        (400, 505), (450, 560),
    ]

    /// What the library takes; above 450 it goes another way, by overlapping stretches of sound.
    static let parameters = 80...450

    /// The parameter for a rate.
    ///
    /// - Parameter words: words a minute.
    static func parameter(_ words: Double) -> Int {
        guard let above = measured.firstIndex(where: { $0.words >= words }) else { return parameters.upperBound }
        guard above > 0 else { return measured[0].parameter }
        let (low, high) = (measured[above - 1], measured[above])
        let share = (words - low.words) / (high.words - low.words)
        return Int((Double(low.parameter) + share * Double(high.parameter - low.parameter)).rounded())
    }
}
