import Diagnostics
import FoundationEssentials
import Yams

/// Reads the YAML of one language file, gathering what is wrong instead of giving up.
struct LocaleReader {
    private(set) var diagnostics: [Diagnostic] = []

    /// The document's root, or nil with a diagnostic; an empty file is empty, not wrong.
    mutating func root(of data: Data?) -> Node? {
        guard let data else {
            report("locale.unreadable")
            return nil
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            report("locale.not-utf8", line: Self.firstInvalidLine(data))
            return nil
        }
        do {
            return try compose(yaml: text)
        } catch {
            let (problem, line) = Self.explain(error)
            report("locale.syntax", ["problem": problem], line: line)
            return nil
        }
    }

    mutating func topicWords(_ node: Node) -> TopicWords {
        var words = TopicWords()
        let known = ["title", "examples", "subjects", "slots", "phrases", "terms", "lists"]
        for (key, value) in entries(node, key: "", known: known) {
            switch key {
            case "title": words.title = text(value, key: key) ?? ""
            case "examples": words.examples = textLists(value, key: key)
            case "subjects": words.subjects = values(value, key: key) { $0.text($1, key: $2) }
            case "slots": words.slots = values(value, key: key) { $0.slot($1, key: $2) }
            case "phrases": words.phrases = values(value, key: key) { $0.wording($1, key: $2) }
            case "terms": words.terms = values(value, key: key) { $0.noun($1, key: $2) }
            default: words.lists = textLists(value, key: key)
            }
        }
        return words
    }

    /// Lists by key; maps within maps are joined with a point, so that `month: {11: […]}` is `month.11`.
    mutating func wordLists(_ node: Node) -> [String: [String]] {
        var lists: [String: [String]] = [:]
        collect(node, prefix: "", into: &lists)
        return lists
    }

    mutating func diagnosticWords(_ node: Node) -> [String: DiagnosticWords] {
        values(node, key: "") { reader, value, key in
            var fields: [String: String] = [:]
            for (name, field) in reader.entries(value, key: key, known: ["what", "mend"]) {
                fields[name] = reader.text(field, key: name)
            }
            guard let what = fields["what"], let mend = fields["mend"] else {
                reader.report("locale.missing-key", ["key": key, "missing": "what, mend"], at: value)
                return nil
            }
            return DiagnosticWords(what: what, mend: mend)
        }
    }

    // MARK: The parts of a topic's file

    private mutating func slot(_ node: Node, key: String) -> SlotWords? {
        var slot = SlotWords()
        for (name, value) in entries(node, key: key, known: ["prompt", "reason", "example", "values"]) {
            switch name {
            case "prompt": slot.prompt = text(value, key: name)
            case "reason": slot.reason = text(value, key: name)
            case "example": slot.example = text(value, key: name)
            default: slot.values = textLists(value, key: name)
            }
        }
        return slot
    }

    private mutating func wording(_ node: Node, key: String) -> Wording? {
        guard node.mapping != nil else { return text(node, key: key).map { Wording(text: $0) } }
        var forms: [String: String] = [:]
        for (name, value) in entries(node, key: key, known: ["text", "simple", "speech"]) {
            forms[name] = text(value, key: name)
        }
        guard let text = forms["text"] else {
            report("locale.missing-key", ["key": key, "missing": "text"], at: node)
            return nil
        }
        return Wording(text: text, simple: forms["simple"], speech: forms["speech"])
    }

    private mutating func noun(_ node: Node, key: String) -> Noun? {
        guard node.mapping != nil else { return text(node, key: key).map { Noun($0) } }
        var fields: [String: String] = [:]
        for (name, value) in entries(node, key: key, known: ["text", "gender", "plural"]) {
            fields[name] = text(value, key: name)
        }
        guard let text = fields["text"] else {
            report("locale.missing-key", ["key": key, "missing": "text"], at: node)
            return nil
        }
        let gender = fields["gender"].flatMap(Noun.Gender.init(rawValue:))
        if let given = fields["gender"], gender == nil {
            report("locale.unknown-value", ["key": "gender", "value": given, "known": "masculine, feminine"], at: node)
        }
        return Noun(text, gender: gender, isPlural: fields["plural"].map { $0 == "true" })
    }

    private mutating func collect(_ node: Node, prefix: String, into lists: inout [String: [String]]) {
        for (key, value) in entries(node, key: prefix) {
            let path = prefix.isEmpty ? key : prefix + "." + key
            if value.mapping != nil {
                collect(value, prefix: path, into: &lists)
            } else if let texts = texts(value, key: path) {
                lists[path] = texts
            }
        }
    }

    // MARK: YAML nodes

    /// The entries of a map in order; a key that is not `known` is reported and left out.
    private mutating func entries(_ node: Node, key: String, known: [String]? = nil) -> [(String, Node)] {
        guard let mapping = node.mapping else {
            if !Self.isEmpty(node) { report("locale.not-a-map", ["key": key], at: node) }
            return []
        }
        var result: [(String, Node)] = []
        for (name, value) in mapping {
            guard let text = name.scalar?.string, known?.contains(text) ?? true else {
                let list = (known ?? []).joined(separator: ", ")
                report("locale.unknown-key", ["key": name.scalar?.string ?? "?", "known": list], at: name)
                continue
            }
            result.append((text, value))
        }
        return result
    }

    private mutating func values<Result>(
        _ node: Node, key: String, read: (inout LocaleReader, Node, String) -> Result?
    ) -> [String: Result] {
        var result: [String: Result] = [:]
        for (name, value) in entries(node, key: key) { result[name] = read(&self, value, name) }
        return result
    }

    private mutating func textLists(_ node: Node, key: String) -> [String: [String]] {
        values(node, key: key) { $0.texts($1, key: $2) }
    }

    /// A list of texts; one text alone is a list of one.
    private mutating func texts(_ node: Node, key: String) -> [String]? {
        guard let sequence = node.sequence else { return text(node, key: key).map { [$0] } }
        return sequence.compactMap { text($0, key: key) }
    }

    private mutating func text(_ node: Node, key: String) -> String? {
        guard let scalar = node.scalar, !Self.isEmpty(node) else {
            report("locale.not-a-text", ["key": key], at: node)
            return nil
        }
        return scalar.string
    }

    /// Whether nothing was written: `key:` alone, or `~`.
    private static func isEmpty(_ node: Node) -> Bool {
        guard let scalar = node.scalar, scalar.style == .plain else { return false }
        return scalar.string.isEmpty || scalar.string == "~"
    }

    // MARK: Problems

    private mutating func report(_ code: String, _ arguments: [String: String] = [:], at node: Node) {
        report(code, arguments, line: node.mark?.line)
    }

    private mutating func report(_ code: String, _ arguments: [String: String] = [:], line: Int? = nil) {
        diagnostics.append(Diagnostic(.error, code, arguments, line: line))
    }

    private static func explain(_ error: any Error) -> (problem: String, line: Int?) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (problem, mark.line)
        case .duplicatedKeysInMapping(let keys, let context):
            ("duplicate key " + keys.joined(separator: ", "), context.mark.line)
        default: ("unreadable", nil)
        }
    }

    private static func firstInvalidLine(_ data: Data) -> Int {
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
    }
}
