import ArgumentParser
import Assistant
import Foundation
import Language
import TopicTesting

extension EvaluateCommand {
    /// Replays dialogue stories.
    struct Stories: AsyncParsableCommand {
        enum Manner: String, ExpressibleByArgument, CaseIterable { case text, terminal, noise }

        static let configuration = CommandConfiguration(
            abstract: "Replay dialogue stories, and show what is otherwise.",
            discussion: """
                A turn that goes otherwise is shown with its file, line and number, then what differs: "-" before what the \
                story expects, "+" before what came. The last line counts the stories. The status is 65 when a story failed \
                or a file has a mistake. Docs/stories.md tells how stories are written.

                As a terminal, stories go through the lines, marks and pages of "chat", and its bytes are read back. As \
                noise, words are changed as a recogniser mishears them; only statuses, intents and slots are judged, a \
                percentage is printed, and no failure changes the status.
                """)

        @Argument(help: "Files of stories, or folders that hold some.")
        var paths: [String] = []

        @Option(name: .customLong("as"), help: "How the person and Parvis reach each other: text, terminal or noise.")
        var manner = Manner.text

        @Option(help: "The widest line of the terminal; up to 40, pages of six lines.")
        var width = 40

        @Option(help: "The share of the words that are misheard, from 0 to 1.")
        var noise = 0.2

        @Option(
            help: "The kind of error; homophones are those of a recogniser.",
            transform: { text in
                guard let kind = Noise.Kind(rawValue: text) else {
                    let known = Noise.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("There is no error '\(text)'. Write one of \(known).")
                }
                return kind
            })
        var kind = Noise.Kind.homophones

        @Option(help: "The same seed makes the same errors.")
        var seed: UInt64 = 1

        @Option(
            help: ArgumentHelp(
                "Replay nothing: write as a story what \"chat\" showed on a terminal and was saved in this file.",
                valueName: "transcript"))
        var record: String?

        @OptionGroup var options: TownOptions

        func validate() throws {
            if paths.isEmpty == (record == nil) {
                throw ValidationError("Give files of stories, or a transcript with --record.")
            }
            if !(0...1).contains(noise) { throw ValidationError("--noise must be from 0 to 1.") }
            if width < 10 { throw ValidationError("--width must be at least 10.") }
        }

        func run() async throws {
            let assistant = try options.rehearse()
            if let record { return try write(record, assistant) }
            for path in paths where !FileManager.default.fileExists(atPath: path) {
                throw Failure(status: .missingFile, message: "\(path) does not exist.")
            }
            let report = await StoryRunner(assistant, as: way).report(on: paths)
            for problem in report.diagnostics { Output.note(assistant.message(problem)) }
            for failure in report.failures { Output.line(failure.description) }
            if manner == .noise {
                let right = report.turns - report.failures.count
                Output.line("\(right) of \(report.turns) turns as expected, \(percent(report.share)) %")
            }
            Output.line("\(report.passed) passed, \(report.failed) failed")
            if report.hasErrors || report.failed > 0 && manner != .noise {
                throw ExitCode(Failure.Status.badData.rawValue)
            }
        }

        private var way: StoryRunner.Manner {
            switch manner {
            case .text: .text
            case .terminal: .terminal(width: width)
            case .noise: .noise(kind: kind, rate: noise, seed: seed)
            }
        }

        private func percent(_ share: Double) -> String { String(format: "%.1f", share * 100) }

        private func write(_ file: String, _ assistant: Assistant) throws {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw Failure(status: .missingFile, message: "\(file) does not exist.")
            }
            let title = URL(filePath: file).deletingPathExtension().lastPathComponent
            let story = try StoryTranscript.story(
                from: String(decoding: data, as: UTF8.self), title: title, by: assistant,
                at: try options.moment(assistant.clock))
            guard let story else {
                throw Failure(
                    status: .badData,
                    message:
                        "\(file) holds no question. Save what \"parvis chat\" shows on a terminal, prompts included.")
            }
            Output.line(story.trimmingCharacters(in: .newlines))
        }
    }
}
