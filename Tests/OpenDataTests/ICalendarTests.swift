import CivilTime
import Diagnostics
import OpenData
import Testing

@Suite("An iCalendar file")
struct ICalendarTests {
    private func read(_ body: String, from first: String = "2026-01-01", to last: String = "2027-12-31") throws
        -> Checked<[CalendarEvent]>
    {
        let window = try #require(Day(iso: first))...(try #require(Day(iso: last)))
        let text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + body + "\nEND:VCALENDAR\n"
        return ICalendar.read(text.replacing("\n", with: "\r\n").bytes, zone: .paris, window: window)
    }

    private func event(_ lines: String) -> String { "BEGIN:VEVENT\nUID:1\nSUMMARY:x\n" + lines + "\nEND:VEVENT" }

    @Test(
        "has its dates written out as the town's clocks show them",
        arguments: [
            ("DTSTART;VALUE=DATE:20261126", ["2026-11-26T00:00"]),
            ("DTSTART:20261126", ["2026-11-26T00:00"]),
            (
                "DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=WEEKLY;COUNT=3",
                ["2026-01-05T00:00", "2026-01-12T00:00", "2026-01-19T00:00"]
            ),
            (
                "DTSTART;VALUE=DATE:20261215\nRRULE:FREQ=WEEKLY;UNTIL=20261229T225959Z",
                ["2026-12-15T00:00", "2026-12-22T00:00", "2026-12-29T00:00"]
            ),
            (
                "DTSTART;VALUE=DATE:20261222\nRRULE:FREQ=WEEKLY;COUNT=2\nEXDATE;VALUE=DATE:20261229\nRDATE;VALUE=DATE:20261230",
                ["2026-12-22T00:00", "2026-12-30T00:00"]
            ),
            (
                "DTSTART;TZID=Europe/Paris:20261024T190000\nRRULE:FREQ=DAILY;UNTIL=20261025T180000Z",
                ["2026-10-24T19:00", "2026-10-25T19:00"]
            ),
            ("DTSTART:20261024T170000Z\nRRULE:FREQ=DAILY;COUNT=2", ["2026-10-24T19:00", "2026-10-25T18:00"]),
            ("DTSTART;TZID=Indian/Reunion:20261126T120000", ["2026-11-26T09:00"]),
            ("DTSTART;TZID=\"Romance Standard Time\":20261126T120000", ["2026-11-26T12:00"]),
            ("DTSTART:20261126T120000\nEXDATE:20261126T120000", []),
            (
                "DTSTART;TZID=Europe/Paris:20261126T120000\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE;VALUE=DATE:20261127",
                ["2026-11-26T12:00"]
            ),
            (
                "DTSTART;TZID=Europe/Paris:20261126T180000\nRRULE:FREQ=DAILY;UNTIL=20261127",
                ["2026-11-26T18:00", "2026-11-27T18:00"]
            ),
        ])
    func dates(_ lines: String, _ expected: [String]) throws {
        let events = try read(event(lines))
        #expect(events.diagnostics == [])
        #expect(events.value.first?.occurrences.map(\.start.iso) == expected)
    }

    @Test(
        "has its ends, a day for a date that ends as it begins",
        arguments: [
            ("DTSTART;VALUE=DATE:20261126\nDTEND;VALUE=DATE:20261126", "2026-11-27T00:00"),
            ("DTSTART;VALUE=DATE:20261126\nDTEND;VALUE=DATE:20261127", "2026-11-27T00:00"),
            ("DTSTART;VALUE=DATE:20261126\nDTEND;VALUE=DATE:20261129", "2026-11-29T00:00"),
            ("DTSTART;VALUE=DATE:20261126", "2026-11-27T00:00"),
            ("DTSTART:20261126T180000Z\nDTEND:20261126T200000Z", "2026-11-26T21:00"),
            ("DTSTART:20261126T190000\nDURATION:PT1H30M", "2026-11-26T20:30"),
            ("DTSTART:20261126T190000", nil),
        ])
    func ends(_ lines: String, _ expected: String?) throws {
        let events = try read(event(lines))
        #expect(events.diagnostics == [])
        #expect(events.value.first?.occurrences.first?.end?.iso == expected)
    }

