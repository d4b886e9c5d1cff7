import Diagnostics
import FolderReading
import Language

extension PackReader {
    private static let intentKeys = ["subject", "required", "optional", "examples", "look-up", "source", "answers"]

    func readIntents(_ root: YAMLMap) -> [PackIntent] {
        _ = root.map("intents", keys: nil)
        var seen: [String: [String: Int?]] = [:]
        return named("intents", root, keys: PackReader.intentKeys).map { name, map in
            intent(name, map, seen: &seen)
        }
    }

    private func intent(_ name: String, _ map: YAMLMap, seen: inout [String: [String: Int?]]) -> PackIntent {
        let known = slots.map(\.name)
        let required = references("required", map, known)
        let optional = references("optional", map, known).filter { !required.contains($0) }
        for slot in required where self.slots.first(where: { $0.name == slot })?.prompt == nil {
            map.report(.error, "pack.no-prompt", ["slot": slot, "intent": name], at: "required")
        }
        let slots = self.slots.filter { required.contains($0.name) || optional.contains($0.name) }
        let lookUps = lookUps("look-up", map, slots.map(\.name))
        let context = AnswerContext(
            intent: name, slots: slots, required: required, lookUps: lookUps,
            sources: references("source", map, sources.keys))
        return PackIntent(
            id: id + "." + name, required: required, optional: optional,
            examples: examples(name, map, slots.map(\.name), seen: &seen), subject: texts("subject", map),
            lookUps: lookUps,
            answers: answers(map, context))
    }

    // MARK: Examples

    private func examples(
        _ intent: String, _ map: YAMLMap, _ slots: [String], seen: inout [String: [String: Int?]]
    ) -> [String: [String]] {
        if map.shape(of: "examples") == nil { _ = map.text("examples") }
        let lists = locatedLists("examples", map)
        for (language, list) in lists.sorted(by: { $0.key < $1.key }) {
            guard isBounded(list.count, "examples", map) else { return [:] }
            if list.count < PackLimits.fewestExamples {
                let arguments = [
                    "intent": intent, "count": String(list.count), "least": String(PackLimits.fewestExamples),
                ]
                map.report(.error, "pack.few-examples", arguments, at: "examples")
            }
            for (sentence, line) in list {
                if let first = seen[language]?[sentence.lowercased()] {
                    let arguments = ["sentence": sentence, "first": first.map(String.init) ?? ""]
                    findings.report(.error, "pack.repeated-example", arguments, line: line)
                }
                seen[language, default: [:]][sentence.lowercased()] = line
                checkExample(sentence, line, intent, slots)
            }
        }
        return lists.mapValues { $0.map(\.text) }
    }

    private func checkExample(_ sentence: String, _ line: Int?, _ intent: String, _ slots: [String]) {
        let wording = Wording(text: sentence)
        if sentence.count > PackLimits.textLength {
            let arguments = ["count": String(sentence.count), "limit": String(PackLimits.textLength)]
            findings.report(.error, "pack.too-long", arguments, line: line)
        }
        for mistake in wording.mistakes { findings.report(.error, "pack.bad-template", ["found": mistake], line: line) }
        for name in wording.neededNames.union(wording.optionalNames).sorted() where !slots.contains(name) {
            let arguments = ["name": name, "intent": intent, "known": slots.joined(separator: ", ")]
            findings.report(.error, "pack.example-slot", arguments, line: line)
        }
    }

    // MARK: Looking up

    /// Rows to look up: a map of tables, each with the columns that must fit.
    private func lookUps(_ key: String, _ map: YAMLMap, _ slots: [String]) -> [PackLookUp] {
        guard let all = map.optionalMap(key, keys: nil) else { return [] }
        return all.keys.compactMap { name in
            guard let table = tables[name] else {
                all.reportUnknownValue(name, key, tables.keys.sorted(), line: all.line(of: name))
                return nil
            }
            return PackLookUp(table: name, columns: columns(name, all, table, slots))
        }
    }

    /// The columns that must fit: `salle: "{salle}"`, `jour: "{today}"`, `saison: hiver`.
    func columns(_ key: String, _ map: YAMLMap, _ table: PackTable, _ slots: [String]) -> [String: PackLookUp.Wanted] {
        guard let wanted = map.optionalMap(key, keys: nil) else { return [:] }
        var columns: [String: PackLookUp.Wanted] = [:]
        for column in wanted.keys {
            guard table.columns[column] != nil else {
                wanted.reportUnknownValue(column, key, table.columns.keys.sorted(), line: wanted.line(of: column))
                continue
            }
            guard let text = wanted.text(column) else { continue }
            guard text.hasPrefix("{"), text.hasSuffix("}") else {
                columns[column] = .constant(text)
                continue
            }
            let name = String(text.dropFirst().dropLast())
            if name == "today" {
                columns[column] = .today
            } else if slots.contains(name) {
                columns[column] = .slot(name)
            } else {
                wanted.reportUnknownValue(name, column, slots + ["today"], line: wanted.line(of: column))
            }
        }
        return columns
    }
}
