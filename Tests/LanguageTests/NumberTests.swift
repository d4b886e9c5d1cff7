import Language
import Testing

@Suite("French numbers")
struct NumberTests {
    @Test(
        "Numbers are read in figures and in words",
        arguments: [
            ("zéro", "0"), ("un", "1"), ("seize", "16"), ("dix-sept", "17"), ("vingt et un", "21"),
            ("vingt-deux", "22"),
            ("soixante et onze", "71"), ("soixante-dix-neuf", "79"), ("septante-cinq", "75"), ("huitante", "80"),
            ("quatre-vingts", "80"), ("quatre vingt un", "81"), ("quatre-vingt-onze", "91"), ("nonante-neuf", "99"),
            ("quatre-vingt-dix-neuf", "99"), ("cent", "100"), ("cent un", "101"), ("deux cents", "200"),
            ("trois cent quarante-cinq", "345"), ("mille", "1000"), ("mille neuf cent quatre-vingt-dix-neuf", "1999"),
            ("dix-neuf cent quatorze", "1914"), ("deux mille vingt-six", "2026"), ("cinq cent mille", "500000"),
            ("deux millions trois cent mille", "2300000"), ("12", "12"), ("12 500 euros", "12500"), ("007", "7"),
            ("une douzaine", "12"), ("deux douzaines d'œufs", "24"), ("une quinzaine", "15"),
            ("3 enfants et 2 adultes", "3 2"),
            ("deux trois", "2 3"), ("3, 4", "3 4"), ("3kilos", "3"), ("1 200", "1200"), ("1.200", "1200"),
            ("12.500.000", "12500000"), ("deux, trois", "2 3"), ("quarante quatre-vingt-deux", "40 82"),
            ("quarante-quatre vingt-deux", "44 22"), ("nonante et un", "91"), ("octante-deux", "82"),
            ("une centaine de personnes", "100"), ("des milliers", "1000"), ("moins cinq degrés", "-5"),
            ("il fait -5 degrés", "-5"), ("au moins 5", "5"), ("8 h -11 h", "8 11"),
        ])
    func cardinals(text: String, expected: String) { #expect(numbers(text) == expected) }

    @Test(
        "Ranks are told apart",
        arguments: [
            ("le premier étage", "1e"), ("la deuxième rue", "2e"), ("1er", "1e"), ("2ème", "2e"), ("le 3e", "3e"),
            ("vingt et unième", "21e"), ("trente-deuxième", "32e"), ("deux centième", "200e"), ("Louis XIV", "14"),
            ("le XXIe siècle", "21e"), ("IIIe", "3e"), ("xixe siècle", "19e"), ("XXIE SIÈCLE", "21e"),
            ("louis xiv", "14"), ("François Ier", "1e"), ("le Ve arrondissement", "5e"), ("chapitre iv", "4"),
            ("la 2nde", "2e"), ("les 1ers", "1e"), ("quatre-vingtième", "80e"), ("soixante et onzième", "71e"),
        ])
    func ranks(text: String, expected: String) { #expect(numbers(text) == expected) }

    @Test(
        "Numbers may be spelt by ear",
        arguments: [
            ("quatrevindi", "90"), ("soissante dis", "70"), ("vin cinq", "25"), ("4vingt", "80"),
            ("4 vingt onze", "91"),
            ("4vindi", "90"), ("quatrevingtdix", "90"), ("quatre vin douze", "92"), ("catrevindouze", "92"),
            ("vintcinq", "25"), ("disset", "17"), ("soixantedix", "70"), ("vingtetun", "21"),
            ("trentecinq", "35"), ("catre", "4"), ("trantes", "30"), ("sinquante", "50"), ("dousse", ""),
            ("catorze", "14"), ("douzes", "12"),
        ])
    func byEar(text: String, expected: String) { #expect(numbers(text) == expected) }

    @Test(
        "Other figures are no whole numbers",
        arguments: [
            "I", "C", "D", "L", "M", "mi", "di", "vi", "xi", "la VIE", "Vie", "Ver", "VX", "IIII", "XXL", "le vin",
            "du vin",
            "Vincent", "dis-moi", "distance", "vinaigre", "civil", "cinéma", "septembre", "trentenaire", "quatrain",
            "01 99 00 12 34", "06.12.34.56.78", "4,50 €", "3.5", "8h30", "8h", "15:30", "12b", "la mairie", "civil", "",
        ])
    func none(text: String) { #expect(numbers(text) == "") }

    @Test("A number as long as a text is no number, and no crash")
    func huge() {
        #expect(numbers(String(repeating: "9", count: 1000)) == "")
        #expect(numbers(String(repeating: "999 ", count: 400)).isEmpty == false)
        #expect(numbers(Array(repeating: "milliard", count: 200).joined(separator: " ")).utf8.count >= 0)
        #expect(numbers(Array(repeating: "neuf cent mille", count: 100).joined(separator: " ")).isEmpty == false)
    }

    private func numbers(_ text: String) -> String {
        Reading.french.numbers(in: Reading.french.tokens(in: text))
            .map { String($0.value) + ($0.isOrdinal ? "e" : "") }.joined(separator: " ")
    }
}
