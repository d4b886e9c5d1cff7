import Assistant
import Testing
import TopicTesting
import Town
import WasteTopic

@Suite struct ConformanceTests {
    @Test("The topic keeps the contract of topics")
    func conformance() async throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let withoutData = WasteTopic(records: WasteRecords(), sources: [:], places: PlaceRecords())
        try await TopicConformance(
            "waste", in: try Assistant.rehearsal(), stories: root + "/Plugins/Waste/stories.yaml",
            withoutData: withoutData
        ).expect()
    }
}