    @Test("has its words unfolded and unescaped")
    func words() throws {
        let lines = """
            DTSTART;VALUE=DATE:20261126
            DESCRIPTION:Fruits\\, légumes\\nfro
             mages; poissons
            LOCATION:Marché couvert
            CATEGORIES:marché,gratuit
            CATEGORIES:sport
            URL:https://valclair.example/a?b=c
            STATUS:cancelled
            X-PARVIS-PRICE:8 euros\\, sur place
            BEGIN:VALARM
            DESCRIPTION:alarme
            END:VALARM
            """
        let events = try read(event(lines))
        let first = try #require(events.value.first)
        #expect(events.diagnostics == [])
        #expect(first.description == "Fruits, légumes\nfromages; poissons")
        #expect(first.categories == ["marché", "gratuit", "sport"])
        #expect(first.url == "https://valclair.example/a?b=c")
        #expect(first.isCancelled)
        #expect(first.extensions == ["X-PARVIS-PRICE": "8 euros, sur place"])
        #expect(first.line == 3)
    }

    @Test("takes replaced dates out of their series")
    func replaced() throws {
        let events = try read(
            event("DTSTART;VALUE=DATE:20261103\nRRULE:FREQ=WEEKLY;COUNT=3") + "\n"
                + event("RECURRENCE-ID;VALUE=DATE:20261110\nDTSTART;VALUE=DATE:20261112") + "\n"
                + event("RECURRENCE-ID;VALUE=DATE:20261117\nDTSTART;VALUE=DATE:20261117\nSTATUS:CANCELLED"))
        #expect(events.value[0].occurrences.map(\.start.day.iso) == ["2026-11-03"])
        #expect(events.value[1].replaces?.day.iso == "2026-11-10")
        #expect(events.value[1].occurrences.map(\.start.day.iso) == ["2026-11-12"])
        #expect(events.value[2].isCancelled)
    }

    @Test("ends an endless rule with the window")
    func endless() throws {
        let events = try read(
            event("DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY"), from: "2026-11-01", to: "2026-11-30")
        #expect(events.value.first?.occurrences.count == 30)
        #expect(events.diagnostics == [])
    }

