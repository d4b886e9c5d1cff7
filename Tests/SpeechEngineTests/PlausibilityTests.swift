import Testing

@testable import SpeechPocketSphinx

@Suite("Whether what was heard was said")
struct PlausibilityTests {
    /// Two words of 30 frames each, and phones of the same length; scores a frame.
    private func odds(first: Double, second: Double, phones: Double, syllables: Double?) -> Double {
        func hypothesis(_ scores: [Double]) -> Hypothesis {
            Hypothesis(
                text: "a b", score: scores.reduce(0) { $0 + $1 * 30 },
                segments: scores.enumerated().map {
                    .init(name: "w\($0)", start: $0 * 30, end: $0 * 30 + 30, score: $1 * 30)
                })
        }
        return Plausibility(
            words: hypothesis([first, second]), phones: hypothesis([phones, phones]),
            syllables: syllables.map { $0 * 60 }, frames: 60
        ).odds
    }

    @Test("Words that fit as well as any syllables were said; words that fit far worse were not")
    func fit() {
        #expect(odds(first: -4.2, second: -4.2, phones: -3.5, syllables: -4) > 1)
        #expect(odds(first: -7, second: -7, phones: -3.5, syllables: -4) < -1)
    }

    @Test("One word that does not fit tells more than the average")
    func worst() {
        let even = odds(first: -5, second: -5, phones: -3.5, syllables: -4)
        #expect(odds(first: -4, second: -6, phones: -3.5, syllables: -4) < even)
    }

    @Test("Where the sound is poor, words need not fit so well")
    func poor() {
        let clear = odds(first: -5, second: -5, phones: -3.5, syllables: -4)
        #expect(odds(first: -6, second: -6, phones: -4.5, syllables: -5) > clear)
    }

    @Test("Without syllables, words are measured against phones", arguments: [(-5.7, 0.0), (-4.0, 4.8), (-6.5, -2.2)])
    func phonesOnly(words: Double, expected: Double) {
        #expect(abs(odds(first: words, second: words, phones: -3.5, syllables: nil) - expected) < 0.1)
    }

    @Test(
        "Words are said in other ways than the dictionary's",
        arguments: [
            ("jj ee dd ii", ["jj ee dd ii", "jj eu dd ii"]),
            ("ss ai zz ee", ["ss ai zz ee"]),
            ("un", ["un", "in"]),
            ("mm ai", ["mm ai", "mm ei"]),
            ("kk aa tt rr ee", ["kk aa tt rr ee", "kk aa tt"]),
            ("aa rr", ["aa rr"]),
            ("ll un dd ii", ["ll un dd ii", "ll in dd ii"]),
            ("", [""]),
        ])
    func ways(pronunciation: String, expected: [String]) { #expect(FrenchPhones.ways(pronunciation) == expected) }
}
