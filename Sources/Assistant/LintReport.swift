public import Diagnostics
internal import Language

/// What `parvis lint` says: what is wrong, and how hard the texts are.
public struct LintReport: Sendable {
    /// How hard some texts are together.
    public struct Figures: Sendable, Encodable {
        /// What was measured: a topic's id, a file, or "" for the standard input.
        public let name: String
        /// The wording: `text` or `simple`.
        public let form: String
        let measures: ReadingMeasures

        /// Writes the name and the wording beside the figures.
        public func encode(to encoder: any Encoder) throws {
            try measures.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
            try container.encode(form, forKey: .form)
        }

        private enum CodingKeys: String, CodingKey { case name, form }
    }

    /// A problem as other programs read it.
    public struct Finding: Sendable, Encodable {
        let file: String
        let line: Int?
        let severity: String
        let rule: String?
        let code: String
        let text: String?
        let suggestion: String?
        let what: String
        let mend: String
    }

    /// What is wrong, in the order of the texts.
    public let problems: [Diagnostic]
    /// How hard the texts are.
    public let figures: [Figures]
    private let printer: DiagnosticPrinter
    private let words: [String: [String]]

    init(_ problems: [Diagnostic], _ figures: [Figures], files: LocaleFiles) {
        (self.problems, self.figures) = (problems, figures)
        printer = DiagnosticPrinter(files)
        words = files.words["diagnostics"] ?? [:]
    }

    /// Whether a rule is broken.
    public var hasErrors: Bool { problems.contains { $0.severity == .error } }

    /// The problems, a line each: `file:line: severity: what: how to mend`; then the figures, and that all is well if it is.
    public var lines: [String] {
        let fine = hasErrors ? [] : words["lint.fine"] ?? []
        return problems.map(printer.line) + figures.filter { $0.measures.words > 0 }.map(line) + fine
    }

    /// The problems for other programs.
    public var findings: [Finding] {
        problems.map { problem in
            let suggestion = problem.arguments["suggestion"]
            return Finding(
                file: problem.file, line: problem.line, severity: problem.severity.rawValue,
                rule: problem.arguments["rule"], code: problem.code, text: problem.arguments["text"],
                suggestion: suggestion == "" ? nil : suggestion, what: printer.what(problem),
                mend: printer.mend(problem)
            )
        }
    }

    private func line(_ figures: Figures) -> String {
        let measures = figures.measures
        func number(_ value: Double, _ places: Double = 10) -> String {
            String((value * places).rounded() / places).replacing(".", with: words["lint.decimal"]?.first ?? ".")
        }
        let values = [
            "words": String(measures.words), "longest": String(measures.longest),
            "average": number(measures.wordsPerSentence), "ease": measures.ease.map { number($0) } ?? "-",
            "lix": number(measures.lix), "quotations": String(measures.quotations),
        ]
        let start = [figures.name, words["lint.form-" + figures.form]?.first ?? figures.form].filter { !$0.isEmpty }
        let text = values.reduce(words["lint.figures"]?.first ?? "") { $0.replacing("{\($1.key)}", with: $1.value) }
        return (start + [text]).joined(separator: ": ")
    }
}
