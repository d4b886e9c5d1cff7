import Assistant
import Foundation
import Testing
import TopicTesting

@Suite("Stories about papers")
struct StoryTests {
    @Test("Every story of the topic goes as it is written, in the example commune")
    func stories() async throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path
        let runner = StoryRunner(try Assistant.open(root: DataRoot(path: root)))
        let stories = try Story.load(root + "/Plugins/CivilStatus/stories.yaml")
        #expect(stories.count >= 10)
        for story in stories {
            let failures = await runner.run(story)
            #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
        }
    }
}
