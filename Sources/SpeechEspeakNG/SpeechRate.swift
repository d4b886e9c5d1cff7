/// What espeak-ng's rate is in words of French a minute.
///
/// Its own figure counts English words. The table was measured on the sound by `Benchmarks/speech/rate --table`: the words of sentences
/// of a town hall over the time that they sound, silences of 100 ms and more left out.
enum SpeechRate {
    /// espeak-ng's parameter, and the words a minute of its voice `fr`.
    static let measured: [(parameter: Int, words: Double)] = [
        (80, 116), (90, 124), (100, 138), (110, 152), (125, 174), (150, 208), (175, 242), (200, 276), (225, 305),
        (250, 333), (275, 355), (300, 387), (325, 419), (350, 453), (375, 480), (400, 509), (425, 538), (450, 559),
        (475, 590), (500, 622), (550, 686), (600, 748),
    ]

    /// The parameters that are used; above 450 the library overlaps stretches of sound.
    private static let parameters = 80...600

    /// The parameter for a rate.
    ///
    /// - Parameter words: words a minute.
    /// - Returns: what the library is given.
    static func parameter(_ words: Double) -> Int {
        guard let above = measured.firstIndex(where: { $0.words >= words }) else { return parameters.upperBound }
        guard above > 0 else { return parameters.lowerBound }
        let (low, high) = (measured[above - 1], measured[above])
        let share = (words - low.words) / (high.words - low.words)
        return Int((Double(low.parameter) + share * Double(high.parameter - low.parameter)).rounded())
    }
}

/// Keeps the rate of a text: its words may be longer or shorter than those of the table, and the text as a whole must still have
/// the words a minute that were asked for.
struct RateKeeper {
    /// How far a text may be from the table.
    private static let corrections = 0.7...1.4
    /// How far one sentence may be from the one before, so that nobody hears the change.
    private static let step = 0.94...1.06
    /// With fewer words than this, words a minute say nothing about a text.
    static let fewest = 8
    /// The most that is put between two words, and how long one of it is at the slowest rate, in seconds: more would be heard as
    /// a pause after each word.
    private static let (mostGap, gapSeconds) = (2, 0.036)

    private let wanted: Double
    private var factor = 1.0
    private var words = 0
    private var seconds = 0.0
    /// What is put between two words, for a rate below the library's slowest.
    private(set) var gap = 0

    init(wanted: Double) { self.wanted = wanted }

    /// The library's rate now.
    var parameter: Int { SpeechRate.parameter(wanted * factor) }

    /// Learns from a trial: some words, and how long they sounded at the rate of now.
    mutating func tried(words: Int, seconds: Double) {
        guard words >= Self.fewest, seconds > 0 else { return }
        let slow = Double(words) * 60 / wanted - seconds
        if slow > 0, SpeechRate.parameter(wanted * factor * 0.99) == SpeechRate.measured[0].parameter {
            gap = min(gap + Int((slow / Double(words) / Self.gapSeconds).rounded()), Self.mostGap)
        } else {
            set(factor * wanted * seconds / (Double(words) * 60))
        }
    }

    /// Learns from a sentence that was said, for the next one.
    mutating func said(words: Int, seconds: Double) {
        self.words += words
        self.seconds += seconds
        guard self.words >= Self.fewest, self.seconds > 0, gap == 0 else { return }
        let change = wanted * self.seconds / (Double(self.words) * 60)
        set(factor * min(max(change, Self.step.lowerBound), Self.step.upperBound))
    }

    private mutating func set(_ value: Double) {
        factor = min(max(value, Self.corrections.lowerBound), Self.corrections.upperBound)
    }
}
