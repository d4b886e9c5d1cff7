import Language
import Testing

/// Said on Friday 20 November 2026 at ten o'clock.
@Suite("Times as they are named in English")
struct EnglishTimeTests {
    @Test(
        "Days",
        arguments: [
            ("today", "2026-11-20"),
            ("tomorrow", "2026-11-21"),
            ("yesterday", "2026-11-19"),
            ("the day after tomorrow", "2026-11-22"),
            ("Thursday", "2026-11-26"),
            ("on thursday", "2026-11-26"),
            ("next Thursday", "2026-11-26"),
            ("this Friday", "2026-11-20"),
            ("Friday", "2026-11-27"),
            ("last Monday", "2026-11-16"),
            ("Monday next week", "2026-11-23"),
            ("Thursday week", "2026-12-03"),
            ("the 3rd of May", "2027-05-03"),
            ("3 May", "2027-05-03"),
            ("3rd May 2028", "2028-05-03"),
            ("May 3rd", "2027-05-03"),
            ("May 3, 2028", "2028-05-03"),
            ("December the 24th", "2026-12-24"),
            ("Thursday 26 November", "2026-11-26"),
            ("Thursday the 26th", "2026-11-26"),
            ("on the 15th", "2026-12-15"),
            ("twenty-first of December", "2026-12-21"),
            ("26/11", "2026-11-26"),
            ("26/11/2027", "2027-11-26"),
            ("2026-11-26", "2026-11-26"),
            ("the first Monday of December", "2026-12-07"),
            ("the last Friday of the month", "2026-11-27"),
            ("Sat 28 Nov", "2026-11-28"),
            ("in two weeks", "2026-12-04"),
            ("in 3 days", "2026-11-23"),
            ("in a fortnight", "2026-12-04"),
            ("a week ago", "2026-11-13"),
            ("two days ago", "2026-11-18"),
            ("Christmas Day", "2026-12-25"),
            ("Christmas", "2026-12-25"),
            ("Easter Monday", "2027-03-29"),
            ("the day after Christmas", "2026-12-26"),
            ("Bastille Day", "2027-07-14"),
            ("3 and 4 December", "2026-12-03, 2026-12-04"),
        ])
    func days(text: String, expected: String) { #expect(TestEnglish.times(text) == expected) }

    @Test(
        "Periods and ranges",
        arguments: [
            ("this week", "2026-11-16..2026-11-22"),
            ("next week", "2026-11-23..2026-11-29"),
            ("last week", "2026-11-09..2026-11-15"),
            ("this weekend", "2026-11-21..2026-11-22"),
            ("at the weekend", "2026-11-21..2026-11-22"),
            ("next month", "2026-12-01..2026-12-31"),
            ("in August", "2027-08-01..2027-08-31"),
            ("in May", "2027-05-01..2027-05-31"),
            ("May 2027", "2027-05-01..2027-05-31"),
            ("in 2027", "2027-01-01..2027-12-31"),
            ("early December", "2026-12-01..2026-12-10"),
            ("the end of the month", "2026-11-21..2026-11-30"),
            ("mid-December", "2026-12-10..2026-12-19"),
            ("the next 3 days", "2026-11-21..2026-11-23"),
            ("the week of 7 December", "2026-12-07..2026-12-13"),
            ("the Christmas holidays", "2026-12-19..2027-01-03"),
            ("the next school holidays", "2026-12-19..2027-01-03"),
            ("this summer", "2027-06-21..2027-09-23"),
            ("from Monday to Friday", "2026-11-23..2026-11-27"),
            ("from 3 to 8 December", "2026-12-03..2026-12-08"),
            ("3-8 December", "2026-12-03..2026-12-08"),
            ("between the 3rd and the 8th of December", "2026-12-03..2026-12-08"),
            ("since Monday", "2026-11-16.."),
            ("until Christmas", "..2026-12-25"),
        ])
    func periods(text: String, expected: String) { #expect(TestEnglish.times(text) == expected) }

    @Test(
        "Times of day",
        arguments: [
            ("at half past two", "2026-11-20T14:30/2026-11-20T14:31"),
            ("quarter to three", "2026-11-20T14:45/2026-11-20T14:46"),
            ("ten past five", "2026-11-20T17:10/2026-11-20T17:11"),
            ("2:30 pm", "2026-11-20T14:30/2026-11-20T14:31"),
            ("2.30pm", "2026-11-20T14:30/2026-11-20T14:31"),
            ("3pm", "2026-11-20T15:00/2026-11-20T16:00"),
            ("8 o'clock", "2026-11-21T08:00/2026-11-21T09:00"),
            ("8 am", "2026-11-21T08:00/2026-11-21T09:00"),
            ("14h30", "2026-11-20T14:30/2026-11-20T14:31"),
            ("14:30", "2026-11-20T14:30/2026-11-20T14:31"),
            ("noon", "2026-11-20T12:00/2026-11-20T13:00"),
            ("tomorrow at 10 am", "2026-11-21T10:00/2026-11-21T11:00"),
            ("Saturday at 3 pm", "2026-11-21T15:00/2026-11-21T16:00"),
            ("Monday at 7 in the evening", "2026-11-23T19:00/2026-11-23T20:00"),
            ("half past two on Thursday", "2026-11-26T14:30/2026-11-26T14:31"),
            ("this morning", "2026-11-20T04:00/2026-11-20T12:00"),
            ("tomorrow morning", "2026-11-21T04:00/2026-11-21T12:00"),
            ("Sunday morning", "2026-11-22T04:00/2026-11-22T12:00"),
            ("tonight", "2026-11-20T18:00/2026-11-21T00:00"),
            ("Monday from 9 to 11 am", "2026-11-23T09:00/2026-11-23T11:00"),
            ("from 2 to 4 pm", "2026-11-20T14:00/2026-11-20T16:00"),
            ("9am-5pm tomorrow", "2026-11-21T09:00/2026-11-21T17:00"),
            ("in two hours", "2026-11-20T12:00/2026-11-20T12:01"),
            ("in half an hour", "2026-11-20T10:30/2026-11-20T10:31"),
        ])
    func clock(text: String, expected: String) { #expect(TestEnglish.times(text) == expected) }

    @Test(
        "What is no time",
        arguments: [
            "may I ask something", "I march to the town hall", "rue du 8 mai 1945", "12 rue des Lilas", "at 12",
            "the 15th floor", "the second bin", "2 bottles", "01 99 00 12 34", "one more time", "",
        ])
    func none(text: String) { #expect(TestEnglish.times(text) == "") }

    @Test("Long texts are read to their end")
    func long() {
        for words in ["the day after ", "the week of ", "from Monday to ", "half past ", "3 and ", "early ", "next "] {
            _ = TestEnglish.times(String(repeating: words, count: 1_000))
        }
    }
}