    @Test(
        "says the line of what is wrong, and keeps the rest",
        arguments: [
            ("DTSTART;VALUE=DATE:20261126\nRRULE:FREQ=SECONDLY", "ical.rule-too-frequent", 7, 1),
            ("DTSTART;VALUE=DATE:20261126\nRRULE:FREQ=HOURLY;COUNT=3", "ical.rule-too-frequent", 7, 1),
            ("DTSTART;VALUE=DATE:20261126\nRRULE:FREQ=SOMETIMES", "ical.bad-rule", 7, 1),
            ("DTSTART;VALUE=DATE:20261126\nRRULE:", "ical.bad-rule", 7, 1),
            ("DTSTART;VALUE=DATE:20260231", "ical.bad-value", 6, nil),
            ("DTSTART:garbage", "ical.bad-value", 6, nil),
            ("DTSTART:", "ical.bad-value", 6, nil),
            ("X-NOTHING:1", "ical.no-start", 3, nil),
            ("DTSTART;VALUE=DATE:20261126\nEXDATE;VALUE=DATE:2026", "ical.bad-value", 7, 1),
            ("DTSTART;TZID=Mars/Olympus:20261126T120000", "ical.unknown-zone", 6, 1),
            ("DTSTART:20261126T120000\nDTEND:20261126T110000", "ical.ends-before-start", 7, 1),
            ("DTSTART;VALUE=DATE:20261126\nnonsense", "ical.bad-line", 7, 1),
            ("DTSTART:20261126T120000\nDURATION:soon", "ical.bad-value", 7, 1),
            (
                "DTSTART;VALUE=DATE:20261126\nRECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20261125",
                "ical.this-and-future", 7, 1
            ),
        ] as [(String, String, Int, Int?)])
    func mistakes(_ lines: String, _ code: String, _ line: Int, _ count: Int?) throws {
        let events = try read(event(lines) + "\n" + event("DTSTART;VALUE=DATE:20261201"))
        let body = events.diagnostics.map(\.code)
        #expect(body == [code])
        #expect(events.diagnostics.first?.line == line)
        #expect(events.value.count == (count == nil ? 1 : 2))
        if let count { #expect(events.value.first?.occurrences.count == count) }
    }

    @Test("bounds a rule that gives a date each second of a day")
    func bomb() throws {
        let numbers = (0...59).map(String.init).joined(separator: ",")
        let rule =
            "RRULE:FREQ=DAILY;BYHOUR=\((0...23).map(String.init).joined(separator: ","));BYMINUTE=\(numbers);BYSECOND=\(numbers)"
        let events = try read(event("DTSTART:20260101T000000\n" + rule))
        #expect(events.value.first?.occurrences.count == ICalendar.occurrenceLimit)
        #expect(events.diagnostics.map(\.code) == ["ical.too-many-dates"])
    }

    @Test(
        "survives anything",
        arguments: [
            "", "BEGIN:VCALENDAR", "END:VEVENT\nEND:VEVENT",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VEVENT\nDTSTART:20261126",
            "BEGIN:VEVENT", ":", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;:\nEND:VEVENT\nEND:VCALENDAR",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=\"unclosed:20261126T000000\nEND:VEVENT\nEND:VCALENDAR",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:99999999999999999999\nEND:VEVENT\nEND:VCALENDAR",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261126\nRRULE:FREQ=YEARLY;INTERVAL=0;COUNT=-1;BYMONTHDAY=99\nEND:VEVENT\nEND:VCALENDAR",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261126\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\nEND:VCALENDAR",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261126\nRRULE:FREQ=DAILY;BYYEARDAY=400,-400,0\nDURATION:P9999999999D\nEND:VEVENT\nEND:VCALENDAR",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:00010101T000000Z\nRRULE:FREQ=DAILY\nEND:VEVENT\nEND:VCALENDAR",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:99991231T235959Z\nDURATION:P5W\nEND:VEVENT\nEND:VCALENDAR",
        ])
    func hostile(_ text: String) throws {
        let window = try #require(Day(2026, 1, 1))...(try #require(Day(2027, 12, 31)))
        let events = ICalendar.read(text.bytes, zone: .paris, window: window)
        #expect(events.value.count <= 2)
    }

    @Test("takes a line of ten million bytes")
    func longLine() throws {
        let events = try read(
            event("DTSTART;VALUE=DATE:20261126\nDESCRIPTION:" + String(repeating: "x", count: 10_000_000)))
        #expect(events.value.first?.description.utf8.count == 10_000_000)
    }

    @Test(
        "of the official holidays has one day each",
        .enabled(if: SharedData.has("calendar/jours-feries/metropole.ics"), "the shared samples are absent"))
    func officialHolidays() throws {
        let window = try #require(Day(2026, 1, 1))...(try #require(Day(2026, 12, 31)))
        let events = ICalendar.read(
            try SharedData.bytes("calendar/jours-feries/metropole.ics"), zone: .paris, window: window)
        let days = events.value.flatMap(\.occurrences)
        #expect(events.diagnostics == [])
        #expect(days.allSatisfy { $0.end == Moment($0.start.day.adding(days: 1)) })
        #expect(Set(days.map(\.start.day)) == Set(PublicHolidays.days(in: 2026...2026, region: .metropole).keys))
    }
}
