import Language
import Testing

@Suite("Amounts of any text")
struct AmountRobustnessTests {
    @Test(
        "A text of 100 000 characters is read as far as its first words",
        arguments: [
            "9", "12 ", "quatre-vingt-", "rue de la ", "12 rue de la ", "a.", "a@b.", "jean point ", "arobase ",
            "zéro ",
            "un an et ", "1h30 ", "moins le quart ", "€", "12 euros ", "n° ", "12bis", "🏫", "مدرسة ١٢ ",
            "\u{0}\u{1}\u{FFFD}",
            "milliard de ", "1,", "1.", "01 99 00 12 34 ", "+33 (0)", "vin ", "XIV ", "e\u{301}",
        ])
    func long(piece: String) {
        let tokens = Reading.french.tokens(in: String(repeating: piece, count: 100_000 / piece.count))
        #expect(tokens.count <= Token.longestText)
        for mention in Reading.french.amounts(in: tokens) {
            #expect(
                mention.tokens.lowerBound >= 0 && mention.tokens.upperBound <= tokens.count && !mention.tokens.isEmpty)
        }
        _ = Reading.french.numbers(in: tokens)
    }

    @Test("Any Unicode is accepted, and mentions are in order and never overlap")
    func anything() {
        var random = SystemRandomNumberGenerator()
        let words = [
            "12", "rue", "des", "€", "ans", "h", "et", "demi", "zéro", "@", ".", ",", "-", "quart", "de", "🚮", "un",
            "33",
            "0", "38170", "mille", "million", "bis", "point", "à", "le", "moins", "\u{202E}", "au", "numéro", "12,5",
            "mois",
        ]
        for _ in 0..<3000 {
            let count = Int.random(in: 1...14, using: &random)
            let text = (0..<count).compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
            let tokens = Reading.french.tokens(in: text)
            var end = 0
            for mention in Reading.french.amounts(in: tokens) {
                #expect(mention.tokens.lowerBound >= end, "\(text)")
                #expect(mention.tokens.upperBound > mention.tokens.lowerBound, "\(text)")
                end = mention.tokens.upperBound
            }
            #expect(end <= tokens.count)
        }
    }

    @Test("Numbers too large to count are no amounts, and no crash")
    func huge() {
        for text in [
            "999999999 milliards d'euros", "999 999 999 ans", "999999999 millions d'heures",
            "999999999,999999 millions",
            "neuf cent mille milliards d'ans", "999999999 semaines", "9999999999 €", "999999999,999999 trimestres",
        ] {
            _ = Reading.amounts(text)
        }
        #expect(Fraction(1, over: 0) == nil)
        #expect(Fraction(.max) == nil)
        #expect(Fraction(-3, over: 2)?.times(1) == -1)
        #expect(Fraction(3, over: 2)?.times(1) == 2)
        #expect(Fraction(999_999_999_999_999)?.times(1_000_000) == nil)
    }

    @Test("Without its word lists French reads no amounts but figures")
    func empty() {
        let bare = French(words: [:])
        #expect(bare.amounts(in: bare.tokens(in: "12 euros, 12 rue des Lilas, 12 ans")).isEmpty)
        #expect(bare.amounts(in: bare.tokens(in: "01 99 00 12 34")).map(\.amount) == [.phone("0199001234")])
    }
}
