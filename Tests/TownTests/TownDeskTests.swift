import CivilTime
import OpenData
import Testing
import TopicKit
import Town

@Suite("The desk of a town")
struct TownDeskTests {
    private static let valclair = "Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00; PH off"

    private func desk(_ hours: String?) -> TownDesk {
        let calendar = DayCalendar(publicHolidays: PublicHolidays.days(in: 2026...2027, region: .metropole))
        let hours = hours.flatMap { try? OpeningHours(parsing: $0) }
        return TownDesk(contact: Contact(name: "la mairie"), hours: hours, calendar: calendar)
    }

    @Test(
        "says until when somebody answers, and when next",
        arguments: [
            (valclair, "2026-11-20T10:00", "2026-11-20T12:00", "2026-11-20T13:30"),
            (valclair, "2026-11-20T12:00", nil, "2026-11-20T13:30"),
            (valclair, "2026-11-20T17:30", nil, "2026-11-21T09:00"),
            (valclair, "2026-11-21T12:00", nil, "2026-11-23T08:30"),
            (valclair, "2026-12-24T17:00", "2026-12-24T17:30", "2026-12-26T09:00"),
            (valclair, "2026-12-25T10:00", nil, "2026-12-26T09:00"),
            (nil, "2026-11-20T10:00", nil, nil),
            ("n'importe quoi", "2026-11-20T10:00", nil, nil),
            ("off", "2026-11-20T10:00", nil, nil),
            ("24/7", "2026-11-20T10:00", "2026-11-21T10:00", nil),
            ("Mo \"sur rendez-vous\"; Tu 09:00-12:00", "2026-11-23T10:00", nil, "2026-11-24T09:00"),
            (
                "Fr 09:00-11:00 open \"hall\", Fr 11:00-12:00 open \"bureau\"", "2026-11-20T10:00", "2026-11-20T12:00",
                "2026-11-27T09:00"
            ),
        ] as [(String?, String, String?, String?)])
    func opening(_ hours: String?, _ now: String, _ until: String?, _ next: String?) throws {
        let moment = try #require(Moment(iso: now))
        #expect(desk(hours).openUntil(at: moment)?.iso == until)
        #expect(desk(hours).nextOpening(after: moment)?.iso == next)
    }
}
