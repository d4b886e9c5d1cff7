import CivilTime
import Language
import Testing

/// An apostrophe, a capital, a comma or an accent never changes what was meant.
@Suite("Forms of French times")
struct TimeFormTests {
    private static let sentences = [
        "quel est le menu de la cantine jeudi prochain ?", "la déchèterie est ouverte le 24 décembre après-midi",
        "qu'est-ce qu'il y a ce week-end", "c'est ouvert aujourd'hui", "jusqu'à quelle date, jusqu'au 15 janvier ?",
        "l'école est fermée pendant les vacances de Noël", "je viens demain à 14h30", "d'ici la fin du mois",
        "le premier dimanche du mois d'avril", "du lundi 7 au vendredi 11 décembre",
        "entre 9h et 11h à la bibliothèque",
        "à l'Ascension", "la fête des mères", "cet été", "il y a deux semaines", "l'année prochaine",
        "dans un quart d'heure", "mercredi en huit", "le 1er août", "en début d'après-midi",
    ]

    @Test("Every sentence is read the same in each form", arguments: sentences)
    func forms(sentence: String) {
        let expected = Reading.times(sentence)
        #expect(!expected.isEmpty)
        let forms = [
            sentence.uppercased(), sentence.capitalizedFirst, Reading.french.folded(sentence),
            sentence.replacing("'", with: "’"), sentence.replacing("'", with: " "), sentence.replacing("'", with: "' "),
            sentence.replacing("-", with: " "), sentence.replacing("-", with: "\u{2011}"),
            sentence.replacing(" ", with: "  "),
            sentence.replacing(" ", with: "\u{A0}"), "Bonjour, " + sentence, sentence + ".", sentence + " svp",
            sentence + ", merci !", "🙂 " + sentence + " 🙏", sentence.decomposed,
        ]
        for form in forms { #expect(Reading.times(form) == expected, "\(form)") }
    }

    @Test(
        "Days may be plural, with or without an article or a comma",
        arguments: [
            ("le lundi", "lundi"), ("les lundis", "lundi"), ("lundi, matin", "lundi matin"),
            ("le lundi matin", "lundi matin"), ("lundi 7 décembre", "le lundi 7 décembre"),
            ("7 décembre", "le 7 décembre"), ("lundi, 7 décembre", "lundi 7 décembre"),
            ("jeudi à 9h", "jeudi, à 9 h"), ("jeudi à 9 h 30", "jeudi 9h30"),
            ("semaine prochaine", "la semaine prochaine"),
        ])
    func articles(one: String, other: String) {
        #expect(!Reading.times(one).isEmpty)
        #expect(Reading.times(one) == Reading.times(other))
    }

    @Test("A time says which words name it")
    func words() {
        let text = "Bonjour, la mairie ouvre-t-elle jeudi prochain à 14h ?"
        let tokens = Reading.french.tokens(in: text)
        let mentions = Reading.mentions(text)
        #expect(mentions.map(\.text) == ["jeudi prochain à 14h"])
        #expect(mentions.first.map { tokens[$0.tokens].map(\.folded) } == ["jeudi", "prochain", "a", "14h"])
        #expect(mentions.first?.span.isRelative == true)
        #expect(Reading.mentions("le 14/07/2027").first?.span.isRelative == false)
    }

    @Test("Any string of the words of times is read without a crash, in order and without overlaps")
    func anything() {
        var random = SystemRandomNumberGenerator()
        let words =
            Self.sentences.flatMap { $0.split(separator: " ").map(String.init) } + [
                "de", "à", "et", "-", "/", "entre", "avant", "après", "99", "0", "31", "12h", "dernier", "deux",
                "mille", "vacances",
                "début", "fin", "veille", "du", "9999999999", "mois", "ans", "il y a", "dans", "depuis", "0000", "9999",
            ]
        let times = [
            Reading.friday, Moment(Day(number: 0)), Moment(Day(number: 2_932_895)), Moment(Day(number: -719_162)),
        ]
        for _ in 0..<400 {
            let text = (0..<12).compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
            for now in times {
                var end = 0
                for mention in Reading.mentions(text, now: now) {
                    #expect(mention.tokens.lowerBound >= end && !mention.tokens.isEmpty, "\(text)")
                    #expect(mention.span.start <= mention.span.end, "\(text)")
                    end = mention.tokens.upperBound
                }
            }
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// Letters and accents apart, as some systems send them.
    fileprivate var decomposed: String {
        let marks: [Character: String] = [
            "é": "e\u{301}", "è": "e\u{300}", "ê": "e\u{302}", "à": "a\u{300}", "û": "u\u{302}",
        ]
        return map { marks[$0] ?? String($0) }.joined()
    }
}
