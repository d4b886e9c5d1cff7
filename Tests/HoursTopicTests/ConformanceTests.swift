import Assistant
import HoursTopic
import Testing
import TopicTesting
import Town

@Suite struct ConformanceTests {
    @Test("The topic keeps the contract of topics")
    func conformance() async throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let withoutData = HoursTopic(places: PlaceRecords(), sources: [:])
        try await TopicConformance(
            "hours", in: try Assistant.rehearsal(), stories: root + "/Plugins/Hours/stories.yaml",
            withoutData: withoutData
        ).expect()
    }
}
