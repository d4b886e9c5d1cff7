import Diagnostics
import FolderReading
import Language
import TopicKit

extension PackReader {
    private static let slotKeys = [
        "kind", "choices", "from", "pattern", "prompt", "reason", "example", "keep", "can-skip", "proper-names", "when",
    ]

    func readSlots(_ root: YAMLMap) {
        let all = named("slots", root, keys: PackReader.slotKeys)
        var whens: [(slot: String, map: YAMLMap)] = []
        for (name, map) in all {
            if PackReader.ownNames.contains(name) { map.report(.error, "pack.taken-name", ["name": name], at: "kind") }
            guard let kind = map.choice("kind", among: SlotKindName.allCases) else { continue }
            if map.optionalMap("when", keys: nil) != nil { whens.append((name, map)) }
            slots.append(slot(name, kind, map))
        }
        for (slot, map) in whens { checkWhen(of: slot, map) }
    }

    /// Names that every wording may cite, so that no slot may have them.
    static let ownNames: Set<String> = ["today", "town", "count"]

    private func slot(_ name: String, _ kind: SlotKindName, _ map: YAMLMap) -> PackSlot {
        let choices = kind == .entity ? choices(map) : []
        if kind == .entity, choices.isEmpty { map.report(.error, "pack.no-choice", ["slot": name], at: "kind") }
        var when: [String: String] = [:]
        if let map = map.optionalMap("when", keys: nil) { for key in map.keys { when[key] = map.text(key) } }
        return PackSlot(
            name: name, kind: slotKind(kind, map), choices: choices,
            isProper: map.optionalFlag("proper-names") ?? false, isKept: map.optionalFlag("keep") ?? false,
            canSkip: map.optionalFlag("can-skip") ?? false, when: when,
            prompt: wording("prompt", map, name: "ask-" + name, .none),
            reason: wording("reason", map, name: "ask-" + name + "-reason", .none),
            example: wording("example", map, name: "ask-" + name + "-example", .none))
    }

    private func slotKind(_ kind: SlotKindName, _ map: YAMLMap) -> Slot.Kind {
        guard kind == .pattern else { return kind.kind }
        let pattern = TextPattern(map.text("pattern") ?? "")
        if let mistake = pattern.mistake {
            let arguments = ["slot": map.key, "pattern": pattern.source, "found": mistake]
            map.report(.error, "topic.bad-pattern", arguments, at: "pattern")
        }
        return .pattern(pattern)
    }

    // MARK: Choices

    private func choices(_ map: YAMLMap) -> [PackSlot.Choice] {
        if map.shape(of: "from") != nil { return choicesOfTable(map) }
        let listed = map.identified("choices", keys: ["id", "names"])
        guard isBounded(listed.count, "choices", map) else { return [] }
        return listed.map { id, map in
            if !PackReader.isName(id) { map.report(.error, "pack.bad-id", ["id": id], at: "id") }
            let names = lists("names", map)
            if names[language]?.isEmpty ?? true { _ = map.text("names") }
            return PackSlot.Choice(id: id, names: names)
        }
    }

    /// A choice for each row of a table, in the order of the first row that has its id.
    private func choicesOfTable(_ map: YAMLMap) -> [PackSlot.Choice] {
        guard let from = map.map("from", keys: ["table", "id", "names"]) else { return [] }
        _ = from.text("table")
        guard let name = reference("table", from, tables.keys), let table = tables[name] else { return [] }
        _ = from.text("id")
        guard let idColumn = reference("id", from, table.columns.keys) else { return [] }
        let columns = locatedLists("names", from)
        for (column, line) in columns.values.joined() where table.columns[column] == nil {
            from.reportUnknownValue(column, "names", table.columns.keys.sorted(), line: line)
        }
        var (seen, choices): (Set<String>, [PackSlot.Choice]) = ([], [])
        for row in table.rows {
            guard let id = row.cells[idColumn], seen.insert(id).inserted else { continue }
            if !PackReader.isName(id) {
                tableDiagnostics.append(
                    .init(
                        .error, "pack.bad-id", ["id": id], file: place + "/" + (tableFiles[name] ?? ""), line: row.line)
                )
            }
            let names = columns.mapValues { columns in
                columns.compactMap { row.cells[$0.text] }.flatMap { cell in
                    cell.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
                }
            }
            choices.append(PackSlot.Choice(id: id, names: names))
        }
        return isBounded(choices.count, "choices", map) ? choices : []
    }

    /// A slot may depend on a choice of another slot only.
    private func checkWhen(of slot: String, _ map: YAMLMap) {
        guard let when = map.optionalMap("when", keys: nil) else { return }
        let others = slots.filter { $0.name != slot && $0.kind == .entity }
        for name in when.keys {
            guard let other = others.first(where: { $0.name == name }) else {
                when.reportUnknownValue(name, "when", others.map(\.name), line: when.line(of: name))
                continue
            }
            _ = reference(name, when, other.choices.map(\.id))
        }
    }
}

/// What a slot may be, as packs write it.
enum SlotKindName: String, CaseIterable {
    case entity, time, number
    case yesNo = "yes-no"
    case money, duration, age, phone, email, postcode, address, pattern

    /// The kind of slot; a pattern is empty.
    var kind: Slot.Kind {
        switch self {
        case .entity: .entity
        case .time: .time
        case .number: .number
        case .yesNo: .yesNo
        case .money: .money
        case .duration: .duration
        case .age: .age
        case .phone: .phone
        case .email: .email
        case .postcode: .postcode
        case .address: .address
        case .pattern: .pattern(TextPattern(""))
        }
    }
}
