public import CivilTime
internal import Diagnostics
public import Dialogue
internal import Foundation
internal import Language
internal import TopicKit
internal import Understanding

/// Something that is said to the assistant so that its answers can be checked.
public struct LintScript: Sendable {
    /// The file that holds it, as the report names it.
    public let file: String
    /// Its line, or nil.
    public let line: Int?
    /// What the person does, and when, in order.
    public let moves: [(input: Input, now: Moment)]

    /// Makes a script.
    public init(file: String, line: Int? = nil, moves: [(input: Input, now: Moment)]) {
        (self.file, self.line, self.moves) = (file, line, moves)
    }
}

extension Assistant {
    /// Checks every phrase of the language, and every answer to the example sentences and to some conversations.
    ///
    /// - Parameters:
    ///   - scripts: conversations beside the example sentences, such as stories.
    ///   - now: when the example sentences are said.
    /// - Returns: what breaks a rule, each thing once where it is met first; and the figures of each topic's answers in
    ///   both wordings.
    public func lintTopics(_ scripts: [LintScript], at now: Moment) async -> LintReport {
        let lint = answerLint(today: now.day)
        let lines = localeLines()
        var problems = phraseProblems(lint.check, lines)
        var seen = Set(problems.map { [$0.code, $0.arguments["text"] ?? ""] })
        var answers: [String: TopicAnswers] = [:]
        for script in exampleScripts(lines, at: now) + scripts {
            var conversation = conversation()
            for move in script.moves {
                let turn = await conversation.take(move.input, at: move.now)
                let linted = LintedTurn(turn, renderer: renderer, at: move.now)
                guard answers[turn.topic ?? "core", default: TopicAnswers()].add(linted) else { continue }
                problems += lint.problems(in: linted).filter {
                    seen.insert([$0.code, $0.arguments["text"] ?? ""]).inserted
                }.map { problem in
                    var problem = problem.located(in: script.file)
                    problem.line = script.line
                    return problem
                }
            }
        }
        let (figures, hard) = measured(answers, lint.check)
        return LintReport(problems + hard, figures, files: files)
    }

    /// Rule X2, topic by topic and wording by wording.
    private func measured(
        _ answers: [String: TopicAnswers], _ check: PlainCheck
    ) -> (figures: [LintReport.Figures], problems: [Diagnostic]) {
        var (figures, problems): ([LintReport.Figures], [Diagnostic]) = ([], [])
        for (topic, said) in answers.sorted(by: { $0.key < $1.key }) {
            for form in [Form.text, .simple] {
                let measures = check.measures(of: said.texts[form] ?? [], quotations: said.quotations.count)
                figures.append(LintReport.Figures(name: topic, form: form.rawValue, measures: measures))
                problems += check.problems(with: measures, isSimple: form == .simple).map { $0.located(in: topic) }
            }
        }
        return (figures, problems)
    }

    // MARK: Phrases

    private func phraseProblems(_ check: PlainCheck, _ lines: [String: Int]) -> [Diagnostic] {
        let samples = PhraseSamples(files)
        return files.topics.sorted { $0.key < $1.key }.flatMap { topic, words in
            words.phrases.sorted { $0.key < $1.key }.flatMap { name, wording in
                [Form.text, .simple].flatMap { form -> [Diagnostic] in
                    // What has no simple wording is said as it is.
                    if form == .simple, wording.simple == nil { return [] }
                    let phrase = Phrase(topic + "." + name, samples.values(for: wording, in: topic))
                    let path = "phrases/" + name
                    let line = lines["\(topic)/\(path)/\(form.rawValue)"] ?? lines["\(topic)/\(path)"]
                    return check.problems(in: book.sentence(phrase, form: form, today: check.today)).map { problem in
                        var problem = problem.located(in: localeFile(topic))
                        problem.line = line
                        return problem
                    }
                }
            }
        }
    }

    // MARK: Example sentences

    private func exampleScripts(_ lines: [String: Int], at now: Moment) -> [LintScript] {
        setting.registry.definitions.flatMap { definition in
            let topic = definition.manifest.id
            return definition.examples.sorted { $0.key < $1.key }.flatMap { intent, sentences in
                sentences.enumerated().map { index, sentence in
                    LintScript(
                        file: localeFile(topic), line: lines["\(topic)/examples/\(intent)/\(index)"],
                        moves: [(.utterance(Utterance(definition.filled(sentence, turn: index))), now)])
                }
            }
        }
    }

    private func localeFile(_ topic: String) -> String { "Locales/\(setting.locale)/\(topic).yaml" }

    /// The line of each text of the topics' files: `waste/phrases/next/simple`.
    private func localeLines() -> [String: Int] {
        files.topics.keys.reduce(into: [:]) { lines, topic in
            guard let data = FileManager.default.contents(atPath: words + "/\(topic).yaml") else { return }
            for (path, line) in YAMLTexts(String(decoding: data, as: UTF8.self)).lines {
                lines[topic + "/" + path] = line
            }
        }
    }
}

/// What a topic said, each text once.
private struct TopicAnswers {
    private(set) var texts: [Form: Set<String>] = [:]
    private(set) var quotations: Set<String> = []

    /// Adds a turn; false when nothing of it is new.
    mutating func add(_ turn: LintedTurn) -> Bool {
        var isNew = false
        for (form, said) in turn.texts {
            for text in said { isNew = texts[form, default: []].insert(text).inserted || isNew }
        }
        for text in turn.quotations { isNew = quotations.insert(text).inserted || isNew }
        return isNew
    }
}

/// Values to try phrases with: the samples of `words/plain.yaml`.
private struct PhraseSamples {
    private let samples: [String: String]
    private let files: LocaleFiles

    init(_ files: LocaleFiles) {
        self.files = files
        samples = (files.words["plain"] ?? [:]).reduce(into: [:]) { samples, list in
            if list.key.hasPrefix("sample.") { samples[String(list.key.dropFirst(7))] = list.value.first }
        }
    }

    /// A value for each place of a wording that is no term of its file.
    func values(for wording: Wording, in topic: String) -> [String: Value] {
        wording.places.reduce(into: [:]) { values, name in
            guard files.topics[topic]?.terms[name] == nil else { return }
            let sample = samples[name] ?? samples["value"] ?? name
            values[name] = Int(sample).map { .count($0) } ?? .text(sample)
        }
    }
}
