public import Diagnostics

/// Writes a diagnostic as one line for a person: `file:line: severity: what: how to mend`.
public struct DiagnosticPrinter: Sendable {
    private let words: [String: DiagnosticWords]
    private let severities: [Diagnostic.Severity: String]

    /// Makes a printer from the words of a language.
    ///
    /// - Parameters:
    ///   - words: what is said of each code; a code without words is printed as it is, with its arguments.
    ///   - severities: the words for the severities; the English ones where absent.
    public init(words: [String: DiagnosticWords], severities: [Diagnostic.Severity: String] = [:]) {
        (self.words, self.severities) = (words, severities)
    }

    /// Makes a printer from the files of a language: `diagnostics.yaml` and `words/diagnostics.yaml`.
    public init(_ files: LocaleFiles) {
        let lists = files.words["diagnostics"] ?? [:]
        var severities: [Diagnostic.Severity: String] = [:]
        for severity in [Diagnostic.Severity.warning, .error] {
            severities[severity] = lists["severity." + severity.rawValue]?.first
        }
        self.init(words: files.diagnostics, severities: severities)
    }

    /// The line of a diagnostic; a part that is not known, such as the line, is left out with its colon.
    public func line(_ diagnostic: Diagnostic) -> String {
        var place = diagnostic.file
        if let line = diagnostic.line, !place.isEmpty { place += ":" + String(line) }
        let severity = severities[diagnostic.severity] ?? diagnostic.severity.rawValue
        return [place, severity, what(diagnostic), mend(diagnostic)].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    /// What is wrong, without a full stop: a colon follows.
    public func what(_ diagnostic: Diagnostic) -> String {
        guard let words = words[diagnostic.code] else {
            let arguments = diagnostic.arguments.sorted { $0.key < $1.key }.map { $0.key + "=" + oneLine($0.value) }
            return ([diagnostic.code] + arguments).joined(separator: " ")
        }
        let text = filled(words.what, diagnostic.arguments)
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    /// How to mend it, or "" where the language does not say.
    public func mend(_ diagnostic: Diagnostic) -> String {
        words[diagnostic.code].map { filled($0.mend, diagnostic.arguments) } ?? ""
    }

    /// Fills `{name}` in one pass, so that braces within a value stay what they are; a value stays on the line.
    private func filled(_ text: String, _ arguments: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            result += rest[..<open]
            result += arguments[name].map(oneLine) ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// A value of a damaged file may be long or hold control characters: neither may break the line.
    private func oneLine(_ value: String) -> String {
        let limit = 120
        let visible = value.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : Character($0) }
        return visible.count > limit ? String(visible.prefix(limit)) + "…" : String(visible)
    }
}
