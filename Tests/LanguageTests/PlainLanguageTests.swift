import CivilTime
import Language
import Testing

@Suite struct PlainLanguageTests {
    private let plain = Languages.rules(for: "xx", words: [:])

    @Test(
        "A language without grammar reads ISO dates and figures",
        arguments: [("on 2026-11-26", "2026-11-26"), ("26/11", nil)] as [(String, String?)])
    func times(text: String, day: String?) {
        let now = Moment(Day(number: 20_777))
        let times = plain.times(in: plain.tokens(in: text), now: now, calendar: DayCalendar())
        let found = times.first?.span.firstDay.iso
        #expect(found == day)
    }

    @Test(
        "It writes values as figures",
        arguments: [
            (Value.day(Day(number: 20_777)), "2026-11-20"), (.clock(510), "08:30"), (.money(cents: 405), "4.05"),
            (.count(3), "3"), (.noun(Noun("the pool")), "the pool"),
        ] as [(Value, String)])
    func values(value: Value, text: String) {
        #expect(plain.write(value, style: nil, form: .text, today: Day(number: 20_777)) == text)
    }

    @Test("It makes sentences", arguments: [("open", "Open."), ("open?", "Open?"), ("", "")])
    func sentences(text: String, sentence: String) { #expect(plain.sentence(text) == sentence) }
}
