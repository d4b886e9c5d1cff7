public import CivilTime
internal import Diagnostics
internal import Dialogue
internal import Language
internal import TopicKit
internal import Town
internal import Understanding

extension Assistant {
    /// What checks the answers of this town for plain language.
    ///
    /// - Parameter today: the day for which dates are written in suggestions.
    /// - Returns: the check, to be made once and kept.
    public func answerLint(today: Day) -> AnswerLint {
        AnswerLint(check: plainCheck(today: today), renderer: renderer, files: files)
    }

    /// Checks a text of any origin.
    ///
    /// - Parameters:
    ///   - text: the text, a line break after each title, item and paragraph.
    ///   - file: what it is called in the report; "" for the standard input.
    ///   - today: the day for which dates are written in suggestions.
    /// - Returns: what breaks a rule, and the figures.
    public func lintText(_ text: String, file: String, today: Day) -> LintReport {
        let check = plainCheck(today: today)
        let measures = check.measures(of: [text])
        let problems = check.problems(in: text) + check.problems(with: measures, isSimple: false)
        return LintReport(
            problems.map { $0.located(in: file) },
            [LintReport.Figures(name: file, form: Form.text.rawValue, measures: measures)], files: files)
    }

    /// Checks every text of the town's folder that a citizen may hear.
    ///
    /// - Parameter today: the day for which dates are written in suggestions.
    /// - Returns: what breaks a rule, with the file and the line, and the figures of all sentences.
    public func lintTown(today: Day) -> LintReport {
        let texts = folder.spokenTexts()
        let check = plainCheck(texts, today: today)
        let problems = texts.flatMap { text in
            check.problems(in: text.text, as: PlainCheck.Kind(text.kind)).map { problem in
                var problem = problem.located(in: text.file)
                // A text over several lines counts its own; what is shown is the line of the file.
                problem.line = text.line.map { $0 + (problem.line ?? 1) - 1 }
                return problem
            }
        }
        let sentences = texts.filter { $0.kind == .sentence }.map(\.text)
        let measures = check.measures(of: sentences, quotations: texts.count { $0.kind == .quotation })
        return LintReport(
            problems, [LintReport.Figures(name: setting.profile.name, form: Form.text.rawValue, measures: measures)],
            files: files)
    }

    func plainCheck(today: Day) -> PlainCheck { plainCheck(folder.spokenTexts(), today: today) }

    /// The check of the language, which knows the names of the town's own things.
    private func plainCheck(_ texts: [SpokenText], today: Day) -> PlainCheck {
        let names = setting.registry.definitions.flatMap { $0.names.values.joined() }.filter(\.isProper).map(\.text)
        let words = files.words
        return PlainCheck(
            rules: Languages.rules(for: setting.locale, words: words), words: words,
            lexicon: setting.understanding.knowledge.lexicon,
            names: names + texts.filter { $0.kind == .name }.map(\.text) + [setting.profile.name], today: today)
    }
}

extension PlainCheck.Kind {
    fileprivate init(_ kind: SpokenText.Kind) {
        switch kind {
        case .sentence: self = .answer
        case .name: self = .name
        case .quotation: self = .quotation
        }
    }
}
