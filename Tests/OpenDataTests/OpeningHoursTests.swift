import CivilTime
import OpenData
import Testing

/// France's holidays, and the autumn and Christmas school holidays of 2026 in zone B.
let frenchCalendar = DayCalendar(
    publicHolidays: PublicHolidays.days(in: 2025...2029, region: .metropole),
    schoolHolidays: [
        .init(id: "autumn", first: Day(number: 20744), last: Day(number: 20758)),
        .init(id: "christmas", first: Day(number: 20806), last: Day(number: 20821)),
    ])

/// What an opening-hours text says of a day, as a person would write it: `08:30-12:00 13:30-17:30`.
///
/// Unknown stretches have a question mark, closed ones an x, comments follow in quotes.
func schedule(_ text: String, on iso: String) throws -> String {
    let day = try #require(Day(iso: iso))
    let intervals = try OpeningHours(parsing: text).intervals(on: day, in: OpeningContext(calendar: frenchCalendar))
    return intervals.map { interval in
        let mark = interval.state.kind == .open ? "" : interval.state.kind == .unknown ? "?" : "x"
        let comment = interval.state.comment.map { "\"\($0)\"" } ?? ""
        return clock(interval.start) + "-" + clock(interval.end) + mark + comment
    }.joined(separator: " ")
}

private func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return two(minutes / 60) + ":" + two(minutes % 60)
}

@Suite struct OpeningHoursTests {
    // 2026-11-20 is a Friday; 11 November 2026, a public holiday, a Wednesday.

    @Test(
        "Weekdays and times",
        arguments: [
            ("Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00", "2026-11-20", "08:30-12:00 13:30-17:30"),
            ("Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00", "2026-11-21", "09:00-12:00"),
            ("Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00", "2026-11-22", ""),
            ("Sa-Mo 10:00-12:00", "2026-11-22", "10:00-12:00"), ("Sa-Mo 10:00-12:00", "2026-11-24", ""),
            ("Mo,We,Fr 10:00-12:00", "2026-11-20", "10:00-12:00"), ("Mo,We,Fr 10:00-12:00", "2026-11-19", ""),
            ("24/7", "2026-11-20", "00:00-24:00"), ("Fr", "2026-11-20", "00:00-24:00"),
            ("open", "2026-11-20", "00:00-24:00"),
            ("closed", "2026-11-20", ""), ("Fr[3] 10:00-12:00", "2026-11-20", "10:00-12:00"),
            ("Fr[1,3-4] 10:00-12:00", "2026-11-20", "10:00-12:00"), ("Fr[2] 10:00-12:00", "2026-11-20", ""),
            ("Fr[-1] 10:00-12:00", "2026-11-27", "10:00-12:00"), ("Fr[-1] 10:00-12:00", "2026-11-20", ""),
            ("Sa[2] -2 days 10:00-12:00", "2026-11-12", "10:00-12:00"),
            ("Fr[-1] +1 day 10:00-12:00", "2026-11-28", "10:00-12:00"),
            ("Fr 10:00", "2026-11-20", "10:00-10:01"),
            ("Fr 10:00-12:00/60", "2026-11-20", "10:00-10:01 11:00-11:01 12:00-12:01"),
            ("Fr 10:00-12:00/01:00", "2026-11-20", "10:00-10:01 11:00-11:01 12:00-12:01"),
        ])
    func weekdays(text: String, day: String, expected: String) throws {
        #expect(try schedule(text, on: day) == expected)
    }

    @Test(
        "After midnight",
        arguments: [
            ("Fr 22:00-02:00", "2026-11-20", "22:00-26:00"), ("Fr 22:00-02:00", "2026-11-21", ""),
            ("Fr 18:00-26:00", "2026-11-20", "18:00-26:00"), ("Fr 14:00-14:00", "2026-11-20", "14:00-38:00"),
            // A later rule for Saturday speaks for all of Saturday.
            ("Fr 22:00-02:00; Sa 12:00-14:00", "2026-11-20", "22:00-24:00"),
            ("Fr 22:00-02:00; Sa 12:00-14:00", "2026-11-21", "12:00-14:00"),
            ("Fr 22:00-02:00, Sa 12:00-14:00", "2026-11-20", "22:00-26:00"),
            // Open ends: the closing time is a guess.
            ("Fr 10:00+", "2026-11-20", "10:00-24:00?"), ("Fr 17:00+", "2026-11-20", "17:00-27:00?"),
            ("Fr 22:00+", "2026-11-20", "22:00-30:00?"), ("Fr 14:00-17:00+", "2026-11-20", "14:00-17:00 17:00-27:00?"),
            ("Fr 07:00+,12:00-16:00", "2026-11-20", "07:00-12:00? 12:00-16:00"),
        ])
    func midnight(text: String, day: String, expected: String) throws {
        #expect(try schedule(text, on: day) == expected)
    }

