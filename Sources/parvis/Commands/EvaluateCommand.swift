import ArgumentParser
import Foundation
import TopicTesting

/// Judges Parvis on recorded material.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Judge Parvis on recorded material.",
        subcommands: [Intents.self, Stories.self, RobustnessCommand.self, CostCommand.self, EvaluateWorker.self])

    /// Replays dialogue stories.
    struct Stories: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Replay dialogue stories; a line a failure.")

        @Argument(help: "Files of stories, or folders that hold some.")
        var paths: [String]

        @OptionGroup var options: TownOptions

        func run() async throws {
            let runner = StoryRunner(try options.open())
            var (passed, failed) = (0, 0)
            for file in try paths.flatMap(storyFiles) {
                let stories: [Story]
                do {
                    stories = try Story.load(file)
                } catch let error as StoryError {
                    throw Failure(status: .badData, message: error.description)
                }
                for story in stories {
                    let failures = await runner.run(story)
                    for failure in failures { Output.line(failure.description) }
                    if failures.isEmpty { passed += 1 } else { failed += 1 }
                }
            }
            Output.line("\(passed) passed, \(failed) failed")
            if failed > 0 { throw ExitCode(Failure.Status.badData.rawValue) }
        }

        private func storyFiles(_ path: String) throws -> [String] {
            var isFolder = ObjCBool(false)
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw Failure(status: .missingFile, message: "\(path) does not exist.")
            }
            guard isFolder.boolValue else { return [path] }
            return (FileManager.default.subpaths(atPath: path) ?? []).filter { $0.hasSuffix(".yaml") }.sorted().map {
                path + "/" + $0
            }
        }
    }
}
