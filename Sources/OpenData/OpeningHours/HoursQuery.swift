public import CivilTime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One question put to `parvis hours`: whether a place is open at a moment, and until when that holds.
///
/// ```json
/// {"id": "1", "hours": "Mo-Fr 08:30-12:00", "at": "2026-11-20T10:00", "holidays": ["2026-12-25"], "school": [["2026-12-19", "2027-01-03"]]}
/// ```
public struct HoursQuery: Sendable, Decodable {
    /// Whatever the asker tells questions apart by: a text or a whole number.
    public enum ID: Sendable, Hashable {
        /// A text.
        case text(String)
        /// A whole number.
        case number(Int)
    }

    /// The question's id, or nil.
    public let id: ID?
    /// The opening hours.
    public let hours: String
    /// The local date and time.
    public let at: String
    /// Public holidays, as ISO dates; without them, those of France.
    public let holidays: [String]?
    /// School holidays: the first and the last day of each, as ISO dates.
    public let school: [[String]]?

    /// Answers one line of JSON; never fails, since what is wrong is part of the answer.
    public static func answer(line: String) -> HoursAnswer {
        let decoder = JSONDecoder()
        let data = Data(line.utf8)
        do {
            return try decoder.decode(HoursQuery.self, from: data).answer()
        } catch {
            let id = (try? decoder.decode(IDOnly.self, from: data))?.id
            return HoursAnswer(id: id, error: Self.sentence(for: error))
        }
    }

    /// Answers the question.
    public func answer() -> HoursAnswer {
        guard let moment = Moment(iso: at) else {
            return HoursAnswer(id: id, error: "at: “\(at)” is not a local date and time like 2026-11-20T10:00")
        }
        do throws(QueryError) {
            let context = OpeningContext(calendar: try calendar(around: moment.day.year))
            let hours = try opening()
            let state = hours.state(at: moment, in: context)
            return HoursAnswer(
                id: id, state: state, nextChange: hours.nextChange(after: moment, in: context))
        } catch {
            return HoursAnswer(id: id, error: error.message)
        }
    }

    private struct QueryError: Error { let message: String }
    private struct IDOnly: Decodable { let id: ID? }

    private func opening() throws(QueryError) -> OpeningHours {
        do {
            return try OpeningHours(parsing: hours)
        } catch {
            throw QueryError(message: "hours: \(error)")
        }
    }

    private func calendar(around year: Int) throws(QueryError) -> DayCalendar {
        var calendar = DayCalendar()
        if let holidays {
            for text in holidays { calendar.publicHolidays[try Self.day(text, "holidays")] = "" }
        } else {
            // The years that the search for the next change goes through.
            let last = min(year + 14, 9999)
            calendar.publicHolidays = PublicHolidays.days(in: min(max(year - 1, 1), last)...last, region: .metropole)
        }
        var stretches: [DayCalendar.SchoolHoliday] = []
        for range in school ?? [] {
            guard range.count == 2 else { throw QueryError(message: "school: each entry is a first and a last day") }
            stretches.append(
                .init(id: "", first: try Self.day(range[0], "school"), last: try Self.day(range[1], "school")))
        }
        return DayCalendar(publicHolidays: calendar.publicHolidays, schoolHolidays: stretches)
    }

    private static func day(_ text: String, _ field: String) throws(QueryError) -> Day {
        guard let day = Day(iso: text) else {
            throw QueryError(message: "\(field): “\(text)” is not a date like 2026-12-25")
        }
        return day
    }

    private static func sentence(for error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "\(key.stringValue): this field is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "\(context.codingPath.first?.stringValue ?? "line"): the value has the wrong type"
        default: "line: this is not a JSON object"
        }
    }
}

/// The answer to a ``HoursQuery``.
public struct HoursAnswer: Sendable, Hashable, Encodable {
    /// The question's id, or nil when it had none.
    public let id: HoursQuery.ID?
    /// Whether it is open for sure; nil when the question could not be read.
    public let open: Bool?
    /// What the opening hours say about the state, or nil.
    public let comment: String?
    /// When the state or the comment next changes, or nil when it does not.
    public let nextChange: Moment?
    /// What is wrong with the question, or nil.
    public let error: String?

    init(id: HoursQuery.ID?, state: OpeningState, nextChange: Moment?) {
        (self.id, open, self.nextChange, error) = (id, state.kind == .open, nextChange, nil)
        comment = state.comment ?? (state.isOpenEnd ? Self.openEnd : nil)
    }

    init(id: HoursQuery.ID?, error: String) {
        (self.id, open, comment, nextChange, self.error) = (id, nil, nil, nil, error)
    }

    /// The words of opening_hours.js for an open end, which programs that move over from it compare.
    private static let openEnd = "Specified as open end. Closing time was guessed."

    private enum Keys: String, CodingKey { case id, open, comment, nextChange = "next_change", error }

    /// Writes either an error or a state; `next_change` is null rather than missing.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(id, forKey: .id)
        if let error { return try container.encode(error, forKey: .error) }
        try container.encode(open ?? false, forKey: .open)
        try container.encodeIfPresent(comment, forKey: .comment)
        try container.encode(nextChange?.iso, forKey: .nextChange)
    }

    /// The answer as one line of JSON.
    public func line() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension HoursQuery.ID: Codable {
    /// Reads a text or a whole number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self =
            if let number = try? container.decode(Int.self) { .number(number) } else {
                .text(try container.decode(String.self))
            }
    }

    /// Writes the id as it was.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        }
    }
}
