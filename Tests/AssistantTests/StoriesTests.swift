import Assistant
import Diagnostics
import Dialogue
import Foundation
import Testing
import TopicKit
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

    @Test("Each repair of Docs/stories.md has the story that its table names")
    func repairs() throws {
        let page = try String(contentsOfFile: root + "/Docs/stories.md", encoding: .utf8)
        let rows = page.matches(of: /\n\| ([^|]+) \| ([^|]+) \| ([^ |]+\.yaml) \|/)
        let needed: Set = [
            "correction", "cancel", "skip", "interrupt and resume", "repeat", "slower", "clarification", "hand-over",
            "silence", "two intents",
        ]
        #expect(Set(rows.map { String($0.1) }).isSuperset(of: needed))
        for row in rows {
            let titles = Story.load(root + "/" + row.3).value.map(\.title)
            #expect(titles.contains(String(row.2)), "\(row.2) is not in \(row.3)")
        }
    }

    @Test("At least 120 stories have 3 to 10 turns, over all topics and every act")
    func coverage() throws {
        let stories = StoriesTests.files.flatMap { Story.load(root + "/" + $0).value }
        #expect(stories.count { (3...10).contains($0.turns.count) } >= 120)
        let turns = stories.flatMap(\.turns)
        let intents = Set(turns.compactMap(\.expected.intent))
        for act in Act.allCases {
            let isPressed = turns.contains { $0.move == .act(act) }
            #expect(isPressed || intents.contains(act.intent), "\(act)")
        }
        let topics = Set(intents.map { Intent.topic(of: $0) })
        #expect(topics.isSuperset(of: ["waste", "canteen", "events", "civil-status", "hours", "callback"]))
    }

    private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    private var root: String { StoriesTests.root }

    /// The stories of each topic, those that cross topics, and the transcripts beside this file.
    private static let files: [String] = ["Plugins", "Tests/Stories", "Tests/AssistantTests/Transcripts"].flatMap {
        StoryRunner.files(at: root + "/" + $0, language: "fr").map { String($0.dropFirst(root.count + 1)) }
    }
}
