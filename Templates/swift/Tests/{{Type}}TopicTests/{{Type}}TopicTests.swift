import Assistant
import Foundation
import Testing
import TopicTesting
import {{Type}}Topic

@Suite("The topic {{id}}")
struct {{Type}}TopicTests {
    @Test("It keeps the contract of a topic, and its stories go as written")
    func conformance() async throws {
        let stories = Bundle.module.path(forResource: "stories", ofType: "yaml")
        try await TopicConformance(
            {{Type}}Topic(records: .bundled), words: {{Type}}Topic.words, in: try Assistant.rehearsal(), stories: stories,
            withoutData: {{Type}}Topic(records: nil)
        ).expect()
    }
}
