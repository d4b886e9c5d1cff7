import CivilTime
import Diagnostics
import OpenData
import Testing

/// libical's own table of rules and the dates that they give, read through our reader.
@Suite(
    "libical's table of recurrence rules",
    .enabled(if: SharedData.has("calendar/rrule/icalrecur_test.txt"), "the shared samples are absent"))
struct RecurrenceOracleTests {
    /// A rule, its start and its dates.
    struct Case {
        var rule = ""
        var start = ""
        var startAt: String?
        var expected: [String] = []
    }

    private func cases() throws -> [Case] {
        var result: [Case] = []
        var current = Case()
        for line in try SharedData.text("calendar/rrule/icalrecur_test.txt").split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2, !line.hasPrefix("#") else { continue }
            switch parts[0] {
            case "RRULE": current = Case(rule: parts[1])
            case "DTSTART": current.start = parts[1]
            case "START-AT": current.startAt = parts[1]
            case "INSTANCES":
                current.expected = parts[1].split(separator: ",").map(String.init)
                result.append(current)
            default: break
            }
        }
        return result
    }

    /// `2026-11-26T090000` as libical writes it.
    private func stamp(_ moment: Moment, isDate: Bool) -> String {
        let date = moment.day.iso.replacing("-", with: "")
        let clock = [moment.hour, moment.minute, moment.second % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined()
        return isDate ? date : date + "T" + clock
    }

    @Test("gives the dates that libical gives")
    func agreement() throws {
        let window = try #require(Day(1, 1, 2))...(try #require(Day(2500, 12, 31)))
        let zone = try #require(CivilZone("UTC"))
        var (checked, refused) = (0, 0)
        for entry in try cases() {
            // The reader refuses rules within a day, this library has no RSCALE; a start within a rule is not ours.
            let isRefused = ["SECONDLY", "MINUTELY", "HOURLY", "RSCALE"].contains { entry.rule.contains($0) }
            guard !isRefused, entry.startAt == nil, !entry.expected.contains("***") else { continue }
            let body =
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:\(entry.start)\nRRULE:\(entry.rule)\nEND:VEVENT\nEND:VCALENDAR"
            let events = ICalendar.read(body.bytes, zone: zone, window: window)
            let event = try #require(events.value.first, "\(entry.rule)")
            // What this libical cannot do must be said, never computed wrongly.
            if !events.diagnostics.isEmpty {
                #expect(events.diagnostics.allSatisfy { ["ical.unsupported-rule", "ical.bad-rule"].contains($0.code) })
                refused += 1
                continue
            }
            let found = event.occurrences.map { stamp($0.start, isDate: event.isAllDay) }
            // DTSTART itself always counts (RFC 5545, 3.8.5.3), also where the rule does not give it.
            let expected = Set(entry.expected.map { String($0.prefix(15)) } + [String(entry.start.prefix(15))]).sorted()
            #expect(
                Array(found.prefix(expected.count)) == expected,
                "\(entry.rule) from \(entry.start): \(events.diagnostics)")
            checked += 1
        }
        #expect(checked > 60)
        #expect(refused < 50)
    }
}
