import ArgumentParser
import Assistant
import Diagnostics
import Foundation
import TopicTesting

extension LintCommand {
    /// Checks what the topics say.
    struct LintTopics: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "topics",
            abstract: "Check every phrase of the topics, and their answers to their example sentences and stories.")

        @Argument(help: "Files of stories, or folders that hold some; the topics' own where they are there.")
        var stories: [String] = []

        @Option(help: "How to write the report: text or json, an object a line.")
        var format = Format.text

        @OptionGroup var options: TownOptions

        func run() async throws {
            let assistant = try options.rehearse()
            let conversations = try files().flatMap(scripts)
            try await assistant.lintTopics(conversations, at: try options.moment(assistant.clock)).finish(format)
        }

        /// The files of stories: those that are named, those in the folders that are named, or else the topics' own.
        private func files() throws -> [String] {
            let named = stories.isEmpty ? DataRoot.find().map { [$0.path + "/Plugins"] } ?? [] : stories
            return try named.flatMap { path -> [String] in
                var isFolder: ObjCBool = false
                guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                    if stories.isEmpty { return [] }
                    throw Failure(status: .missingFile, message: "\(path) does not exist.")
                }
                guard isFolder.boolValue else { return [path] }
                return (FileManager.default.subpaths(atPath: path) ?? []).sorted()
                    .filter { $0.hasSuffix("stories.yaml") }.map { path + "/" + $0 }
            }
        }

        private func scripts(_ file: String) throws -> [LintScript] {
            let stories = Story.load(file)
            if let problem = stories.diagnostics.first {
                throw Failure(status: .badData, message: "\(file):\(problem.line ?? 1): not a story: \(problem.code)")
            }
            return stories.value.map { LintScript($0) }
        }
    }
}
