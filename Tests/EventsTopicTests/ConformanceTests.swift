import Assistant
import EventsTopic
import Testing
import TopicTesting
import Town

@Suite struct ConformanceTests {
    @Test("The topic keeps the contract of topics")
    func conformance() async throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let withoutData = EventsTopic(records: EventRecords(), sources: [:])
        try await TopicConformance(
            "events", in: try Assistant.rehearsal(), stories: root + "/Plugins/Events/stories.yaml",
            withoutData: withoutData
        ).expect()
    }
}
