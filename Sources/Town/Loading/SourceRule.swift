import CivilTime
import TopicKit

/// An entry of `sources` in `town.yaml`: a pattern, and where the files that it matches come from.
struct SourceRule: Sendable {
    /// A path within the folder, `*` standing for any text within one name: `waste/*.ics`.
    let pattern: String
    /// What the source is called.
    let title: String
    /// Who publishes it.
    let publisher: String
    /// The date of the records.
    let date: Day
    /// The last day on which they hold, or nil.
    let validUntil: Day?
    /// The official page, or nil.
    let url: String?
    /// The line of the pattern in `town.yaml`.
    let line: Int?
    /// The line of `valid-until`, or nil.
    let validUntilLine: Int?

    /// Where a file's records come from.
    func evidence(for path: String) -> Evidence {
        Evidence(source: path, title: title, publisher: publisher, date: date, validUntil: validUntil, url: url)
    }

    /// The days that the source's dated records may speak of: a year before its date, for what is already over, until
    /// the end of its validity, or two years when it has none.
    var window: ClosedRange<Day> {
        let first = date.adding(days: -366)
        return first...max(first, validUntil ?? date.adding(days: 731))
    }

    /// Whether the pattern matches a path.
    func matches(_ path: String) -> Bool { SourceRule.matches(Array(pattern.utf8), Array(path.utf8)) }

    /// Matches from left to right; a `*` that fails takes one byte more, so that the cost is at most the product of the
    /// lengths.
    private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        var (p, t, star, mark) = (0, 0, -1, 0)
        while t < path.count {
            if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
                (star, mark) = (p, t)
                p += 1
            } else if p < pattern.count, pattern[p] == path[t] {
                (p, t) = (p + 1, t + 1)
            } else if star >= 0, path[mark] != UInt8(ascii: "/") {
                mark += 1
                (p, t) = (star + 1, mark)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
