import Diagnostics
import FolderReading
import TopicKit

extension PackReader {
    private static let checkKeys = [
        "is", "at-least", "more-than", "at-most", "less-than", "weekday", "from", "to", "holiday", "there",
    ]

    /// The condition under `when`: a map whose tests all pass, or a list of such maps of which one does.
    func condition(_ map: YAMLMap, _ context: AnswerContext) -> PackCondition {
        let groups: [YAMLMap] =
            switch map.shape(of: "when") {
            case nil: []
            case .list: map.maps("when", keys: nil)
            default: map.map("when", keys: nil).map { [$0] } ?? []
            }
        guard isBounded(groups.count, "when", map) else { return PackCondition(groups: []) }
        return PackCondition(groups: groups.map { group in group.keys.flatMap { tests($0, group, context) } })
    }

    private func tests(_ name: String, _ group: YAMLMap, _ context: AnswerContext) -> [PackCondition.Test] {
        guard let subject = subject(name, group, context) else { return [] }
        let checks: [PackCondition.Check]
        if group.shape(of: name) == .map {
            guard let map = group.map(name, keys: PackReader.checkKeys) else { return [] }
            checks = self.checks(map, name, subject, context)
        } else {
            checks = words(name, group, name, subject, context)
        }
        if checks.isEmpty { group.report(.error, "pack.no-check", ["name": name], at: name) }
        return checks.map { PackCondition.Test(subject: subject, check: $0) }
    }

    /// What a test looks at: `today`, a slot of the question, or `table.column` of a table that it looks up.
    private func subject(_ name: String, _ group: YAMLMap, _ context: AnswerContext) -> PackCondition.Subject? {
        if name == "today" { return .today }
        if context.slots.contains(where: { $0.name == name }) { return .slot(name) }
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        if parts.count == 2, context.lookUps.contains(where: { $0.table == parts[0] }),
            tables[parts[0]]?.columns[parts[1]] != nil
        {
            return .cell(table: parts[0], column: parts[1])
        }
        let cells = context.lookUps.flatMap { lookUp in
            (tables[lookUp.table]?.columns.keys.sorted() ?? []).map { lookUp.table + "." + $0 }
        }
        group.reportUnknownValue(
            name, "when", context.slots.map(\.name) + cells + ["today"], line: group.line(of: name))
        return nil
    }

    private func checks(
        _ map: YAMLMap, _ name: String, _ subject: PackCondition.Subject, _ context: AnswerContext
    ) -> [PackCondition.Check] {
        var checks: [PackCondition.Check] = []
        if map.shape(of: "is") != nil { checks += words("is", map, name, subject, context) }
        let bounds = ["at-least", "more-than", "at-most", "less-than"].map { number($0, map) }
        if bounds.contains(where: { $0 != nil }) {
            checks.append(
                .number(atLeast: bounds[0], moreThan: bounds[1], atMost: bounds[2], lessThan: bounds[3]))
        }
        if map.shape(of: "weekday") != nil { checks += weekdays(map) }
        if map.shape(of: "from") != nil || map.shape(of: "to") != nil {
            checks.append(.days(from: bound("from", map), to: bound("to", map)))
        }
        if let kind = map.optionalChoice("holiday", among: PackCondition.HolidayKind.allCases) {
            checks.append(.holiday(kind))
        }
        if let isThere = map.optionalFlag("there") { checks.append(.isThere(isThere)) }
        return checks
    }

    /// Words that a value must be one of; those of a choice must be its ids.
    private func words(
        _ key: String, _ map: YAMLMap, _ name: String, _ subject: PackCondition.Subject, _ context: AnswerContext
    ) -> [PackCondition.Check] {
        let texts = map.locatedTexts(key)
        if case .slot(let slotName) = subject, let slot = context.slots.first(where: { $0.name == slotName }) {
            if slot.kind == .time {
                map.report(.error, "pack.time-as-word", ["name": name], at: key)
                return [.isThere(true)]
            }
            let known = slot.kind == .entity ? slot.choices.map(\.id) : slot.kind == .yesNo ? ["yes", "no"] : nil
            for (text, line) in texts {
                if let known, !known.contains(text), slot.kind != .yesNo || PackReader.flag(text) == nil {
                    map.reportUnknownValue(text, name, known, line: line)
                }
            }
        } else if subject == .today {
            map.report(.error, "pack.time-as-word", ["name": name], at: key)
            return [.isThere(true)]
        }
        return texts.isEmpty ? [] : [.oneOf(texts.map(\.text))]
    }

    private static func flag(_ text: String) -> Bool? {
        ["yes": true, "true": true, "oui": true, "no": false, "false": false, "non": false][text.lowercased()]
    }

    private func number(_ key: String, _ map: YAMLMap) -> Double? {
        guard let text = map.optionalText(key) else { return nil }
        if let number = Double(text), number.isFinite { return number }
        map.report(.error, "yaml.bad-number", ["key": key, "value": text], at: key)
        return nil
    }

    private func weekdays(_ map: YAMLMap) -> [PackCondition.Check] {
        var days: Set<Int> = []
        for (text, line) in map.locatedTexts("weekday") {
            if let some = WeekdayCode.numbers(text) {
                days.formUnion(some)
            } else {
                map.reportUnknownValue(text, "weekday", WeekdayCode.all, line: line)
            }
        }
        return [.weekdays(days.sorted())]
    }

    private func bound(_ key: String, _ map: YAMLMap) -> PackCondition.DayBound? {
        guard let text = map.optionalText(key) else { return nil }
        if let bound = PackCondition.DayBound(text) { return bound }
        map.report(.error, "pack.bad-bound", ["key": key, "value": text], at: key)
        return nil
    }
}

extension PackCondition {
    /// The tables whose cells it looks at.
    var tables: [String] {
        subjects.compactMap { if case .cell(let table, _) = $0 { table } else { nil } }
    }
}
