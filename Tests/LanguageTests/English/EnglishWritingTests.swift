import CivilTime
import Language
import Testing

@Suite("English as it is written and said")
struct EnglishWritingTests {
    private static let thursday = Day(2026, 11, 26) ?? Day(number: 0)
    private static let christmas = Day(2026, 12, 25) ?? Day(number: 0)

    @Test(
        "Values",
        arguments: [
            (.day(thursday), nil, "Thursday 26 November", "Thursday the twenty-sixth of November"),
            (.day(thursday), "weekday", "Thursday", "Thursday"),
            (.day(thursday), "date", "26 November 2026", "the twenty-sixth of November twenty twenty-six"),
            (
                .days(thursday, christmas), nil, "from Thursday 26 November to Friday 25 December",
                "from Thursday the twenty-sixth November to Friday the twenty-fifth December"
            ),
            (.days(thursday, thursday), nil, "on Thursday 26 November", "on Thursday the twenty-sixth of November"),
            (.clock(510), nil, "8:30 am", "eight thirty in the morning"),
            (.clock(1020), nil, "5 pm", "five in the afternoon"),
            (.clock(1145), nil, "7:05 pm", "seven oh five in the evening"),
            (.clock(720), nil, "midday", "midday"),
            (.clock(0), nil, "midnight", "midnight"),
            (
                .moment(Moment(thursday, hour: 10)), nil, "Thursday 26 November at 10 am",
                "Thursday the twenty-sixth of November at ten in the morning"
            ),
            (.money(cents: 450), nil, "4 euros 50", "four euros fifty"),
            (.money(cents: 100), nil, "1 euro", "one euro"),
            (.money(cents: 50), nil, "50 cents", "fifty cents"),
            (.duration(minutes: 90), nil, "1 hour 30 minutes", "one hour thirty minutes"),
            (.count(21), nil, "21", "twenty-one"),
            (.count(22), "ordinal", "22nd", "twenty-second"),
            (.count(12), "ordinal", "12th", "twelfth"),
            (.count(205), "words", "two hundred and five", "two hundred and five"),
            (.phone("0199001234"), nil, "01 99 00 12 34", "zero one, ninety-nine, zero zero, twelve, thirty-four"),
            (.phone("112"), nil, "112", "one one two"),
            (
                .email("accueil@valclair.example"), nil, "accueil@valclair.example", "accueil at valclair dot example"
            ),
            (
                .url("https://valclair.example/waste"), nil, "https://valclair.example/waste",
                "valclair dot example slash waste"
            ),
            (.noun(Noun("the library")), "possessive", "the library's", "the library's"),
            (.noun(Noun("the library")), "bare", "library", "library"),
            (.amount(.age(TimeAmount(months: 15))), nil, "15 months", "fifteen months"),
        ] as [(Value, String?, String, String)])
    func values(value: Value, style: String?, written: String, spoken: String) {
        #expect(TestEnglish.write(value, style: style) == written)
        #expect(TestEnglish.write(value, style: style, form: .speech) == spoken)
    }

    @Test(
        "Texts are said aloud, their figures in words",
        arguments: [
            ("Call 01 99 00 12 34.", "Call zero one, ninety-nine, zero zero, twelve, thirty-four."),
            ("It opens at 8:30 am.", "It opens at eight thirty in the morning."),
            ("It costs 86 euros.", "It costs eighty-six euros."),
            ("Write to accueil@valclair.example.", "Write to accueil at valclair dot example."),
            ("The 3rd floor, 12.5 km", "The third floor, twelve point five kilometres"),
            ("12 rue des Lilas", "twelve rue des Lilas"),
            ("€4.50", "four euros fifty"),
            ("Nothing to change.", "Nothing to change."),
        ])
    func spoken(text: String, expected: String) { #expect(TestEnglish.rules.spoken(text) == expected) }

    @Test(
        "Articles and prepositions suit what follows",
        arguments: [
            ("a", "hour", "an hour"), ("a", "university", "a university"), ("a", "ID card", "an ID card"),
            ("a", "the pool", "a pool"), ("a", "8 euro stamp", "an 8 euro stamp"), ("a", "PACS", "a PACS"),
            ("on", "Thursday 26 November", "on Thursday 26 November"),
            ("on", "tomorrow, Saturday 21 November", "tomorrow, Saturday 21 November"),
            ("on", "from Monday 23 to Friday 27 November", "from Monday 23 to Friday 27 November"),
        ])
    func prepositions(preposition: String, text: String, expected: String) {
        #expect(TestEnglish.rules.join([text], preposition: preposition) == expected)
    }

    @Test(
        "Nouns are singular or plural",
        arguments: [
            ("the yellow bin", false), ("plastic bottles", true), ("the glass", false), ("the bus", false),
            ("the bottles of milk", true), ("the card for families", false), ("people", true), ("the PACS", false),
            ("Les Platanes sports hall", false), ("scrap metal", false), ("batteries", true),
        ])
    func plural(noun: String, isPlural: Bool) {
        #expect(TestEnglish.rules.agreement(of: Noun(noun)).isPlural == isPlural)
    }

    @Test("Lists and sentences")
    func sentences() {
        #expect(TestEnglish.rules.join(["paper", "tins", "glass"], preposition: nil) == "paper, tins and glass")
        #expect(TestEnglish.rules.sentence("it is open. come in") == "It is open. Come in.")
    }

    @Test("A language without its words leaves figures and loses nothing")
    func withoutWords() {
        let bare = English(words: [:])
        #expect(bare.write(.count(12), style: nil, form: .speech, today: Self.thursday) == "12")
        #expect(!bare.spoken("8:30 am, 4 €, 01 99 00 12 34").isEmpty)
    }
}
