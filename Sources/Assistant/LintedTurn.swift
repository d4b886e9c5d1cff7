public import CivilTime
public import Diagnostics
public import Dialogue
internal import Language
internal import Rendering
internal import TopicKit

/// What checks that answers are in plain language; make one and keep it, it reads the whole lexicon once.
public struct AnswerLint: Sendable {
    let check: PlainCheck
    let renderer: Renderer
    let files: LocaleFiles

    /// What is wrong with an answer, in its usual and its simple wording, its details included.
    ///
    /// - Parameters:
    ///   - turn: what the conversation answered.
    ///   - now: when.
    /// - Returns: the problems without a file; none twice. Records' own words are only looked at for signs.
    public func problems(in turn: Turn, at now: Moment) -> [Diagnostic] {
        var seen: Set<[String]> = []
        return problems(in: LintedTurn(turn, renderer: renderer, at: now)).filter {
            seen.insert([$0.code, $0.arguments["text"] ?? ""]).inserted
        }
    }

    /// The problems as lines of the language, each with the way to mend it.
    public func messages(_ problems: [Diagnostic]) -> [String] { problems.map(DiagnosticPrinter(files).line) }

    func problems(in turn: LintedTurn) -> [Diagnostic] {
        (turn.texts[.text] ?? []).flatMap { check.problems(in: $0) }
            + (turn.texts[.simple] ?? []).flatMap { check.problems(in: $0) }
            + turn.quotations.flatMap { check.problems(in: $0, as: .quotation) }
    }
}

/// What a turn says in each wording, without the words copied from records.
struct LintedTurn {
    /// The answer and the details, each with line breaks, by wording.
    let texts: [Form: [String]]
    /// The records' own words.
    let quotations: [String]

    init(_ turn: Turn, renderer: Renderer, at now: Moment) {
        guard turn.parts.isEmpty else {
            let parts = turn.parts.map { LintedTurn($0, renderer: renderer, at: now) }
            quotations = parts.flatMap(\.quotations)
            texts = parts.reduce(into: [:]) { $0.merge($1.texts) { $0 + $1 } }
            return
        }
        var reply = turn.reply
        let isQuotation = { (part: Reply.Part) in if case .quotation = part { true } else { false } }
        quotations = (reply.parts + reply.details).compactMap { part in
            if case .quotation(let text, _) = part { text } else { nil }
        }
        reply.parts.removeAll(where: isQuotation)
        reply.details.removeAll(where: isQuotation)
        let said = reply
        let hasDetails = !said.details.isEmpty || !said.evidence.isEmpty
        texts = [Form.text, .simple].reduce(into: [:]) { texts, form in
            let contents: [Renderer.Content] = hasDetails ? [.answer, .details] : [.answer]
            texts[form] = contents.map {
                renderer.lines(said, $0, form: form, today: now.day).joined(separator: "\n")
            }.filter { !$0.isEmpty }
        }
    }
}
