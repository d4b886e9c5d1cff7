/// The number of something filed, to be said, written down and read over the telephone: "48 21 36".
///
/// Six figures in pairs, as French telephone numbers are said. No pair is a word that is heard as two numbers
/// (soixante-dix, quatre-vingt-dix) or begins with a zero, but for the last figure, which checks the others (ISO/IEC 7064,
/// MOD 11,10): a wrong figure, or nearly any two that changed places, is no number at all rather than somebody else's.
struct Reference: Hashable, Sendable {
    /// The figures in pairs.
    let text: String

    private static let tens = [1, 2, 3, 4, 5, 6, 8]

    /// A number by chance.
    static func random() -> Reference {
        var figures = (0..<2).flatMap { _ in [tens.randomElement() ?? 1, Int.random(in: 0...9)] }
        figures.append(tens.randomElement() ?? 1)
        return Reference(figures: figures + [check(figures)])
    }

    /// Reads a number however its figures are set apart; nil when it is none.
    init?(_ text: some StringProtocol) {
        let figures = text.compactMap(\.wholeNumberValue)
        let isPlain = text.allSatisfy { $0.isWholeNumber || $0.isWhitespace || "-.".contains($0) }
        guard isPlain, figures.count == 6, figures.allSatisfy({ $0 < 10 }), let last = figures.last,
            Self.check(figures.dropLast()) == last
        else { return nil }
        self.init(figures: figures)
    }

    private init(figures: [Int]) {
        text = stride(from: 0, to: figures.count, by: 2).map { "\(figures[$0])\(figures[$0 + 1])" }
            .joined(separator: " ")
    }

    private static func check(_ figures: some Collection<Int>) -> Int {
        let product = figures.reduce(10) { product, figure in
            let sum = (product + figure) % 10
            return (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (11 - product) % 10
    }
}
