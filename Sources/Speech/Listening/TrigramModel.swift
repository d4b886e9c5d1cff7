#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A language model of three words, made of sentences, in ARPA's text as pocketsphinx reads it.
///
/// Interpolated Witten-Bell smoothing: P(w|h) = (c(hw) + T(h) P(w|h')) / (c(h) + T(h)), T(h) being how many different words
/// follow h (Witten and Bell 1991; Chen and Goodman 1998, section 2.4). What was never seen falls back to the shorter history
/// by T(h) / (c(h) + T(h)).
///
/// Sentences may count less than one: an example with sixty streets is one sentence, said sixty ways. A word that was seen a fifth of
/// a time is then a fifth of a kind; counted whole, sixty rare names would leave the words that were seen hardly any probability.
public struct TrigramModel: Sendable {
    /// A sequence of one to three words.
    private typealias Gram = [String]

    private static let (start, end) = ("<s>", "</s>")
    /// The words that the model knows, without the marks of a sentence.
    public let vocabulary: Set<String>
    private let counts: [[Gram: Double]]

    /// Counts sentences.
    ///
    /// - Parameter sentences: the words of each, and how much it counts, above zero.
    public init(_ sentences: [(words: [String], weight: Double)]) {
        var counts: [[Gram: Double]] = [[:], [:], [:]]
        var vocabulary: Set<String> = []
        for (words, weight) in sentences where !words.isEmpty && weight > 0 {
            vocabulary.formUnion(words)
            let all = [Self.start] + words + [Self.end]
            for place in all.indices {
                for length in 1...3 where place + length <= all.count {
                    counts[length - 1][Array(all[place..<(place + length)]), default: 0] += weight
                }
            }
        }
        (self.vocabulary, self.counts) = (vocabulary, counts)
    }

    /// The model as text: logarithms of ten, with the weights of falling back.
    public func arpa() -> String {
        let contexts = counts.dropFirst().map(Self.followers)
        let words = vocabulary.sorted() + [Self.end]
        let total = words.reduce(0) { $0 + (counts[0][[$1]] ?? 0) }
        let kinds = words.reduce(0) { $0 + Self.kind(counts[0][[$1]] ?? 0) }
        let uniform = 1 / Double(max(words.count, 1))
        func unigram(_ word: String) -> Double {
            ((counts[0][[word]] ?? 0) + kinds * uniform) / (total + kinds)
        }
        func bigram(_ gram: Gram) -> Double { smoothed(gram, contexts[0], lower: unigram(gram[1])) }
        func trigram(_ gram: Gram) -> Double { smoothed(gram, contexts[1], lower: bigram([gram[1], gram[2]])) }
        let first = ([Self.start] + words).map { word in
            line(word == Self.start ? -99 : log10(unigram(word)), [word], backing: contexts[0][[word]])
        }
        let second = counts[1].keys.sorted(by: Self.order).map { line(log10(bigram($0)), $0, backing: contexts[1][$0]) }
        let third = counts[2].keys.sorted(by: Self.order).map { line(log10(trigram($0)), $0, backing: nil) }
        let head = ["\\data\\", "ngram 1=\(first.count)", "ngram 2=\(second.count)", "ngram 3=\(third.count)"]
        return
            (head + ["", "\\1-grams:"] + first + ["", "\\2-grams:"] + second + ["", "\\3-grams:"] + third
            + ["", "\\end\\", ""]).joined(separator: "\n")
    }

    /// How much of a kind a word is that was seen so often.
    private static func kind(_ count: Double) -> Double { min(1, count) }

    /// What follows a history: how much in all, and how many different words.
    private struct Followers { var sum = 0.0, kinds = 0.0 }

    private static func followers(_ grams: [Gram: Double]) -> [Gram: Followers] {
        grams.reduce(into: [:]) { result, gram in
            let history = Array(gram.key.dropLast())
            result[history, default: Followers()].sum += gram.value
            result[history, default: Followers()].kinds += kind(gram.value)
        }
    }

    private func smoothed(_ gram: Gram, _ contexts: [Gram: Followers], lower: Double) -> Double {
        let history = contexts[Array(gram.dropLast())] ?? Followers()
        let count = counts[gram.count - 1][gram] ?? 0
        return (count + history.kinds * lower) / max(history.sum + history.kinds, .leastNormalMagnitude)
    }

    private func line(_ probability: Double, _ gram: Gram, backing: Followers?) -> String {
        let text = Self.number(probability) + "\t" + gram.joined(separator: " ")
        guard let backing, backing.kinds > 0 else { return text }
        return text + "\t" + Self.number(log10(backing.kinds / (backing.sum + backing.kinds)))
    }

    private static func order(_ a: Gram, _ b: Gram) -> Bool { a.lexicographicallyPrecedes(b) }

    /// A number with four decimals.
    private static func number(_ value: Double) -> String {
        let scaled = Int((max(-99, value) * 10_000).rounded())
        let (whole, part) = (scaled.magnitude / 10_000, scaled.magnitude % 10_000)
        let digits = String(part)
        return (scaled < 0 ? "-" : "") + String(whole) + "." + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
