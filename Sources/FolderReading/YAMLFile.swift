import Diagnostics
import OpenData
package import Yams

/// Reads a YAML file into a map whose entries know their lines.
package enum YAMLFile {
    /// More nodes than any file of a town has; aliases that multiply each other reach it at once.
    private static let nodeLimit = 200_000
    /// Deeper than any format here; libyaml itself would go to 1,000 levels, on the stack.
    private static let depthLimit = 64

    /// The file's root map with its known keys, or nil with an error.
    package static func root(_ bytes: [UInt8], keys: [String], _ findings: Findings) -> YAMLMap? {
        node(bytes, findings).flatMap { YAMLMap($0, key: "", keys: keys, findings) }
    }

    /// What the file's root list holds, or nil with an error.
    package static func list(_ bytes: [UInt8], _ findings: Findings) -> [Node]? {
        guard let node = node(bytes, findings) else { return nil }
        guard let sequence = node.sequence else {
            findings.report(.error, "yaml.not-a-list", ["key": findings.file], line: node.mark?.line)
            return nil
        }
        return Array(sequence)
    }

    private static func node(_ bytes: [UInt8], _ findings: Findings) -> Node? {
        let source = SourceText(bytes)
        findings.add(source.diagnostics)
        guard let line = lineTooDeep(source.bytes) else { return node(source.text, findings) }
        findings.report(.error, "yaml.too-deep", ["limit": String(depthLimit)], line: line)
        return nil
    }

    private static func node(_ text: String, _ findings: Findings) -> Node? {
        do {
            guard let node = try compose(yaml: text, .basic), !YAMLMap.isEmpty(node) else {
                findings.report(.error, "yaml.empty")
                return nil
            }
            guard isBounded(node) else {
                findings.report(.error, "yaml.too-big", ["limit": String(nodeLimit)])
                return nil
            }
            return node
        } catch {
            report(error, findings)
            return nil
        }
    }

    private static func report(_ error: any Error, _ findings: Findings) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
            .composer(_, let problem, let mark, _)?:
            findings.report(.error, "yaml.syntax", ["problem": problem], line: mark.line)
        case .duplicatedKeysInMapping(let keys, let context)?:
            let arguments = ["keys": keys.sorted().joined(separator: ", ")]
            findings.report(.error, "yaml.duplicate-keys", arguments, line: context.mark.line)
        default:
            findings.report(.error, "yaml.unreadable")
        }
    }

    /// The first line on which brackets or indents nest too deep, found before the parser's recursion is trusted with it.
    private static func lineTooDeep(_ bytes: [UInt8]) -> Int? {
        var (line, brackets, indicators, isStart) = (1, 0, 0, true)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\n"): (line, indicators, isStart) = (line + 1, 0, true)
            case UInt8(ascii: "["), UInt8(ascii: "{"): (brackets, isStart) = (brackets + 1, false)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): (brackets, isStart) = (max(0, brackets - 1), false)
            // Each two columns of indent, and each "- " or "? " at the start of a line, may open a level.
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: "\t"):
                if isStart { indicators += 1 }
            default: isStart = false
            }
            if brackets > depthLimit || indicators > 2 * depthLimit { return line }
        }
        return nil
    }

    /// Counts the nodes with their aliases written out, and stops at the limit.
    private static func isBounded(_ root: Node) -> Bool {
        var (open, count) = ([root], 0)
        while let node = open.popLast() {
            count += 1
            guard count + open.count <= nodeLimit else { return false }
            if let mapping = node.mapping {
                for (key, value) in mapping { open += [key, value] }
            } else if let sequence = node.sequence {
                guard count + open.count + sequence.count <= nodeLimit else { return false }
                open += sequence
            }
        }
        return true
    }
}
