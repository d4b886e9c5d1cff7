import Language
import Testing

@Suite("Numbers that are not whole")
struct FractionTests {
    @Test(
        "Decimals, halves and parts are read",
        arguments: [
            ("12,5", "25/2"), ("12.5", "25/2"), ("0,25", "1/4"), ("3,14", "157/50"), ("douze virgule cinq", "25/2"),
            ("douze virgule zéro cinq", "241/20"), ("zéro virgule cinq", "1/2"), ("deux virgule vingt-cinq", "9/4"),
            ("deux et demi", "5/2"), ("trois et demie", "7/2"), ("12 et demi", "25/2"), ("un et demi", "3/2"),
            ("la moitié", "1/2"), ("la moitié des habitants", "1/2"), ("un quart", "1/4"),
            ("un quart de beurre", "1/4"),
            ("trois quarts", "3/4"), ("les trois quarts", "3/4"), ("3 quarts", "3/4"), ("un tiers des voix", "1/3"),
            ("deux tiers", "2/3"), ("2,5 kg", "5/2"), ("1,5 litre", "3/2"),
        ])
    func parts(text: String, expected: String) { #expect(Reading.amounts(text) == "fraction " + expected) }

    @Test(
        "Whole numbers, times and words are no parts",
        arguments: [
            "12", "douze", "1 200", "1.200", "midi et quart", "8 heures et quart", "désigner un tiers",
            "le tiers payant",
            "demi", "demi-tarif", "le quart", "14/07", "01.02.2026", "3, 5 et 7", "une virgule",
            "huit heures moins le quart",
            "192.168.1.10", "3 pièces", "moitié",
        ])
    func none(text: String) { #expect(!Reading.amounts(text).contains("fraction")) }
}
