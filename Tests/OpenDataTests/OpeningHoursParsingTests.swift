import CivilTime
import OpenData
import Testing

@Suite struct OpeningHoursParsingTests {
    /// All of these mean the same on Friday 20 November 2026.
    @Test(
        "What people write instead of the notation",
        arguments: [
            "Mo-Fr 08:30-12:00", "mo-fr 8:30-12:00", "MO - FR 08:30 - 12:00", "Mo–Fr 08:30–12:00", "Mo-Fr 8.30-12.00",
            "Mo-Fr 8h30-12h", "Mo-Fr 08 h 30 - 12 h 00", "Mo-Fr: 08:30-12", "Mo-Fr 0830-1200", "Mo-Fr 8:30am-12pm",
            "Mo-Fr 8:30 a.m. - 12:00 p.m.", "Monday to Friday 08:30-12:00", "Mon-Fri 08:30-12:00",
            "weekdays 08:30-noon",
            "Lundi au vendredi de 8h30 à 12h", "du lundi au vendredi : 08h30 - midi",
            "Montag bis Freitag 8:30-12:00 Uhr",
            "Mo-Fr 08:30-12:00;", "; Mo-Fr 08:30-12:00", "Mo,Tu,We,Th,Fr 08:30-12:00", "Mo Tu We Th Fr 08:30-12:00",
            "Sa 10:00-11:00\nMo-Fr 08:30-12:00", "Sa 10:00-11:00 Fr 08:30-12:00", "Mo-Fr 08:30:00-12:00:00",
            "\"all year\": Mo-Fr 08:30-12:00", "Mo-Th 14:00-15:00, Fr 08:30-12:00", "Fr 08:30-10:00 10:00-12:00",
            "Tous les jours 8h30-12h", "20 Nov 08:30-12:00", "Nov 20:08:30-12:00", "Fr., 08:30-12:00",
        ])
    func tolerated(text: String) throws { #expect(try schedule(text, on: "2026-11-20") == "08:30-12:00") }

    @Test(
        "Always open",
        arguments: [
            "24/7", "24 hours", "24h/24", "24h/24 7j/7", "24 hours a day", "00:00-24:00", "midnight-midnight",
            "open 24/7",
        ])
    func always(text: String) throws { #expect(try schedule(text, on: "2026-11-20") == "00:00-24:00") }

    @Test(
        "What cannot be read is refused at its place",
        arguments: [
            ("", OpeningHoursError.Reason.empty, "", 1), (" ; ", .empty, "", 1), ("foo", .unknownWord, "foo", 1),
            ("Mo-Fr bonjour", .unknownWord, "bonjour", 7), ("Mo-Fr @ 10:00", .unknownCharacter, "@", 7),
            ("Mo-Fr \"abc", .openComment, "\"abc", 7), ("Mo-Fr 25:00-26:00", .outOfRange, "25:00", 7),
            ("Mo-Fr 10:00-49:00", .outOfRange, "49:00", 13), ("Mo-Fr 10:60-12:00", .outOfRange, "60", 10),
            ("Jan 32", .outOfRange, "32", 5), ("Feb 30 off", .outOfRange, "30", 5), ("week 0", .outOfRange, "0", 6),
            ("week 54", .outOfRange, "54", 6), ("week 10-5", .reversedRange, "10", 6),
            ("2030-2020", .reversedRange, "2030", 1),
            ("Mo[0]", .outOfRange, "0", 4), ("Mo[6]", .outOfRange, "6", 4), ("Mo[1", .unexpectedEnd, "", 5),
            ("Mo-", .unexpected, "-", 3), ("Mo-Fr 10:00-", .unexpectedEnd, "", 13),
            ("10:00-12:00-14:00", .unexpected, "-", 12),
            ("10:00-12:00/0", .outOfRange, "0", 13), (",", .unexpected, ",", 1), ("((", .unexpected, "(", 2),
            ("(sunset-1", .unexpected, "1", 9), ("open closed", .unexpected, "closed", 6),
            ("99999999999999999999", .unexpected, "999999999", 1),
        ])
    func refused(text: String, reason: OpeningHoursError.Reason, found: String, position: Int) {
        let expected = OpeningHoursError(reason, found: found, position: position)
        #expect(throws: expected) { try OpeningHours(parsing: text) }
    }

    @Test("A text of any length is answered at once")
    func bounded() throws {
        #expect(throws: OpeningHoursError(.tooLong, position: OpeningHours.longestText + 1)) {
            try OpeningHours(parsing: String(repeating: "Mo 10:00-12:00;", count: 1000))
        }
        let long = try OpeningHours(parsing: String(repeating: "Mo 10:00-12:00;", count: 270))
        #expect(long.state(at: Moment(Day(number: 0))).kind == .closed)
    }

    @Test("Any cut or garbled text is read or refused")
    func garbled() {
        let text =
            "2026 Dec 24-2027 Jan 05,easter -2 days week 1-53/2 PH,Sa[-1] +1 day: 08:00-(sunset-01:30)+/90 open \"x\" || off"
        let characters = Array(text)
        for start in characters.indices {
            _ = try? OpeningHours(parsing: String(characters[start...]))
            _ = try? OpeningHours(parsing: String(characters[..<start]))
            let swapped = characters[start...] + characters[..<start]
            if let hours = try? OpeningHours(parsing: String(swapped)) {
                _ = hours.state(at: Moment(Day(number: 20777)))
            }
        }
    }
}

@Suite struct HoursQueryTests {
    @Test(
        "A line is answered by a line",
        arguments: [
            (
                #"{"id":"a","hours":"Mo-Fr 08:30-12:00","at":"2026-11-20T10:00"}"#,
                #"{"id":"a","next_change":"2026-11-20T12:00","open":true}"#
            ),
            (#"{"id":7,"hours":"24/7","at":"2026-11-20"}"#, #"{"id":7,"next_change":null,"open":true}"#),
            (
                #"{"id":"b","hours":"Mo-Fr 08:30-12:00; PH off","at":"2026-11-11T10:00"}"#,
                #"{"id":"b","next_change":"2026-11-12T08:30","open":false}"#
            ),
            (
                #"{"id":"c","hours":"Mo-Fr 08:30-12:00; PH off","at":"2026-11-11T10:00","holidays":[]}"#,
                #"{"id":"c","next_change":"2026-11-11T12:00","open":true}"#
            ),
            (
                #"{"id":"d","hours":"Mo-Fr 08:30-12:00; SH off","at":"2026-11-11T10:00","school":[["2026-11-09","2026-11-13"]]}"#,
                #"{"id":"d","next_change":"2026-11-16T08:30","open":false}"#
            ),
            (
                #"{"id":"e","hours":"unknown \"sur rendez-vous\"","at":"2026-11-11T10:00"}"#,
                #"{"comment":"sur rendez-vous","id":"e","next_change":null,"open":false}"#
            ),
            (
                #"{"id":"f","hours":"foo","at":"2026-11-11T10:00"}"#,
                #"{"error":"hours: character 1: the word “foo” is not known","id":"f"}"#
            ),
            (#"{"id":"g","hours":"24/7"}"#, #"{"error":"at: this field is missing","id":"g"}"#),
            (
                #"{"id":"h","hours":"24/7","at":"noon"}"#,
                #"{"error":"at: “noon” is not a local date and time like 2026-11-20T10:00","id":"h"}"#
            ),
            ("{", #"{"error":"line: this is not a JSON object","id":null}"#),
        ])
    func lines(line: String, expected: String) throws { #expect(try HoursQuery.answer(line: line).line() == expected) }
}
