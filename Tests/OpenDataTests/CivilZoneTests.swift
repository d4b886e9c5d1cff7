import CivilTime
import OpenData
import Testing

@Suite("A time zone")
struct CivilZoneTests {
    @Test(
        "gives the town's clock for an instant",
        arguments: [
            ("2026-10-16T22:00:00+00:00", "2026-10-17T00:00"), ("2026-12-18T23:00:00Z", "2026-12-19T00:00"),
            ("2026-03-18T09:00:00+01:00", "2026-03-18T09:00"), ("2026-07-01T09:00:00+02:00", "2026-07-01T09:00"),
            ("2026-07-01T09:00:00.000+0200", "2026-07-01T09:00"), ("2026-07-01T03:30:00-05:30", "2026-07-01T11:00"),
            ("2026-03-29T00:59:00Z", "2026-03-29T01:59"), ("2026-03-29T01:00:00Z", "2026-03-29T03:00"),
            ("2026-10-25T01:00:00Z", "2026-10-25T02:00"), ("2026-11-26", "2026-11-26T00:00"),
            ("2026-11-26T08:30", "2026-11-26T08:30"), ("2045-07-01T10:00:00Z", "2045-07-01T12:00"),
        ])
    func instants(_ text: String, _ expected: String) {
        #expect(CivilZone.paris.moment(iso: text)?.iso == expected)
    }

    @Test(
        "refuses what is no instant",
        arguments: ["", "T", "2026-13-01T00:00:00Z", "2026-11-26T08:30+1", "Z", "2026-11-26T08:30+aa:bb"])
    func refused(_ text: String) { #expect(CivilZone.paris.moment(iso: text) == nil) }

    @Test(
        "is known by its name",
        arguments: [
            ("Europe/Paris", true), ("Indian/Reunion", true), ("America/Martinique", true), ("UTC", true),
            ("Paris", false), ("", false),
        ])
    func names(_ name: String, _ isKnown: Bool) { #expect((CivilZone(name) != nil) == isKnown) }
}
