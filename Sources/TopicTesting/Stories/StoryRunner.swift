public import Assistant
public import Diagnostics
internal import Dialogue
internal import Foundation
public import Language

/// Replays stories against a town and says where an answer differs.
///
/// In a test of any kind, one line:
///
/// ```swift
/// try await StoryRunner(try Assistant.rehearsal()).expectAll(in: "stories.yaml")
/// ```
public struct StoryRunner: Sendable {
    /// How the person and Parvis reach each other.
    public enum Manner: Sendable, Hashable {
        /// Texts in, texts out.
        case text
        /// A terminal of so many columns, read off its bytes; up to 40, cells of braille and pages.
        case terminal(width: Int)
        /// Words as a recogniser mishears them: `rate` is the share of them that are changed, from 0 to 1.
        ///
        /// Only the status, the intent and the slots are judged.
        case noise(kind: Noise.Kind = .homophones, rate: Double, seed: UInt64)
    }

    private let assistant: Assistant
    private let manner: Manner

    /// A runner for a town.
    public init(_ assistant: Assistant, as manner: Manner = .text) {
        (self.assistant, self.manner) = (assistant, manner)
    }

    /// Replays one story from its beginning, in one conversation.
    ///
    /// - Returns: the turns that went otherwise, in order.
    public func run(_ story: Story) async -> [StoryFailure] { await replay(story).failures }

    /// Replays every story of some files and folders.
    ///
    /// - Parameter paths: files, or folders in which every `.yaml` file holds stories.
    /// - Returns: what came of them; a file that cannot be read is among the diagnostics, and the others are replayed.
    public func report(on paths: [String]) async -> StoryReport {
        var report = StoryReport()
        for file in paths.flatMap({ StoryRunner.files(at: $0, language: assistant.setting.locale) }) {
            let stories = Story.load(file)
            report.diagnostics += stories.diagnostics
            for story in stories.value { report.add(await replay(story)) }
        }
        return report
    }

    /// Replays every story of some files and folders, and expects them all to go as written.
    ///
    /// - Throws: ``StoriesDiffer`` with what is otherwise, or with what is wrong in the files.
    public func expectAll(in paths: String...) async throws {
        let report = await report(on: paths)
        let mistakes = report.diagnostics.map { assistant.message($0) }
        if report.passed + report.failed == 0 || report.failed > 0 || report.hasErrors {
            throw StoriesDiffer(mistakes: mistakes, report: report)
        }
    }

    /// The files of stories at a path, in order; the path itself when it is no folder.
    ///
    /// - Parameters:
    ///   - path: a file or a folder.
    ///   - language: the language of the stories: folders within the folder that are named by another one, such as `en`,
    ///     are left out; nil takes all.
    /// - Returns: the paths of the files.
    public static func files(at path: String, language: String? = nil) -> [String] {
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return [path]
        }
        let files = (FileManager.default.subpaths(atPath: path) ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
        return files.filter { file in
            let folders = file.split(separator: "/").dropLast()
            return language == nil || folders.allSatisfy { $0.count != 2 || $0 == language ?? "" }
        }.map { path + "/" + $0 }
    }

    // MARK: One story

    /// What came of one story.
    struct Replay: Sendable {
        var failures: [StoryFailure] = []
        /// Turns of which something was judged.
        var judged = 0
        /// What was heard, turn by turn.
        var heard: [Heard] = []
    }

    func replay(_ story: Story) async -> Replay {
        var replay = Replay()
        var talk = StoryTalk(assistant, through: story.channel)
        var terminal: StoryTerminal? =
            if case .terminal(let width) = manner { await StoryTerminal(assistant, width: width) } else { nil }
        var scope = Expectation.Scope.all
        if case .noise = manner { scope = .meaning }
        for (index, turn) in story.turns.enumerated() {
            let heard: Heard? =
                if terminal != nil {
                    await terminal?.take(turn)
                } else {
                    await talk.take(noisy(turn.move, index), at: turn.now, isSpeaking: turn.isSpeaking)
                }
            // What a terminal does itself, such as another page, never reaches the conversation.
            guard let heard else { continue }
            let differences = turn.expected.differences(heard, previous: replay.heard.last?.text, scope)
            replay.heard.append(heard)
            if scope == .all || turn.expected.hasMeaning { replay.judged += 1 }
            if !differences.isEmpty {
                replay.failures.append(
                    StoryFailure(
                        file: story.file, line: turn.line, story: story.title, turn: index + 1,
                        move: turn.move.written, differences: differences))
            }
        }
        return replay
    }

    private func noisy(_ move: Story.Move, _ index: Int) -> Story.Move {
        guard case .noise(let kind, let rate, let seed) = manner, case .words(let text) = move else { return move }
        return .words(assistant.noise.degraded(text, kind: kind, rate: rate, seed: seed &+ UInt64(index)))
    }
}

/// What came of stories.
public struct StoryReport: Sendable {
    /// How many stories went as written.
    public private(set) var passed = 0
    /// How many did not.
    public private(set) var failed = 0
    /// The turns that went otherwise.
    public private(set) var failures: [StoryFailure] = []
    /// How many turns were judged.
    public private(set) var turns = 0
    /// What is wrong in the files.
    public internal(set) var diagnostics: [Diagnostic] = []

    /// Whether a file holds a mistake, so that a story was left out.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The share of the judged turns that went as written, from 0 to 1; 1 of none.
    public var share: Double { turns == 0 ? 1 : Double(turns - failures.count) / Double(turns) }

    mutating func add(_ replay: StoryRunner.Replay) {
        if replay.failures.isEmpty { passed += 1 } else { failed += 1 }
        failures += replay.failures
        turns += replay.judged
    }
}

/// Stories went otherwise than they were written, or none could be read.
public struct StoriesDiffer: Error, CustomStringConvertible {
    /// What is wrong in the files, a line each.
    public let mistakes: [String]
    /// What came of the stories.
    public let report: StoryReport

    /// The mistakes, then each turn that went otherwise, then the count.
    public var description: String {
        (mistakes + report.failures.map(\.description) + ["\(report.passed) passed, \(report.failed) failed"])
            .joined(separator: "\n")
    }
}
