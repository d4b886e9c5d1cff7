public import CivilTime

/// Opening hours in OpenStreetMap's notation, read once and asked as often as needed.
///
/// ```swift
/// let hours = try OpeningHours(parsing: "Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00; PH off")
/// hours.state(at: moment, in: context).kind       // .open
/// hours.nextChange(after: moment, in: context)    // 2026-11-20T12:00
/// ```
///
/// The notation is that of <https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification>. Where it leaves a choice,
/// the reading is that of opening_hours.js, its reference implementation: a time without an end (`17:00+`) is unknown.
public struct OpeningHours: Sendable {
    /// The longest text that is read, in bytes; OpenStreetMap itself allows 255 characters.
    public static let longestText = 4096

    /// The text as it was given.
    public let text: String
    private let rules: [HoursRule]

    /// Reads opening hours.
    ///
    /// - Throws: ``OpeningHoursError`` that says what is wrong and at which character.
    public init(parsing text: String) throws(OpeningHoursError) {
        self.text = text
        rules = try HoursParser.rules(of: text)
    }

    /// What holds at a moment.
    public func state(at moment: Moment, in context: OpeningContext = OpeningContext()) -> OpeningState {
        let stretches = plan(for: moment.day, context).stretches
        return stretches.last { $0.start <= moment.minuteOfDay }?.state ?? OpeningState(.closed)
    }

    /// When the state or its comment next differs from what holds at a moment; nil when it never does.
    ///
    /// "Never" is: in the next twelve years, nor around a later year that the text names.
    public func nextChange(after moment: Moment, in context: OpeningContext = OpeningContext()) -> Moment? {
        let state = state(at: moment, in: context)
        let horizon = moment.day.adding(days: 366 * Self.yearsAhead)
        if let change = firstChange(from: state, after: moment, until: horizon, context) { return change }
        for year in laterYears(than: horizon.year) {
            guard let first = Day(year - 1, 12, 31), let last = Day(year, 12, 31) else { continue }
            if let change = firstChange(from: state, after: Moment(max(first, horizon)), until: last, context) {
                return change
            }
        }
        return nil
    }

    /// The stretches that begin on a day: open or unknown ones, and closed ones that have a comment.
    public func intervals(on day: Day, in context: OpeningContext = OpeningContext()) -> [OpeningInterval] {
        let today = plan(for: day, context).stretches
        var intervals = today.compactMap { stretch -> OpeningInterval? in
            guard !stretch.isCarried, stretch.state.kind != .closed || stretch.state.comment != nil else { return nil }
            return OpeningInterval(start: stretch.start, end: stretch.end, state: stretch.state)
        }
        if let last = intervals.last, last.end == 1440,
            let carried = plan(for: day.adding(days: 1), context).stretches.first, carried.isCarried,
            carried.state == last.state
        {
            intervals[intervals.count - 1].end += carried.end
        }
        return intervals
    }

    private static let yearsAhead = 12

    private func plan(for day: Day, _ context: OpeningContext) -> DayPlan {
        DayPlan(rules: rules, on: day, context: context)
    }

    private func firstChange(
        from state: OpeningState, after moment: Moment, until last: Day, _ context: OpeningContext
    ) -> Moment? {
        guard moment.day <= last else { return nil }
        for day in moment.day...last {
            for stretch in plan(for: day, context).stretches where stretch.state != state {
                let start = Moment(day, second: stretch.start * 60)
                if start > moment { return start }
            }
        }
        return nil
    }

    /// The years after `year` in which a part of the text begins or ends to hold.
    private func laterYears(than year: Int) -> [Int] {
        let selectors = rules.flatMap(\.dates)
        let named =
            selectors.flatMap(\.years).flatMap { [$0.first, $0.last + 1] }
            + selectors.flatMap(\.dates).flatMap { [$0.start.year, $0.end.year].compactMap { $0 } }.flatMap {
                [$0, $0 + 1]
            }
        return Set(named).filter { $0 > year }.sorted()
    }
}

extension OpeningHours: Hashable {
    /// Compares by text.
    public static func == (lhs: OpeningHours, rhs: OpeningHours) -> Bool { lhs.text == rhs.text }
    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension OpeningHours: Codable {
    /// Reads the text.
    public init(from decoder: any Decoder) throws {
        try self.init(parsing: try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
