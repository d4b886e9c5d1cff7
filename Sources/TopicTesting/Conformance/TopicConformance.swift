public import Assistant
public import CivilTime
public import Diagnostics
internal import Dialogue
public import Language
public import TopicKit

/// The contract of a topic as a test: every topic runs it, whatever it is written in.
///
/// ```swift
/// try await TopicConformance("waste", in: try Assistant.rehearsal(), stories: "stories.yaml").expect()
/// ```
///
/// It checks the manifest and the words, that no other topic's questions are taken, that every answer names sources that
/// still hold and is written plainly, that nothing is answered without valid data or to nonsense, that a turn which is
/// given up returns, that the topic's stories go as written, and what holds in 50 random turns.
public struct TopicConformance: Sendable {
    /// How many random turns are taken.
    private static let randomTurns = 50

    let id: String
    let assistant: Assistant
    /// Why the topic cannot be tried at all; empty when it can.
    private let refusals: [Diagnostic]
    private let stories: [String]
    private let withoutData: (any Topic)?
    private let given: Moment?

    /// A topic that an assistant has.
    ///
    /// - Parameters:
    ///   - id: the topic.
    ///   - assistant: the town, with every other topic that the topic must leave alone.
    ///   - stories: a file of its stories, or a folder of such files.
    ///   - withoutData: the same topic made for a town without any record: it must answer nothing. Nil leaves that out.
    ///   - now: when it is tried; the time of the first story by default, else the town's clock.
    public init(
        _ id: String, in assistant: Assistant, stories: String? = nil, withoutData: (any Topic)? = nil,
        at now: Moment? = nil
    ) {
        (self.id, self.assistant, self.stories) = (id, assistant, stories.map { [$0] } ?? [])
        (self.withoutData, given) = (withoutData, now)
        let isInstalled = assistant.setting.registry.entry(id) != nil
        let reasons = assistant.problems.filter { $0.severity == .error && $0.file.hasSuffix("/\(id).yaml") }
        let absent = [Diagnostic(.error, "conformance.not-installed", ["topic": id])]
        refusals = isInstalled ? [] : reasons.isEmpty ? absent : reasons
    }

    /// A topic that is not installed yet: it is added to the assistant first, which takes a few seconds.
    ///
    /// - Parameters:
    ///   - topic: the topic, made for the assistant's town.
    ///   - words: its words in the assistant's language.
    ///   - assistant: the town, with every other topic that the topic must leave alone.
    ///   - stories: a file of its stories, or a folder of such files.
    ///   - withoutData: the same topic made for a town without any record: it must answer nothing. Nil leaves that out.
    ///   - now: when it is tried; the time of the first story by default, else the town's clock.
    public init(
        _ topic: any Topic, words: TopicWords, in assistant: Assistant, stories: String? = nil,
        withoutData: (any Topic)? = nil, at now: Moment? = nil
    ) {
        let added = assistant.adding(topic, words: words)
        id = topic.manifest.id
        (self.assistant, self.stories) = (added.value, stories.map { [$0] } ?? [])
        (self.withoutData, given) = (withoutData, now)
        let isInstalled = added.value.setting.registry.entry(topic.manifest.id) != nil
        refusals = isInstalled ? [] : added.diagnostics.filter { $0.severity == .error }
    }

    /// Tries the topic.
    public func run() async -> ConformanceReport {
        guard refusals.isEmpty, let entry = assistant.setting.registry.entry(id) else {
            return ConformanceReport(topic: id, findings: refusals, answers: 0, printer: assistant)
        }
        let files = stories.flatMap { StoryRunner.files(at: $0) }.map(Story.load)
        let told = files.flatMap(\.value)
        let now = given ?? told.first?.turns.first?.now ?? assistant.clock.now()
        let trial = Trial(entry: entry, assistant: assistant, now: now)
        var findings = trial.words() + files.flatMap(\.diagnostics)
        let (failures, heard) = await replay(told)
        findings += failures + trial.untold(in: heard, hasStories: !told.isEmpty)
        let (strays, examples) = await trial.examples()
        let answers = heard + examples
        findings += strays + trial.answers(answers)
        findings += await trial.laterOn() + trial.withoutData(withoutData) + trial.wrongSlots() + trial.givenUp()
        let talk = await RandomTalk(assistant, topic: id, seed: 1).run(turns: Self.randomTurns, at: now)
        return ConformanceReport(
            topic: id, findings: findings + talk.findings, answers: answers.count, printer: assistant)
    }

    /// Tries the topic, and expects it to keep the contract.
    ///
    /// - Throws: ``NotConforming`` with everything that was found, when there is an error among it.
    public func expect() async throws {
        let report = await run()
        if report.hasErrors { throw NotConforming(report: report) }
    }

    /// Replays the topic's stories, and keeps what was heard.
    private func replay(_ stories: [Story]) async -> (failures: [Diagnostic], heard: [TrialAnswer]) {
        let runner = StoryRunner(assistant)
        var (failures, heard): ([Diagnostic], [TrialAnswer]) = ([], [])
        for story in stories {
            let replay = await runner.replay(story)
            for failure in replay.failures {
                failures += failure.differences.map { difference in
                    Diagnostic(
                        .error, "conformance.story",
                        [
                            "story": story.title, "turn": String(failure.turn), "key": difference.key,
                            "expected": difference.expected.joined(separator: " "),
                            "got": difference.got.joined(separator: " "),
                        ], file: failure.file, line: failure.line)
                }
            }
            heard += zip(story.turns, replay.heard).map {
                TrialAnswer(question: $0.move.written, heard: $1, now: $0.now)
            }
        }
        return (failures, heard.filter { $0.isOf(id) })
    }
}

/// What was found of a topic.
public struct ConformanceReport: Sendable {
    /// The topic.
    public let topic: String
    /// What breaks the contract, as errors, and what deserves a look, as warnings.
    public let findings: [Diagnostic]
    /// How many answers of the topic were judged.
    public let answers: Int
    /// The findings as lines in the assistant's language.
    public let lines: [String]

    init(topic: String, findings: [Diagnostic], answers: Int, printer: Assistant) {
        (self.topic, self.findings, self.answers) = (topic, findings, answers)
        lines = findings.map { printer.message($0) }
    }

    /// Whether the contract is broken.
    public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// A topic breaks the contract.
public struct NotConforming: Error, CustomStringConvertible {
    /// What was found.
    public let report: ConformanceReport

    /// A line a finding.
    public var description: String { report.lines.joined(separator: "\n") }
}
