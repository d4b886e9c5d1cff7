import Language
import Testing

@Suite("French telephone numbers")
struct PhoneTests {
    @Test(
        "A number of ten figures is read however it is written",
        arguments: [
            "01 99 00 12 34", "0199001234", "01.99.00.12.34", "01-99-00-12-34", "01/99/00/12/34", "0199 00 12 34",
            "01 99001234", "01 990 012 34", "+33 1 99 00 12 34", "+33199001234", "+33 (0)1 99 00 12 34",
            "+33.1.99.00.12.34", "0033 1 99 00 12 34", "0033199001234", "01\u{A0}99\u{A0}00\u{A0}12\u{A0}34",
            "zéro un quatre-vingt-dix-neuf zéro zéro douze trente-quatre",
            "zero un quatre vingt dix neuf zero zero douze trente quatre",
            "zéro un, quatre-vingt-dix-neuf, zéro zéro, douze, trente-quatre",
            "ZÉRO UN QUATRE-VINGT-DIX-NEUF ZÉRO ZÉRO DOUZE TRENTE-QUATRE",
            "01 quatre-vingt-dix-neuf 00 douze 34", "zéro un nonante-neuf zéro zéro douze trente-quatre",
            "zéro un 99 zéro zéro 12 34", "mon numéro c'est le 01 99 00 12 34", "tel : 01 99 00 12 34.",
            "appelez-moi au 01 99 00 12 34 s'il vous plaît", "tél.01.99.00.12.34, merci", "(01 99 00 12 34)",
            "01 99 00 12 34 !", "numéro 0199001234 ou rien", "(+33) 1 99 00 12 34",
        ])
    func national(text: String) { #expect(Reading.amounts(text) == "phone 0199001234") }

    @Test(
        "Pairs that start with forty or sixty are told apart by their hyphens",
        arguments: [
            ("zéro quatre soixante-seize cinquante-quatre trente-deux dix", "phone 0476543210"),
            ("zéro six douze trente-quatre cinquante-six soixante-dix-huit", "phone 0612345678"),
            ("zéro six quarante quatre-vingt-deux zéro neuf onze", "phone 0640820911"),
            ("zero sis douz trente katre cinquante sis soixante dis huit", "phone 0612345678"),
            ("zéro sept vingt-deux trente trente et un quarante", "phone 0722303140"),
        ])
    func pairs(text: String, expected: String) { #expect(Reading.amounts(text) == expected) }

    @Test(
        "A short number is read where it is announced",
        arguments: [
            ("appelez le 15", "phone 15"), ("faites le 18", "phone 18"),
            ("composez le 17 ou le 18", "phone 17; phone 18"),
            ("le numéro d'urgence est le 112", "phone 112"), ("téléphonez au 3919", "phone 3919"),
            ("je fais le 36 46", "phone 3646"), ("appeler le 118 218", "phone 118218"),
            ("faut-il appeler le 15 ?", "phone 15"), ("joindre le 3939", "phone 3939"), ("le numéro 119", "phone 119"),
        ])
    func short(text: String, expected: String) { #expect(Reading.amounts(text) == expected) }

    @Test(
        "What is no telephone number is none",
        arguments: [
            "le 15", "le bus 15", "j'appelle le 15 décembre",
            "appelez le 15 à la mairie avant 8 h".replacing("15", with: "25"),
            "la salle 112", "le 3919", "06 12 34 56", "06 12 34 56 78 90", "00 12 34 56 78", "1 84 12 76 451 089 46",
            "SIRET 123 456 789 00012", "2 84 05 38 170 123 45", "38170", "12 rue des Lilas", "1 200,50 €", "2026-11-26",
            "14/07/2026", "8h30", "12 34 56 78 90", "01234567890123", "zéro", "zéro six douze", "0,50 €",
            "le 01/02/2026 à 10 h 15", "FR76 3000 6000 0112 3456 7890 189", "numéro 15 de la rue", "01:23:45",
            "je fais 36 km", "le numéro 12",
        ])
    func none(text: String) { #expect(!Reading.amounts(text).contains("phone")) }
}
