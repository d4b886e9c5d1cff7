import CivilTime
import Foundation
import Language

/// French as the repository's word lists make it, and what tests read with it.
enum Reading {
    static let french = French(words: TestFrench.files.words)

    /// Friday 20 November 2026, ten o'clock.
    static let friday = Moment(iso: "2026-11-20T10:00") ?? Moment(Day(number: 0))

    /// School holidays of zone A around that day.
    static let calendar = DayCalendar(
        schoolHolidays: [
            ("autumn", "2026-10-17", "2026-11-01"), ("christmas", "2026-12-19", "2027-01-03"),
            ("winter", "2027-02-13", "2027-02-28"), ("spring", "2027-04-10", "2027-04-25"),
            ("summer", "2027-07-03", "2027-08-31"),
        ].compactMap { id, first, last in
            guard let first = Day(iso: first), let last = Day(iso: last) else { return nil }
            return DayCalendar.SchoolHoliday(id: id, first: first, last: last)
        })

    /// Sets kept beside the project, or nil when they are not there.
    static func shared(_ path: String) -> String? {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try? String(contentsOf: root.appending(path: "shared/" + path), encoding: .utf8)
    }

    static func mentions(_ text: String, now: Moment = friday) -> [TimeMention] {
        french.times(in: french.tokens(in: text), now: now, calendar: calendar)
    }

    /// The times of a text, in short: a day, "first..last" days, or "start/end" with hours; "..", where an end is open.
    static func times(_ text: String, now: Moment = friday) -> String {
        mentions(text, now: now).map(short).joined(separator: ", ")
    }

    static func short(_ mention: TimeMention) -> String {
        let span = mention.span
        let isDays = span.start.second == 0 && span.end.second == 0 && span.grain != .hour && span.grain != .partOfDay
        switch mention.reach {
        case .from: return (isDays ? span.firstDay.iso : span.start.iso) + ".."
        case .until: return ".." + (span.end.second == 0 ? span.lastDay.iso : span.end.iso)
        case .closed: break
        }
        if isDays { return span.isOneDay ? span.firstDay.iso : span.firstDay.iso + ".." + span.lastDay.iso }
        return span.start.iso + "/" + span.end.iso
    }
}
