import CivilTime
import Diagnostics
import FolderReading

/// Reads one procedure and checks that its questions, facts and links fit together.
struct ProcedureReader {
    static let keys = [
        "name", "aliases", "written", "reviewed", "reviewer", "source", "place", "questions", "facts", "links",
    ]

    private let root: YAMLMap
    private let path: String
    private let findings: Findings

    init(_ root: YAMLMap, path: String, _ findings: Findings) {
        (self.root, self.path, self.findings) = (root, path, findings)
    }

    /// The procedure, or nil when its name, its date or its source is missing.
    func procedure() -> ProcedureRecords.Procedure? {
        let questions = questions()
        let answers = Dictionary(
            questions.map { ($0.id, $0.choices.map(\.id)) }, uniquingKeysWith: { first, _ in first })
        let facts = root.maps("facts", keys: ["kind", "text", "simple", "when"]).compactMap { fact($0, answers) }
        let links = root.maps("links", keys: ["kind", "purpose", "url", "when"]).compactMap { link($0, answers) }
        if facts.isEmpty { findings.report(.error, "procedure.no-fact", line: root.line(of: "facts")) }
        guard let name = root.text("name"), let written = root.day("written"),
            let source = root.map("source", keys: ["title", "url", "dila"]), let title = source.text("title"),
            let url = source.text("url")
        else { return nil }
        let id = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? path
        return ProcedureRecords.Procedure(
            id: id, name: name, aliases: root.texts("aliases"), questions: questions, facts: facts, links: links,
            place: root.optionalText("place"), written: written, reviewed: root.optionalDay("reviewed"),
            reviewer: root.optionalText("reviewer"), sourceTitle: title, sourceURL: url, source: path)
    }

    // MARK: Questions

    /// The questions; one with fewer than two choices is left out, since it asks nothing.
    private func questions() -> [ProcedureRecords.Question] {
        var result: [ProcedureRecords.Question] = []
        for (id, map) in root.identified("questions", keys: ["id", "prompt", "choices", "when"]) {
            let choices = map.identified("choices", keys: ["id", "label", "names"]).compactMap { id, map in
                map.text("label").map { ProcedureRecords.Choice(id: id, label: $0, names: map.texts("names")) }
            }
            guard let prompt = map.text("prompt") else { continue }
            Sentences.check(prompt, line: map.line(of: "prompt"), findings)
            guard choices.count >= 2 else {
                findings.report(.error, "procedure.few-choices", ["question": id], line: map.line(of: "choices"))
                continue
            }
            // A question may only depend on those before it: it is asked when their answers are known.
            let earlier = Dictionary(
                result.map { ($0.id, $0.choices.map(\.id)) }, uniquingKeysWith: { first, _ in first })
            result.append(.init(id: id, prompt: prompt, choices: choices, when: condition(map, earlier)))
        }
        return result
    }

    /// The condition under `when`; what it names and the procedure lacks is reported, and the rest is kept.
    private func condition(_ map: YAMLMap, _ answers: [String: [String]]) -> ProcedureRecords.Condition {
        guard let when = map.optionalMap("when", keys: nil) else { return [:] }
        var result: ProcedureRecords.Condition = [:]
        for question in when.keys {
            let line = when.line(of: question)
            guard let choices = answers[question] else {
                let arguments = ["question": question, "known": answers.keys.sorted().joined(separator: ", ")]
                findings.report(.error, "procedure.unknown-question", arguments, line: line)
                // Kept: a fact whose condition cannot hold is not said, which is safer than saying it always.
                result[question] = when.texts(question)
                continue
            }
            let named = when.texts(question)
            for choice in named where !choices.contains(choice) {
                when.reportUnknownValue(choice, question, choices, line: line)
            }
            result[question] = named
        }
        return result
    }

    // MARK: Facts and links

    private func fact(_ map: YAMLMap, _ answers: [String: [String]]) -> ProcedureRecords.Fact? {
        let when = condition(map, answers)
        guard let kind = map.choice("kind", among: ProcedureRecords.Fact.Kind.allCases), let text = map.text("text")
        else { return nil }
        let simple = map.optionalText("simple")
        Sentences.check(text, line: map.line(of: "text"), findings)
        if let simple { Sentences.check(simple, line: map.line(of: "simple"), findings) }
        if kind == .document {
            checkDocument(text, line: map.line(of: "text"))
            if let simple { checkDocument(simple, line: map.line(of: "simple")) }
        }
        return ProcedureRecords.Fact(kind: kind, text: text, simple: simple, when: when)
    }

    /// A document is named in the middle of a sentence: no capital letter, no full stop.
    private func checkDocument(_ text: String, line: Int?) {
        let first = text.split(whereSeparator: \.isWhitespace).first ?? ""
        // A sigle keeps its capitals: "RIB", "PACS".
        let isCapitalised = first.first?.isUppercase == true && first.dropFirst().contains(where: \.isLowercase)
        if isCapitalised || text.hasSuffix(".") {
            findings.report(.warning, "procedure.document-form", ["text": text], line: line)
        }
    }

    private func link(_ map: YAMLMap, _ answers: [String: [String]]) -> ProcedureRecords.Link? {
        let when = condition(map, answers)
        let kinds: [ProcedureRecords.Link.Kind] = [.online, .appointment, .information]
        guard let kind = map.choice("kind", among: kinds), let purpose = map.text("purpose"), let url = map.text("url")
        else { return nil }
        guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
            findings.report(.error, "procedure.bad-url", ["url": url], line: map.line(of: "url"))
            return nil
        }
        for name in placeholders(in: url) where answers[name] == nil {
            let arguments = ["question": name, "known": answers.keys.sorted().joined(separator: ", ")]
            findings.report(.error, "procedure.unknown-question", arguments, line: map.line(of: "url"))
        }
        return ProcedureRecords.Link(kind: kind, purpose: purpose, url: url, when: when)
    }

    /// The names between braces.
    private func placeholders(in url: String) -> [String] {
        url.split(separator: "{").dropFirst().compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }
    }
}
