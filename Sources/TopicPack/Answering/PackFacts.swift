import CivilTime
import Language
import TopicKit

/// Everything that one question to a pack is answered from: what was said, and the rows that this leads to.
struct PackFacts {
    private let pack: TopicPack
    private let request: TopicRequest
    private let rows: [String: PackTable.Row]
    /// The values that any wording may use.
    private let values: [String: Value]

    /// Looks up what an intent needs for a request.
    init(_ pack: TopicPack, _ intent: PackIntent, _ request: TopicRequest) {
        (self.pack, self.request) = (pack, request)
        var rows: [String: PackTable.Row] = [:]
        for lookUp in intent.lookUps { rows[lookUp.table] = PackFacts.rows(lookUp, pack, request).first }
        self.rows = rows
        var values: [String: Value] = [
            "today": .day(request.now.day), "town": .noun(Noun(request.profile.name)),
        ]
        for (name, filled) in request.slots {
            values[name] = SlotReading(filled.value).value { pack.noun($0, of: name, in: request.locale) }
        }
        for (table, row) in rows { values.merge(PackFacts.values(of: row, table, pack)) { _, cell in cell } }
        self.values = values
    }

    /// Whether a phrase has every value that it cannot do without.
    func canSay(_ phrase: PackPhrase) -> Bool { phrase.needs.allSatisfy { values[$0] != nil } }

    /// The phrase with its values.
    func say(_ phrase: PackPhrase, count: Int? = nil) -> Phrase {
        var values = values
        if let count { values["count"] = .count(count) }
        return .key(pack.id + "." + phrase.name, values)
    }

    /// A phrase for each row that is meant and has what the phrases need, with one or more phrases.
    func each(_ lookUp: PackLookUp, _ phrases: [PackPhrase]) -> [[Phrase]] {
        PackFacts.rows(lookUp, pack, request).compactMap { row in
            let values = values.merging(PackFacts.values(of: row, lookUp.table, pack)) { _, cell in cell }
            guard phrases.allSatisfy({ $0.needs.allSatisfy { values[$0] != nil } }) else { return nil }
            return phrases.map { .key(pack.id + "." + $0.name, values) }
        }
    }

    /// Whether a condition holds.
    func holds(_ condition: PackCondition) -> Bool {
        condition.isEmpty || condition.groups.contains { $0.allSatisfy(holds) }
    }

    /// The last day that the question is about: an answer must still hold then.
    var lastDay: Day {
        let days = request.slots.values.compactMap { SlotReading($0.value).days?.upperBound }
        return ([request.now.day] + days).max() ?? request.now.day
    }

    private func holds(_ test: PackCondition.Test) -> Bool {
        switch test.subject {
        case .today: return holds(test.check, word: nil, number: nil, days: request.now.day...request.now.day)
        case .slot(let name):
            let reading = request.slots[name].map { SlotReading($0.value) }
            if case .isThere(let isThere) = test.check { return (reading != nil) == isThere }
            guard let reading else { return false }
            return holds(test.check, word: reading.word, number: reading.number, days: reading.days)
        case .cell(let table, let column):
            let cell = rows[table]?.cells[column]
            if case .isThere(let isThere) = test.check { return (cell != nil) == isThere }
            guard let cell, let kind = pack.tables[table]?.columns[column] else { return false }
            let day = kind == .day ? Day(iso: cell) : nil
            return holds(test.check, word: cell, number: kind.number(cell), days: day.map { $0...$0 })
        }
    }

    private func holds(
        _ check: PackCondition.Check, word: String?, number: Double?, days: ClosedRange<Day>?
    ) -> Bool {
        switch check {
        case .oneOf(let words): return words.contains { wanted in word.map { CellFit(cell: wanted).fits($0) } ?? false }
        case .number(let atLeast, let moreThan, let atMost, let lessThan):
            guard let number else { return false }
            return atLeast.map { number >= $0 } ?? true && moreThan.map { number > $0 } ?? true
                && atMost.map { number <= $0 } ?? true && lessThan.map { number < $0 } ?? true
        case .weekdays(let weekdays):
            return all(days, atMost: 7) { weekdays.contains($0.weekday.rawValue) }
        case .days(let from, let to):
            return all(days, atMost: 366) { PackCondition.DayBound.holds($0, from, to) }
        case .holiday(let kind):
            return all(days, atMost: 366) { day in
                switch kind {
                case .public: request.calendar.publicHoliday(on: day) != nil
                case .school: request.calendar.schoolHoliday(on: day) != nil
                case .none:
                    request.calendar.publicHoliday(on: day) == nil && request.calendar.schoolHoliday(on: day) == nil
                }
            }
        case .isThere(let isThere): return isThere
        }
    }

    /// Whether something is so on each of some days; of longer stretches nothing is known.
    private func all(_ days: ClosedRange<Day>?, atMost limit: Int, _ holds: (Day) -> Bool) -> Bool {
        guard let days, days.count <= limit else { return false }
        return days.allSatisfy(holds)
    }

    // MARK: Tables

    private static func rows(_ lookUp: PackLookUp, _ pack: TopicPack, _ request: TopicRequest) -> [PackTable.Row] {
        guard let table = pack.tables[lookUp.table] else { return [] }
        return table.rows.filter { row in
            lookUp.columns.allSatisfy { column, wanted in
                guard let cell = row.cells[column] else { return true }
                switch wanted {
                case .slot(let slot): return CellFit(cell: cell).fits(request.slots[slot].map { SlotReading($0.value) })
                case .today:
                    let today = TimeSpan(
                        first: request.now.day, last: request.now.day, grain: .day, isRelative: true)
                    return CellFit(cell: cell).fits(SlotReading(.time(today)))
                case .constant(let word): return CellFit(cell: cell).fits(word)
                }
            }
        }
    }

    private static func values(of row: PackTable.Row, _ name: String, _ pack: TopicPack) -> [String: Value] {
        guard let table = pack.tables[name] else { return [:] }
        return row.cells.keys.reduce(into: [:]) { $0[name + "." + $1] = table.value(row, $1) }
    }
}

extension PackCondition.DayBound {
    /// Whether a day lies between two bounds; a stretch of every year may go over its end.
    static func holds(_ day: Day, _ from: PackCondition.DayBound?, _ to: PackCondition.DayBound?) -> Bool {
        if case .everyYear(let month, let first) = from, case .everyYear(let lastMonth, let last) = to,
            (lastMonth, last) < (month, first)
        {
            return (day.month, day.dayOfMonth) >= (month, first) || (day.month, day.dayOfMonth) <= (lastMonth, last)
        }
        return (from?.isNotAfter(day) ?? true) && (to?.isNotBefore(day) ?? true)
    }

    private func isNotAfter(_ day: Day) -> Bool {
        switch self {
        case .day(let bound): bound <= day
        case .everyYear(let month, let first): (month, first) <= (day.month, day.dayOfMonth)
        }
    }

    private func isNotBefore(_ day: Day) -> Bool {
        switch self {
        case .day(let bound): day <= bound
        case .everyYear(let month, let last): (day.month, day.dayOfMonth) <= (month, last)
        }
    }
}

extension TopicPack {
    /// How a choice is called in a language.
    func noun(_ id: String, of slot: String, in language: String) -> String? {
        self.slot(slot)?.choices.first { $0.id == id }?.names[language]?.first
    }
}
