import Language
import Testing

@Suite("Numbers and amounts as they are named in English")
struct EnglishAmountTests {
    @Test(
        "Numbers",
        arguments: [
            ("twelve", [12]),
            ("twenty-one", [21]),
            ("forty two", [42]),
            ("two hundred and five", [205]),
            ("three thousand", [3000]),
            ("a hundred", [100]),
            ("the first one", [1, 1]),
            ("the 3rd", [3]),
            ("at 12", [12]),
            ("a bin and a box", []),
            ("four twenty", [4, 20]),
            ("a dozen eggs", [12]),
        ] as [(String, [Int])])
    func numbers(text: String, expected: [Int]) { #expect(TestEnglish.numbers(text) == expected) }

    @Test(
        "Amounts",
        arguments: [
            ("€12.50", "money 12.50"),
            ("12 euros 50", "money 12.50"),
            ("12€", "money 12.00"),
            ("fifty cents", "money 0.50"),
            ("for two hours", "duration PT2H"),
            ("8 hours", "duration PT8H"),
            ("an hour and a half", "duration PT1H30M"),
            ("half an hour", "duration PT30M"),
            ("three quarters of an hour", "duration PT45M"),
            ("two and a half hours", "duration PT2H30M"),
            ("3 weeks", "duration P21D"),
            ("valid for 10 years", "duration P10Y"),
            ("my son is 12 years old", "age P12Y"),
            ("a 12-year-old", "age P12Y"),
            ("18 months old", "age P1Y6M"),
            ("01 99 00 12 34", "phone 0199001234"),
            ("+33 1 99 00 12 34", "phone 0199001234"),
            ("zero one ninety-nine zero zero twelve thirty-four", "phone 0199001234"),
            ("call 15", "phone 15"),
            ("jean.dupont@valclair.example", "email jean.dupont@valclair.example"),
            ("jean dot dupont at valclair dot example", "email jean.dupont@valclair.example"),
            ("look at valclair.example", ""),
            ("12 rue des Lilas", "address 12 rue des Lilas"),
            ("I live at 12 bis avenue de la Gare in Valclair", "address 12 bis avenue de la Gare, Valclair"),
            ("in two hours", ""),
        ])
    func amounts(text: String, expected: String) { #expect(TestEnglish.amounts(text) == expected) }

    @Test(
        "Words that sound alike have the same key",
        arguments: [
            ("night", "nite"), ("wednesday", "wednesdai"), ("rubbish", "rubish"), ("physics", "fisiks"), ("know", "no"),
        ])
    func alike(first: String, second: String) {
        #expect(TestEnglish.rules.soundKey(of: first) == TestEnglish.rules.soundKey(of: second))
    }

    @Test(
        "Words that sound different do not",
        arguments: [
            ("monday", "sunday"), ("bin", "ban"), ("ship", "sip"), ("thin", "tin"), ("glass", "grass"),
        ])
    func different(first: String, second: String) {
        #expect(TestEnglish.rules.soundKey(of: first) != TestEnglish.rules.soundKey(of: second))
    }
}
