import CivilTime
import Foundation
import Language
import Testing

private let developmentSet = "data/nlu/temporal_duckling_fr.jsonl"

/// How well Duckling's French expressions are read, the development set.
///
/// Where we differ on purpose: a weekend is Saturday and Sunday, "dans sept jours" is a day, "dans un an" is a day and
/// not a month, All Souls' Day is 2 November, "plus tard" is no time, and a range of hours ends when it is said to end.
@Suite(
    "Duckling's French times", .enabled(if: Reading.shared(developmentSet) != nil, "the set is not beside the project"))
struct TimeDevelopmentSetTests {
    private struct Row: Decodable {
        let text: String
        let now: String
        let kind: String
        let start: String?
        let end: String?
    }

    @Test("At least 97 of 100 starts are right, 92 with the end, and no time is read where there is none")
    func level() throws {
        let lines = try #require(Reading.shared(developmentSet)).split(separator: "\n")
        let rows = try lines.map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
        var (count, starts, both) = (0, 0, 0)
        var wrong: [String] = []
        for row in rows {
            let mentions = Reading.mentions(row.text, now: try #require(Moment(iso: row.now)))
            guard row.kind != "none" else {
                #expect(mentions.isEmpty, "\(row.text)")
                continue
            }
            count += 1
            guard mentions.count == 1, let mention = mentions.first,
                (mention.reach == .until ? nil : mention.span.start) == row.start.flatMap(Moment.init(iso:))
            else {
                wrong.append(row.text)
                continue
            }
            starts += 1
            let end = mention.reach == .from ? nil : mention.span.end
            if row.end == nil || end == row.end.flatMap(Moment.init(iso:)) { both += 1 }
        }
        print("Duckling's set: \(starts) starts, \(both) with their ends, of \(count)")
        #expect(Double(starts) / Double(count) >= 0.97, "\(wrong)")
        #expect(Double(both) / Double(count) >= 0.92)
    }
}
