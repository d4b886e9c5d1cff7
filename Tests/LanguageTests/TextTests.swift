import Language
import Testing

@Suite("French text")
struct TextTests {
    @Test(
        "A text is cut into words",
        arguments: [
            ("L’école est-elle ouverte ?", "l ecole est elle ouverte"),
            ("l ecole", "l ecole"),
            ("Aujourd'hui, jusqu'à 8h30…", "aujourd'hui jusqu a 8h30"),
            ("AUJOURD’HUI", "aujourd'hui"),
            ("aujourd hui", "aujourd'hui"),
            ("aujourdhui", "aujourd'hui"),
            ("Où est l'œuvre de Zoé ?", "ou est l oeuvre de zoe"),
            ("qu'est-ce que c'est", "qu est ce que c est"),
            ("e\u{301}cole 🏫 du 14/07", "ecole du 14 07"),
            ("4,50 € ou 10%", "4 50 € ou 10 %"),
            ("le 1ᵉʳ mai", "le 1er mai"),
            ("", ""),
            ("?!… 🎉 — •", ""),
            ("مدرسة Школа 学校", "مدرسة школа 学校"),
        ])
    func words(text: String, expected: String) {
        #expect(folded(text).joined(separator: " ") == expected)
    }

    @Test(
        "Apostrophes, hyphens, accents and capitals change nothing",
        arguments: [
            (["l'école", "l’école", "L’École", "L'ECOLE", "l ecole", "l`école", "l´école", "L‘école"], "l ecole"),
            (["aujourd'hui", "aujourd’hui", "Aujourd'hui", "aujourd hui", "aujourdhui", "AUJOURD'HUI"], "aujourd'hui"),
            (["y a-t-il", "y a t il", "Y a‑t‑il", "y a t'il", "Y A-T-IL"], "y a t il"),
            (["donnez-m'en", "donnez m'en", "donnez-m’en", "DONNEZ-M'EN"], "donnez m en"),
            (
                ["qu'est-ce que c'est", "qu’est-ce que c’est", "Qu'est ce que c'est ?", "qu est ce que c est"],
                "qu est ce que c est"
            ),
            (["est-ce qu'il y en a", "est ce qu’il y en a"], "est ce qu il y en a"),
            (["va-t'en", "va t'en", "va-t-en"], "va t en"), (["jusqu'à", "jusqu’à", "JUSQU'À", "jusqu a"], "jusqu a"),
            (["quelqu'un", "quelqu’un", "quelqu un", "quelquun"], "quelqu'un"),
            (["d'accord", "d’accord", "D'ACCORD"], "d accord"),
            (["s'il vous plaît", "s’il vous plait"], "s il vous plait"),
            (["l'œuvre", "l’oeuvre", "L'ŒUVRE"], "l oeuvre"), (["cinq-cents", "cinq cents"], "cinq cents"),
            (["n'y en a-t-il pas", "n’y en a t il pas"], "n y en a t il pas"),
            (["prud'homme", "prud’homme", "prudhomme"], "prud'homme"),
            (["c'est-à-dire", "c’est à dire"], "c est a dire"),
            (["m'a-t-on", "m’a t on"], "m a t on"), (["Où est-ce ?", "ou est ce", "OÙ EST-CE"], "ou est ce"),
            (["e\u{301}te\u{301}", "été", "ÉTÉ"], "ete"), (["ga\u{AD}rage", "ga\u{2060}rage", "garage"], "garage"),
        ])
    func variants(texts: [String], expected: String) {
        for text in texts { #expect(folded(text).joined(separator: " ") == expected, "\(text)") }
    }

    @Test(
        "A token knows where it stands and what follows it",
        arguments: [
            ("à l'école, demain", [Token.Link.space, .apostrophe, .comma, .space]),
            ("14/07 - 15:30", [.slash, .dash, .colon, .space]),
            ("est-il là ? Oui.", [.hyphen, .space, .cut, .stop]),
        ])
    func links(text: String, expected: [Token.Link]) {
        let tokens = Reading.french.tokens(in: text)
        #expect(tokens.map(\.link) == expected)
        let bytes = Array(text.utf8)
        for token in tokens {
            #expect(String(decoding: bytes[token.start..<token.end], as: UTF8.self) == token.text)
        }
    }

    @Test("A very long text is read as far as its first words")
    func long() {
        let tokens = Reading.french.tokens(in: String(repeating: "a", count: 10_000_000))
        #expect(tokens.count == 1)
        #expect(tokens.first?.text.count == Token.longestText)
        #expect(Reading.mentions(String(repeating: "du 3 au de 5 à entre ", count: 200_000)).count < 1000)
    }

    @Test("Any Unicode is accepted")
    func anything() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let scalars = (0..<60).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x1_0FFFF, using: &random)) }
            let text = String(String.UnicodeScalarView(scalars)) + " le 14 juillet"
            let tokens = Reading.french.tokens(in: text)
            #expect(tokens.last?.folded == "juillet")
            _ = Reading.french.numbers(in: tokens)
            _ = Reading.mentions(text)
        }
    }

    private func folded(_ text: String) -> [String] { Reading.french.tokens(in: text).map(\.folded) }
}
