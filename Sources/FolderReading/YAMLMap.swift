package import CivilTime
package import Diagnostics
package import Yams

/// A map of a YAML file, read key by key; whatever is wrong is reported with its line.
package struct YAMLMap {
    /// The line on which the map begins.
    package let line: Int?
    /// What the map is the value of, for messages; empty for the whole file.
    package let key: String
    private let entries: [String: (value: Node, line: Int?)]
    private let findings: Findings

    /// Reads a node as a map; a key outside `keys` is reported with the nearest known one, nil allows any.
    package init?(_ node: Node, key: String, keys: [String]?, _ findings: Findings) {
        guard let mapping = node.mapping else {
            findings.report(.error, "yaml.not-a-map", ["key": key], line: node.mark?.line)
            return nil
        }
        var entries: [String: (value: Node, line: Int?)] = [:]
        for (name, value) in mapping {
            let (text, line) = (name.scalar?.string ?? "?", name.mark?.line)
            if let keys, !keys.contains(text) {
                YAMLMap.reportUnknown(text, among: keys, line, findings)
            } else {
                entries[text] = (value, line)
            }
        }
        (self.line, self.key, self.entries, self.findings) = (mapping.mark?.line, key, entries, findings)
    }

    /// The keys that are there, in order.
    package var keys: [String] { entries.keys.sorted() }

    /// The line of a key, or the map's own.
    package func line(of key: String) -> Int? { entries[key]?.line ?? line }

    /// What is written at a key.
    package enum Shape: Sendable {
        case text, list, map
    }

    /// What is written at a key; nil when it is absent or empty.
    package func shape(of key: String) -> Shape? {
        present(key).map { $0.mapping != nil ? .map : $0.sequence != nil ? .list : .text }
    }

    // MARK: Values

    /// A text that must be there.
    package func text(_ key: String) -> String? {
        guard let node = present(key) else {
            reportMissing(key)
            return nil
        }
        return scalar(node, key)
    }

    /// A text that may be absent or empty.
    package func optionalText(_ key: String) -> String? { present(key).flatMap { scalar($0, key) } }

    /// A list of texts, empty when absent; one text alone is a list of one.
    package func texts(_ key: String) -> [String] {
        guard let node = present(key) else { return [] }
        guard let sequence = node.sequence else { return scalar(node, key).map { [$0] } ?? [] }
        return sequence.compactMap { scalar($0, key) }
    }

    /// A list of texts with the line of each, empty when absent.
    package func locatedTexts(_ key: String) -> [(text: String, line: Int?)] {
        guard let node = present(key) else { return [] }
        let nodes = node.sequence.map { Array($0) } ?? [node]
        return nodes.compactMap { node in scalar(node, key).map { ($0, node.mark?.line) } }
    }

    /// Yes or no, as YAML writes them; nil when absent.
    package func optionalFlag(_ key: String) -> Bool? {
        guard let text = optionalText(key) else { return nil }
        switch text.lowercased() {
        case "yes", "true", "oui": return true
        case "no", "false", "non": return false
        default:
            reportUnknownValue(text, key, ["yes", "no"], line: line(of: key))
            return nil
        }
    }

    /// A day `2026-11-26` that may be absent.
    package func optionalDay(_ key: String) -> Day? {
        guard let text = optionalText(key) else { return nil }
        if let day = Day(iso: text) { return day }
        findings.report(.error, "yaml.bad-date", ["key": key, "value": text], line: line(of: key))
        return nil
    }

    /// A day that must be there.
    package func day(_ key: String) -> Day? {
        if present(key) == nil { reportMissing(key) }
        return optionalDay(key)
    }

    /// A time `19:00` as minutes since midnight, which may be absent.
    package func optionalMinute(_ key: String) -> Int? {
        guard let text = optionalText(key) else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
        {
            return hour * 60 + minute
        }
        findings.report(.error, "yaml.bad-time", ["key": key, "value": text], line: line(of: key))
        return nil
    }

    /// One of the raw values of a type, which may be absent.
    package func optionalChoice<Choice: RawRepresentable<String>>(_ key: String, among choices: [Choice]) -> Choice? {
        guard let text = optionalText(key) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let known = choices.map(\.rawValue)
        reportUnknownValue(text, key, known, line: line(of: key))
        return nil
    }

    /// One of the raw values of a type, which must be there.
    package func choice<Choice: RawRepresentable<String>>(_ key: String, among choices: [Choice]) -> Choice? {
        if present(key) == nil { reportMissing(key) }
        return optionalChoice(key, among: choices)
    }

    /// A map that must be there.
    package func map(_ key: String, keys: [String]?) -> YAMLMap? {
        guard let node = present(key) else {
            reportMissing(key)
            return nil
        }
        return YAMLMap(node, key: key, keys: keys, findings)
    }

    /// A map that may be absent.
    package func optionalMap(_ key: String, keys: [String]?) -> YAMLMap? {
        present(key).flatMap { YAMLMap($0, key: key, keys: keys, findings) }
    }

    /// A list of maps, empty when absent.
    package func maps(_ key: String, keys: [String]?) -> [YAMLMap] {
        guard let node = present(key) else { return [] }
        guard let sequence = node.sequence else {
            findings.report(.error, "yaml.not-a-list", ["key": key], line: node.mark?.line)
            return []
        }
        return sequence.compactMap { YAMLMap($0, key: key, keys: keys, findings) }
    }

    /// A list of maps with different ids; one without an id or with an id that was there is left out with an error.
    package func identified(_ key: String, keys: [String]) -> [(id: String, map: YAMLMap)] {
        var lines: [String: Int] = [:]
        return maps(key, keys: keys).compactMap { map in
            guard let id = map.text("id") else { return nil }
            if let first = lines[id] {
                findings.report(
                    .error, "yaml.duplicate-id", ["id": id, "first": String(first)], line: map.line(of: "id"))
                return nil
            }
            lines[id] = map.line(of: "id") ?? 0
            return (id, map)
        }
    }

    // MARK: Problems

    /// Reports a value that is none of those known, with the nearest one.
    package func reportUnknownValue(_ value: String, _ key: String, _ known: [String], line: Int?) {
        let nearest = Spelling.suggestion(for: value, among: known)
        if let nearest {
            findings.report(
                .error, "yaml.misspelt-value", ["key": key, "value": value, "nearest": nearest], line: line)
        } else {
            let arguments = ["key": key, "value": value, "known": known.joined(separator: ", ")]
            findings.report(.error, "yaml.unknown-value", arguments, line: line)
        }
    }

    /// Reports something that is wrong with the value of a key.
    package func report(
        _ severity: Diagnostic.Severity, _ code: String, _ arguments: [String: String] = [:], at key: String
    ) {
        findings.report(severity, code, arguments, line: line(of: key))
    }

    private static func reportUnknown(_ name: String, among keys: [String], _ line: Int?, _ findings: Findings) {
        if let nearest = Spelling.suggestion(for: name, among: keys) {
            findings.report(.error, "yaml.misspelt-key", ["key": name, "nearest": nearest], line: line)
        } else {
            let arguments = ["key": name, "known": keys.joined(separator: ", ")]
            findings.report(.error, "yaml.unknown-key", arguments, line: line)
        }
    }

    private func reportMissing(_ key: String) {
        findings.report(.error, "yaml.missing-key", ["key": key], line: line(of: key))
    }

    private func scalar(_ node: Node, _ key: String) -> String? {
        guard let scalar = node.scalar, !YAMLMap.isEmpty(node) else {
            findings.report(.error, "yaml.not-a-text", ["key": key], line: node.mark?.line)
            return nil
        }
        return scalar.string
    }

    /// The value of a key, unless nothing was written there.
    private func present(_ key: String) -> Node? {
        entries[key].flatMap { YAMLMap.isEmpty($0.value) ? nil : $0.value }
    }

    /// Whether nothing was written: `key:` alone, `~` or `""`.
    package static func isEmpty(_ node: Node) -> Bool {
        guard let scalar = node.scalar else { return false }
        return scalar.string.isEmpty || (scalar.style == .plain && scalar.string == "~")
    }
}
