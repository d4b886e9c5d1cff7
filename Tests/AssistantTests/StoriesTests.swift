import Assistant
import Diagnostics
import Foundation
import Testing
import TopicTesting

@Suite struct StoriesTests {
    @Test("Conversations go as they were written down", arguments: files)
    func stories(file: String) async throws {
        try await StoryRunner(try Assistant.rehearsal()).expectAll(in: root + "/" + file)
    }

    @Test("They go the same way in a terminal for the hand, whose bytes move no cursor", arguments: files)
    func terminal(file: String) async throws {
        try await StoryRunner(try Assistant.rehearsal(), as: .terminal(width: 40)).expectAll(in: root + "/" + file)
    }

    @Test("At least 75 questions over the five topics are answered on a pipe")
    func count() throws {
        let questions = Story.load(root + "/Tests/AssistantTests/Transcripts/valclair.yaml").value
        #expect(questions.count >= 75)
        let topics = Set(questions.flatMap(\.turns).compactMap { $0.expected.intent?.prefix { $0 != "." } })
        #expect(topics.isSuperset(of: ["waste", "canteen", "events", "civil-status", "hours"]))
    }

    private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    private var root: String { StoriesTests.root }

    /// The stories of each topic, those that cross topics, and the transcripts beside this file.
    private static let files: [String] = [
        "Plugins", "Tests/Stories", "Tests/AssistantTests/Transcripts", "Towns/valclair/topics",
    ].flatMap { folder in
        (FileManager.default.subpaths(atPath: root + "/" + folder) ?? []).filter {
            $0.hasSuffix(".yaml") && !$0.hasSuffix("/topic.yaml")
        }.sorted().map { folder + "/" + $0 }
    }
}
