import CivilTime
import Language
import Testing

@Suite("French texts, said aloud")
struct WritingSpokenTests {
    private let french = TestFrench.rules

    @Test(
        "Numbers in words",
        arguments: [
            (0, "zéro"), (1, "un"), (16, "seize"), (17, "dix-sept"), (20, "vingt"), (21, "vingt et un"),
            (22, "vingt-deux"),
            (60, "soixante"), (61, "soixante et un"), (70, "soixante-dix"), (71, "soixante et onze"),
            (72, "soixante-douze"),
            (77, "soixante-dix-sept"), (80, "quatre-vingts"), (81, "quatre-vingt-un"), (91, "quatre-vingt-onze"),
            (99, "quatre-vingt-dix-neuf"), (100, "cent"), (101, "cent un"), (180, "cent quatre-vingts"),
            (200, "deux cents"),
            (201, "deux cent un"), (1000, "mille"), (1001, "mille un"), (1900, "mille neuf cents"),
            (2026, "deux mille vingt-six"),
            (80_000, "quatre-vingt mille"), (200_000, "deux cent mille"),
            (280_080, "deux cent quatre-vingt mille quatre-vingts"),
            (999_999, "neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf"),
            (1_000_000, "un million"),
            (80_000_000, "quatre-vingts millions"), (3_000_000_200, "trois milliards deux cents"), (-5, "moins cinq"),
            (Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808"),
        ])
    func cardinals(number: Int, expected: String) {
        #expect(french.write(.count(number), style: nil, form: .speech, today: Day(number: 0)) == expected)
    }

    @Test(
        "Figures in a text become words",
        arguments: [
            ("Il faut 4 papiers.", "Il faut quatre papiers."), ("moins de 6 mois", "moins de six mois"),
            ("de 8 h 30 à 12 h", "de huit heures trente à douze heures"), ("à 8h30.", "à huit heures trente."),
            ("dès 8 h.", "dès huit heures."),
            (
                "Appelez le 01 99 00 12 34.",
                "Appelez le zéro un, quatre-vingt-dix-neuf, zéro zéro, douze, trente-quatre."
            ),
            ("le 0199001234", "le zéro un, quatre-vingt-dix-neuf, zéro zéro, douze, trente-quatre"),
            ("4,50 €", "quatre euros cinquante"), ("4 €", "quatre euros"), ("1 €", "un euro"), ("4€", "quatre euros"),
            ("8,5 km", "huit virgule cinq kilomètres"), ("le 1er mai", "le premier mai"),
            ("la 2e fois", "la deuxième fois"),
            ("la 1re photo", "la première photo"), ("1 photo", "une photo"),
            ("21 pages et 1 mois", "vingt et une pages et un mois"),
            ("de 2026-2028", "de deux mille vingt-six à deux mille vingt-huit"),
            ("rue du 8 Mai 1945", "rue du huit Mai mille neuf cent quarante-cinq"),
            ("1 place de la Mairie", "un place de la Mairie"), ("il reste 1 place", "il reste une place"),
            ("1 rue Haute", "un rue Haute"), ("« 12 »", "« douze »"), ("0,05", "zéro virgule zéro cinq"),
            ("12%", "12%"), ("12 %", "douze pour cent"),
            ("écrivez à accueil@valclair.example.", "écrivez à accueil arobase valclair point example."),
            ("le bus 2, arrêt Piscine", "le bus deux, arrêt Piscine"), ("et/ou", "et/ou"), ("A12", "A12"), ("", ""),
            ("le RSA.", "le R S A."), ("la CAF", "la CAF"), ("le CCAS", "le C C A S"), ("ENTRÉE LIBRE", "ENTRÉE LIBRE"),
            ("Louis XIV", "Louis quatorze"), ("le XXIe siècle", "le vingt et unième siècle"),
            ("un CD", "un C D"), ("VIE", "V I E"), ("Vendredi 1", "Vendredi un"),
            ("le 26/11/2026", "le vingt-six novembre deux mille vingt-six"),
            ("dès le 2026-12-01.", "dès le premier décembre deux mille vingt-six."),
            ("le 29/02", "le vingt-neuf février"),
            ("de 8h30-12h", "de huit heures trente à douze heures"), ("99/99/2026", "99/99/2026"),
            ("Jean-Paul II", "Jean-Paul deux"), ("M. Ève", "M. Ève"),
            ("  ", "  "),
            (
                "99999999999999999999",
                "quatre-vingt-dix-neuf quatre-vingt-dix-neuf quatre-vingt-dix-neuf quatre-vingt-dix-neuf quatre-vingt-dix-neuf quatre-vingt-dix-neuf quatre-vingt-dix-neuf quatre-vingt-dix-neuf quatre-vingt-dix-neuf quatre-vingt-dix-neuf"
            ),
        ])
    func texts(text: String, expected: String) { #expect(french.spoken(text) == expected) }

    @Test("Without its word lists, figures stay", arguments: ["Il faut 4 papiers.", "à 8 h 30", "le 1er mai"])
    func withoutWords(text: String) { #expect(!French(words: [:]).spoken(text).isEmpty) }
}