    @Test(
        "Rules replace, add and fall back",
        arguments: [
            ("Mo-Fr 08:00-18:00; Fr 10:00-12:00", "2026-11-20", "10:00-12:00"),
            ("Mo-Fr 08:00-12:00, Fr 14:00-16:00", "2026-11-20", "08:00-12:00 14:00-16:00"),
            ("Mo-Fr 08:00-18:00; 12:00-14:00 off", "2026-11-20", "08:00-12:00 14:00-18:00"),
            ("Mo-Fr 08:00-18:00; Fr off", "2026-11-20", ""),
            ("24/7; Fr 10:00-12:00 off", "2026-11-20", "00:00-10:00 12:00-24:00"),
            (
                "Fr 10:00-12:00 || unknown \"call\"", "2026-11-20",
                "00:00-10:00?\"call\" 10:00-12:00 12:00-24:00?\"call\""
            ),
            ("Fr 10:00-12:00 || unknown \"call\"", "2026-11-21", "00:00-24:00?\"call\""),
            ("Fr off || 14:00-15:00", "2026-11-20", "14:00-15:00"),
            ("Fr 10:00-12:00 open \"desk\"", "2026-11-20", "10:00-12:00\"desk\""),
            ("Fr 10:00-12:00 \"on appointment\"", "2026-11-20", "10:00-12:00?\"on appointment\""),
            ("\"on appointment\"", "2026-11-20", "00:00-24:00?\"on appointment\""),
            ("Fr 10:00-12:00; Fr closed \"works\"", "2026-11-20", "00:00-24:00x\"works\""),
            ("Fr 08:00-12:00 open \"A\", Fr 10:00-14:00 open \"B\"", "2026-11-20", "08:00-10:00\"A\" 10:00-14:00\"B\""),
        ])
    func rules(text: String, day: String, expected: String) throws { #expect(try schedule(text, on: day) == expected) }

    @Test(
        "Holidays",
        arguments: [
            ("Mo-Fr 10:00-12:00; PH off", "2026-11-11", ""), ("Mo-Fr 10:00-12:00", "2026-11-11", "10:00-12:00"),
            ("Sa,PH 10:00-12:00", "2026-11-11", "10:00-12:00"), ("PH -1 day 10:00-12:00", "2026-11-10", "10:00-12:00"),
            ("10:00-12:00; PH +1 day off", "2026-11-12", ""),
            ("SH off; Mo-Fr 10:00-12:00", "2026-10-20", "10:00-12:00"), ("Mo-Fr 10:00-12:00; SH off", "2026-10-20", ""),
            ("SH Mo-Fr 10:00-12:00", "2026-10-20", "10:00-12:00"), ("SH Mo-Fr 10:00-12:00", "2026-11-20", ""),
            ("SH Mo-Fr 10:00-12:00", "2026-10-24", ""), ("SH,Mo-Fr 10:00-12:00", "2026-11-20", "10:00-12:00"),
            ("PH Mo-We 10:00-12:00", "2026-11-11", "10:00-12:00"), ("PH Sa 10:00-12:00", "2026-11-11", ""),
            ("10:00-12:00; Su PH off", "2026-11-11", ""), ("10:00-12:00; Dec 24,PH off", "2026-11-11", ""),
            ("10:00-12:00; Su,Nov 20 off", "2026-11-20", ""),
        ])
    func holidays(text: String, day: String, expected: String) throws {
        #expect(try schedule(text, on: day) == expected)
    }

    @Test(
        "Years, months, dates and weeks",
        arguments: [
            ("2026", "2026-11-20", true), ("2027", "2026-11-20", false), ("2020-2030/2", "2026-11-20", true),
            ("2021-2030/2", "2026-11-20", false), ("2026+", "2030-01-01", true), ("2026/4", "2030-01-01", true),
            ("Jan-Mar", "2026-02-28", true), ("Nov-Feb", "2027-01-10", true), ("Nov-Feb", "2026-10-31", false),
            ("Jan,Nov", "2026-11-20", true), ("2026 Nov-Feb", "2027-01-10", true),
            ("2026 Nov-Feb", "2027-11-10", false),
            ("Dec 24", "2026-12-24", true), ("Dec 24,25", "2026-12-25", true), ("Dec 24-26", "2026-12-26", true),
            ("Dec 24-Jan 02", "2027-01-02", true), ("Dec 24-Jan 02", "2027-01-03", false),
            ("2026 Dec 24", "2027-12-24", false), ("2026 Dec 24-2027 Jan 05", "2027-01-05", true),
            ("2026 Dec 24-2027 Jan 05", "2026-01-05", false), ("2026 Dec 24-Jan 02", "2027-01-01", true),
            ("Nov 15+", "2026-12-31", true), ("Nov 15+", "2027-01-01", false), ("2026 Nov 15+", "2027-01-01", true),
            ("Jan 01-29/7", "2026-01-08", true), ("Jan 01-29/7", "2026-01-09", false), ("Feb 29", "2026-03-01", false),
            ("Feb 29", "2028-02-29", true), ("Feb 29-Mar 02", "2026-03-01", true),
            ("easter", "2026-04-05", true), ("easter +1 day", "2026-04-06", true),
            ("easter -2 days", "2026-04-03", true),
            ("easter -2 days-easter +1 day", "2026-04-04", true), ("2027 easter", "2026-04-05", false),
            ("Dec 25 -1 day", "2026-12-24", true), ("Jul 01+Fr", "2026-07-03", true),
            ("Jul 01 +Fr", "2026-07-01", false),
            ("Jul 01-Fr", "2026-06-26", true), ("Jul 01+ Fr", "2026-07-10", true),
            ("Mar Su[-1]-Oct Su[-1]", "2026-10-25", true), ("Mar Su[-1]-Oct Su[-1]", "2026-10-26", false),
            ("Dec-Feb Fr[1]", "2026-12-04", true), ("Dec-Feb Fr[1]", "2026-12-05", false),
            ("week 47", "2026-11-20", true), ("week 1-53/2", "2026-11-20", true), ("week 2,4", "2026-11-20", false),
            ("week 53", "2027-01-01", true), ("Jan-Mar: Mo 10:00-12:00", "2026-02-02", true),
        ])
    func dates(text: String, day: String, isOpen: Bool) throws {
        #expect(try schedule(text, on: day).isEmpty == !isOpen)
    }

    @Test(
        "The next change",
        arguments: [
            ("Mo-Fr 08:30-12:00", "2026-11-20T10:00", "2026-11-20T12:00"),
            ("Mo-Fr 08:30-12:00", "2026-11-20T12:00", "2026-11-23T08:30"),
            ("Mo-Fr 08:30-12:00; PH off", "2026-11-10T12:00", "2026-11-12T08:30"),
            ("Fr 22:00-02:00", "2026-11-20T23:00", "2026-11-21T02:00"),
            ("24/7", "2026-11-20T10:00", nil), ("closed", "2026-11-20T10:00", nil),
            ("Fr 08:00-10:00,10:00-12:00", "2026-11-20T09:00", "2026-11-20T12:00"),
            ("Fr 08:00-10:00 open \"A\", Fr 10:00-12:00 open \"B\"", "2026-11-20T09:00", "2026-11-20T10:00"),
            ("Feb 29 10:00-11:00", "2026-11-20T09:00", "2028-02-29T10:00"),
            ("2099 10:00-11:00", "2026-11-20T09:00", "2099-01-01T10:00"), ("2020 10:00-11:00", "2026-11-20T09:00", nil),
        ])
    func nextChange(text: String, at: String, expected: String?) throws {
        let moment = try #require(Moment(iso: at))
        let change = try OpeningHours(parsing: text).nextChange(
            after: moment, in: OpeningContext(calendar: frenchCalendar))
        #expect(change?.iso == expected)
    }

    @Test("Opening hours are kept as their text")
    func codable() throws {
        let hours = try OpeningHours(parsing: "Mo-Fr 08:30-12:00")
        #expect(try OpeningHours(parsing: hours.text) == hours)
    }
}

@Suite struct SunTimesTests {
    /// The almanac's times for Paris (IMCCE), to three minutes.
    @Test(
        "The sun over Paris",
        arguments: [
            (SunEvent.sunrise, "2026-06-21", 5 * 60 + 47), (.sunset, "2026-06-21", 21 * 60 + 58),
            (.sunrise, "2026-12-21", 8 * 60 + 41), (.sunset, "2026-12-21", 16 * 60 + 56),
            (.sunrise, "2026-03-29", 7 * 60 + 34),
            (.sunset, "2026-10-25", 17 * 60 + 43), (.dawn, "2026-12-21", 8 * 60 + 5),
            (.dusk, "2026-06-21", 22 * 60 + 40),
        ])
    func paris(event: SunEvent, iso: String, expected: Int) throws {
        let day = try #require(Day(iso: iso))
        let minute = try #require(SunPlace().minute(of: event, on: day))
        #expect(abs(minute - expected) <= 3)
    }

    @Test("Nothing rises in a polar night")
    func polar() throws {
        let place = SunPlace(latitude: 78.2, longitude: 15.6)
        let solstice = try #require(Day(2026, 12, 21))
        #expect(place.minute(of: .sunrise, on: solstice) == nil)
    }

    @Test(
        "Clocks change on the last Sundays of March and October",
        arguments: [("2026-03-28", 60), ("2026-03-29", 120), ("2026-10-24", 120), ("2026-10-25", 60)])
    func summerTime(iso: String, offset: Int) throws {
        let day = try #require(Day(iso: iso))
        #expect(SunPlace().offset(on: day) == offset)
    }

    @Test("A range that the sun leaves empty is no night")
    func lateSunrise() throws {
        #expect(try schedule("sunrise-08:00", on: "2026-12-21") == "")
        #expect(try schedule("sunrise-08:00", on: "2026-06-21").hasSuffix("-08:00"))
        #expect(try schedule("(sunset-00:30)-22:00", on: "2026-12-21").hasPrefix("16:2"))
    }
}
