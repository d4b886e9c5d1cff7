import Assistant
import CanteenTopic
import Testing
import TopicTesting
import Town

@Suite struct ConformanceTests {
    @Test("The topic keeps the contract of topics")
    func conformance() async throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let withoutData = CanteenTopic(records: CanteenRecords(), sources: [:])
        try await TopicConformance(
            "canteen", in: try Assistant.rehearsal(), stories: root + "/Plugins/Canteen/stories.yaml",
            withoutData: withoutData
        ).expect()
    }
}
