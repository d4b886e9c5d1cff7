import Assistant
import Foundation
import Testing
import TopicTesting

@Suite struct StoriesTests {
    @Test("Conversations go as they were written down", arguments: files)
    func stories(file: String) async throws {
        let runner = StoryRunner(try Assistant.open())
        for story in try Story.load(root + "/" + file) {
            for failure in await runner.run(story) { Issue.record("\(failure)") }
        }
    }

    @Test("At least 75 questions over the five topics are answered on a pipe")
    func count() throws {
        let questions = try Story.load(root + "/Tests/AssistantTests/Transcripts/valclair.yaml")
        #expect(questions.count >= 75)
        let topics = Set(questions.flatMap(\.turns).compactMap { $0.intent?.prefix { $0 != "." } })
        #expect(topics.isSuperset(of: ["waste", "canteen", "events", "civil-status", "hours"]))
    }

    private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    private var root: String { StoriesTests.root }

    /// The stories of each topic, and the transcripts beside this file.
    private static let files: [String] = [
        "Plugins", "Tests/AssistantTests/Transcripts", "Towns/valclair/topics",
    ].flatMap { folder in
        (FileManager.default.subpaths(atPath: root + "/" + folder) ?? []).filter {
            $0.hasSuffix(".yaml") && !$0.hasSuffix("/topic.yaml")
        }.sorted().map { folder + "/" + $0 }
    }
}
