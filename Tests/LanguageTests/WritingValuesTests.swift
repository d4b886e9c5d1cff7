import CivilTime
import Language
import Testing

@Suite("Values in French")
struct WritingValuesTests {
    private let french = TestFrench.rules
    private static let today = Day(iso: "2026-11-21") ?? Day(number: 0)

    private static func day(_ iso: String) -> Value { .day(Day(iso: iso) ?? Day(number: 0)) }

    private static func days(_ first: String, _ last: String) -> Value {
        .days(Day(iso: first) ?? Day(number: 0), Day(iso: last) ?? Day(number: 0))
    }

    private static func moment(_ iso: String) -> Value { .moment(Moment(iso: iso) ?? Moment(Day(number: 0))) }

    private func write(_ value: Value, _ style: String?, _ form: Form) -> String {
        french.write(value, style: style, form: form, today: Self.today)
    }

    @Test(
        "Dates are written in full and said in words",
        arguments: [
            (day("2026-11-26"), nil, "jeudi 26 novembre", "jeudi vingt-six novembre"),
            (day("2026-12-01"), nil, "mardi 1er décembre", "mardi premier décembre"),
            (day("2027-01-05"), nil, "mardi 5 janvier", "mardi cinq janvier"),
            (day("2027-02-21"), nil, "dimanche 21 février", "dimanche vingt et un février"),
            (day("2027-02-22"), nil, "lundi 22 février 2027", "lundi vingt-deux février deux mille vingt-sept"),
            (
                day("2025-12-31"), nil, "mercredi 31 décembre 2025",
                "mercredi trente et un décembre deux mille vingt-cinq"
            ),
            (day("2026-11-26"), "weekday", "jeudi", "jeudi"),
            (day("2026-11-26"), "short", "26 novembre", "vingt-six novembre"),
            (day("2026-11-01"), "date", "le 1er novembre 2026", "le premier novembre deux mille vingt-six"),
            (day("2026-11-26"), "the", "le jeudi 26 novembre", "le jeudi vingt-six novembre"),
            (day("1999-08-01"), "month", "août 1999", "août mille neuf cent quatre-vingt-dix-neuf"),
            (
                days("2026-12-21", "2026-12-25"), nil, "du lundi 21 au vendredi 25 décembre",
                "du lundi vingt et un au vendredi vingt-cinq décembre"
            ),
            (
                days("2026-11-30", "2026-12-04"), nil, "du lundi 30 novembre au vendredi 4 décembre",
                "du lundi trente novembre au vendredi quatre décembre"
            ),
            (
                days("2026-12-19", "2027-01-03"), "short", "du 19 décembre au 3 janvier",
                "du dix-neuf décembre au trois janvier"
            ),
            (
                days("2026-12-19", "2027-05-03"), "short", "du 19 décembre 2026 au 3 mai 2027",
                "du dix-neuf décembre deux mille vingt-six au trois mai deux mille vingt-sept"
            ),
            (days("2026-12-01", "2026-12-01"), nil, "le mardi 1er décembre", "le mardi premier décembre"),
            (
                moment("2026-11-26T14:30"), nil, "jeudi 26 novembre à 14 h 30",
                "jeudi vingt-six novembre à quatorze heures trente"
            ),
            (moment("2026-11-26T14:30"), "weekday", "jeudi à 14 h 30", "jeudi à quatorze heures trente"),
            (moment("2026-11-26T14:30"), "time", "14 h 30", "quatorze heures trente"),
        ] as [(Value, String?, String, String)])
    func dates(value: Value, style: String?, text: String, speech: String) {
        #expect(write(value, style, .text) == text)
        #expect(write(value, style, .simple) == text)
        #expect(write(value, style, .speech) == speech)
    }

    @Test(
        "Hours, durations, sums and numbers",
        arguments: [
            (.clock(510), nil, "8 h 30", "huit heures trente"), (.clock(485), nil, "8 h 05", "huit heures cinq"),
            (.clock(60), nil, "1 h", "une heure"), (.clock(1261), nil, "21 h 01", "vingt et une heures une"),
            (.clock(0), nil, "minuit", "minuit"), (.clock(1440), nil, "minuit", "minuit"),
            (.clock(15), nil, "0 h 15", "zéro heure quinze"), (.clock(720), nil, "12 h", "douze heures"),
            (.clock(.max), nil, "18 h 07", "dix-huit heures sept"),
            (.clock(-30), nil, "23 h 30", "vingt-trois heures trente"),
            (.duration(minutes: 45), nil, "45 minutes", "quarante-cinq minutes"),
            (.duration(minutes: 90), nil, "1 heure 30", "une heure trente"),
            (.duration(minutes: 120), nil, "2 heures", "deux heures"),
            (.duration(minutes: 1), nil, "1 minute", "une minute"),
            (.duration(minutes: 1440), nil, "24 heures", "vingt-quatre heures"),
            (.duration(minutes: 4320), nil, "3 jours", "trois jours"),
            (.money(cents: 450), nil, "4 euros 50", "quatre euros cinquante"),
            (.money(cents: 100), nil, "1 euro", "un euro"),
            (.money(cents: 405), nil, "4 euros 05", "quatre euros cinq"),
            (.money(cents: 50), nil, "50 centimes", "cinquante centimes"),
            (.money(cents: 1), nil, "1 centime", "un centime"), (.money(cents: 0), nil, "0 euro", "zéro euro"),
            (.money(cents: 8600), nil, "86 euros", "quatre-vingt-six euros"),
            (.money(cents: -450), nil, "moins 4 euros 50", "moins quatre euros cinquante"),
            (.count(4), nil, "4", "quatre"), (.count(21), "feminine", "21", "vingt et une"),
            (.count(2), "words", "deux", "deux"),
            (.count(1), "ordinal", "1er", "premier"), (.count(2), "ordinal", "2e", "deuxième"),
            (.count(21), "ordinal", "21e", "vingt et unième"),
            (.count(5), "ordinal", "5e", "cinquième"), (.count(9), "ordinal", "9e", "neuvième"),
            (.count(80), "ordinal", "80e", "quatre-vingtième"),
            (.count(4), "ordinal", "4e", "quatrième"),
        ] as [(Value, String?, String, String)])
    func numbers(value: Value, style: String?, text: String, speech: String) {
        #expect(write(value, style, .text) == text)
        #expect(write(value, style, .speech) == speech)
    }

