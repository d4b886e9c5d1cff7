/// How often the words of a lexicon are used, all forms of a word together.
///
/// "Apportez" is as frequent as "apporter": a reader who knows the one knows the other.
final class WordFrequencies: Sendable {
    private let lexicon: Lexicon
    private let byLemma: [String: Double]

    /// Sums the frequencies of a whole lexicon, some 100 milliseconds for French.
    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        byLemma = lexicon.reading { view in
            var sums: [String: Double] = [:]
            for entry in 0..<view.header.count {
                let lemma = String(decoding: view.form(view.lemma(entry)), as: UTF8.self)
                sums[lemma, default: 0] += WordFrequencies.perMillion(view.frequency(entry))
            }
            return sums
        }
    }

    /// How often a word is used, in occurrences per million words; nil when the lexicon lacks it.
    ///
    /// - Parameters:
    ///   - word: the word in lower case with its accents.
    ///   - folded: the same, folded: what counts where no form has these accents.
    /// - Returns: the sum over all forms of the word.
    func perMillion(_ word: String, folded: String) -> Double? {
        entries(word, folded: folded).map { byLemma[$0.lemma] ?? WordFrequencies.perMillion($0.frequency) }.max()
    }

    /// The forms that a word may be: those with its accents, or else those without.
    func entries(_ word: String, folded: String) -> [Lexicon.Word] {
        let all = lexicon.words(folded: folded)
        let exact = all.filter { $0.form == word }
        return exact.isEmpty ? all : exact
    }

    /// Whether a word mostly ties others together: an article, a pronoun, "de", "et".
    func isGrammatical(_ word: String, folded: String) -> Bool {
        let most = entries(word.lowercased(), folded: folded).max { $0.frequency < $1.frequency }
        return most.map { WordClasses.grammatical.contains($0.classes.main) } ?? false
    }

    /// Ten times the Zipf scale as occurrences per million words.
    private static func perMillion(_ frequency: Int) -> Double {
        // Powers of the tenth root of ten, without Foundation: the scale has 81 steps.
        var value = 0.001
        for _ in 0..<frequency { value *= 1.258_925_411_794_167_2 }
        return value
    }
}
