import Language
import Testing

@Suite("French sums")
struct MoneyTests {
    @Test(
        "Sums are read however they are written",
        arguments: [
            ("12,50 €", "money 12.50"), ("12,50€", "money 12.50"), ("12.50 €", "money 12.50"),
            ("12€50", "money 12.50"), ("12 € 50", "money 12.50"), ("12 euros 50", "money 12.50"),
            ("12 euros et 50 centimes", "money 12.50"), ("12 euros 50 centimes", "money 12.50"),
            ("12 EUROS", "money 12.00"), ("12 Euros", "money 12.00"), ("12euros", "money 12.00"),
            ("3 euros", "money 3.00"), ("3 €", "money 3.00"), ("3€", "money 3.00"), ("un euro", "money 1.00"),
            ("1 euro", "money 1.00"), ("1 200 euros", "money 1200.00"), ("1.200 €", "money 1200.00"),
            ("1 200,50 €", "money 1200.50"), ("1200 €", "money 1200.00"), ("0,50 €", "money 0.50"),
            ("50 centimes", "money 0.50"), ("50 cts", "money 0.50"), ("50cts", "money 0.50"),
            ("50 centimes d'euro", "money 0.50"), ("10 balles", "money 10.00"), ("vingt balles", "money 20.00"),
            ("4,5 euros", "money 4.50"), ("1,5 million d'euros", "money 1500000.00"),
            ("12,505 €", "money 12.51"), ("12\u{A0}€", "money 12.00"), ("1\u{202F}200\u{A0}€", "money 1200.00"),
        ])
    func written(text: String, expected: String) { #expect(Reading.amounts(text) == expected) }

    @Test(
        "Sums are read however they are said",
        arguments: [
            ("douze euros cinquante", "money 12.50"), ("douze euros et cinquante centimes", "money 12.50"),
            ("cinquante centimes", "money 0.50"), ("un euro cinquante", "money 1.50"),
            ("deux euros et demi", "money 2.50"), ("deux virgule cinq euros", "money 2.50"),
            ("soixante quinze euros", "money 75.00"), ("quatre-vingt-onze euros", "money 91.00"),
            ("deux cents euros", "money 200.00"), ("mille deux cents euros", "money 1200.00"),
            ("dix mille euros", "money 10000.00"), ("une centaine d'euros", "money 100.00"),
            ("une vingtaine d'euros", "money 20.00"), ("septante euros", "money 70.00"),
            ("soissante dis euros", "money 70.00"), ("quatrevindi euros", "money 90.00"),
            ("vin cinq euros", "money 25.00"), ("4vingt euros", "money 80.00"), ("douze euro", "money 12.00"),
            ("zéro euro", "money 0.00"), ("trois euros zéro cinq", "money 3.05"), ("10-20 €", "money 20.00"),
        ])
    func said(text: String, expected: String) { #expect(Reading.amounts(text) == expected) }

    @Test(
        "A sum is found in its sentence, with nothing else",
        arguments: [
            ("la piscine coûte 3€50 par enfant et 5 euros par adulte", "money 3.50; money 5.00"),
            ("c'est 12 euros 50 pour mes 2 enfants ?", "money 12.50"),
            ("j'ai payé 15 euros et 3 repas", "money 15.00"), ("ça coute 12 balles", "money 12.00"),
            ("un timbre à 25€, c'est cher", "money 25.00"), ("10 euros 50 personnes", "money 10.00"),
            ("dix euros par mois pendant 3 mois", "money 10.00; duration P3M"),
            ("20 euros 06 12 34 56 78", "money 20.00; phone 0612345678"),
            ("3 euros 15 jours", "money 3.00; duration P15D"),
            ("le ticket de 4 euros, valable 2 heures", "money 4.00; duration PT2H"),
        ])
    func sentences(text: String, expected: String) { #expect(Reading.amounts(text) == expected) }

    @Test(
        "What is no sum is none",
        arguments: [
            "combien ça coûte en euros ?", "c'est gratuit", "12 enfants", "les centimes", "€", "le prix du ticket",
            "balle", "deux ballons", "vingt personnes", "1 200 habitants", "le 12", "article 50", "100 % laine",
            "un cent mètres", "le tarif réduit",
        ])
    func none(text: String) { #expect(!Reading.amounts(text).contains("money")) }
}