    @Test(
        "Amounts are said back as they were understood",
        arguments: [
            (.money(cents: 1250), "12 euros 50", "douze euros cinquante"),
            (.duration(TimeAmount(seconds: 5400)), "1 heure 30", "une heure trente"),
            (.duration(TimeAmount(days: 15)), "15 jours", "quinze jours"),
            (.duration(TimeAmount(days: 21)), "3 semaines", "trois semaines"),
            (.duration(TimeAmount(months: 18)), "18 mois", "dix-huit mois"),
            (.duration(TimeAmount(months: 12)), "1 an", "un an"),
            (.duration(TimeAmount(days: 1, seconds: 43_200)), "1 jour et 12 heures", "un jour et douze heures"),
            (.duration(TimeAmount(seconds: 172_800)), "48 heures", "quarante-huit heures"),
            (.duration(TimeAmount(seconds: 90)), "1 minute et 30 secondes", "une minute et trente secondes"),
            (.duration(TimeAmount()), "0 seconde", "zéro seconde"),
            (.age(TimeAmount(months: 27)), "2 ans et 3 mois", "deux ans et trois mois"),
            (.age(TimeAmount(months: 1092)), "91 ans", "quatre-vingt-onze ans"),
            (
                .phone("0199001234"), "01 99 00 12 34",
                "zéro un, quatre-vingt-dix-neuf, zéro zéro, douze, trente-quatre"
            ),
            (.phone("112"), "112", "cent douze"),
            (.email("a.b@valclair.example"), "a.b@valclair.example", "a point b arobase valclair point example"),
            (.postcode("38170"), "38170", "trente-huit mille cent soixante-dix"),
            (.postcode("01000"), "01000", "zéro un zéro zéro zéro"),
            (
                .address(StreetAddress(number: "12 bis", street: "rue des Lilas", postcode: nil, town: "Valclair")),
                "12 bis rue des Lilas, Valclair", "douze bis rue des Lilas, Valclair"
            ),
            (Fraction(25, over: 2).map { .fraction($0) } ?? .money(cents: 0), "12,5", "douze virgule cinq"),
            (Fraction(1, over: 3).map { .fraction($0) } ?? .money(cents: 0), "1/3", "un tiers"),
            (Fraction(-1, over: 2).map { .fraction($0) } ?? .money(cents: 0), "-0,5", "-0,5"),
        ] as [(Amount, String, String)])
    func amounts(amount: Amount, text: String, speech: String) {
        #expect(write(.amount(amount), nil, .text) == text)
        #expect(write(.amount(amount), nil, .speech) == speech)
    }

    @Test(
        "Telephone numbers and addresses",
        arguments: [
            (.phone("0199001234"), "01 99 00 12 34", "zéro un, quatre-vingt-dix-neuf, zéro zéro, douze, trente-quatre"),
            (
                .phone("+33 1 99 00 12 05"), "01 99 00 12 05",
                "zéro un, quatre-vingt-dix-neuf, zéro zéro, douze, zéro cinq"
            ),
            (
                .phone("01.99.00.12.34"), "01 99 00 12 34",
                "zéro un, quatre-vingt-dix-neuf, zéro zéro, douze, trente-quatre"
            ),
            (.phone("3114"), "3114", "trente et un quatorze"), (.phone("112"), "112", "cent douze"),
            (.phone("15"), "15", "quinze"),
            (
                .phone("+41 22 000 00 00"), "+41 22 000 00 00",
                "quarante et un vingt-deux zéro zéro zéro zéro zéro zéro zéro"
            ),
            (.phone(""), "", ""), (.phone("poste 12"), "poste 12", "douze"),
            (
                .url("https://valclair.example/contact"), "https://valclair.example/contact",
                "valclair point example barre oblique contact"
            ),
            (
                .url("https://www.valclair.example/"), "https://www.valclair.example/",
                "trois double v point valclair point example"
            ),
            (
                .url("http://a-b.example/r?x=12&y=007"), "http://a-b.example/r?x=12&y=007",
                "a tiret b point example barre oblique r point d'interrogation x égale douze et commercial y égale zéro zéro sept"
            ),
            (.email("accueil@valclair.example"), "accueil@valclair.example", "accueil arobase valclair point example"),
        ] as [(Value, String, String)])
    func addresses(value: Value, text: String, speech: String) {
        #expect(write(value, nil, .text) == text)
        #expect(write(value, nil, .speech) == speech)
    }
}
