import Assistant
import CivilStatusTopic
import Testing
import TopicTesting
import Town

@Suite struct ConformanceTests {
    @Test("The topic keeps the contract of topics")
    func conformance() async throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let withoutData = CivilStatusTopic(procedures: ProcedureRecords(), places: PlaceRecords(), sources: [:])
        try await TopicConformance(
            "civil-status", in: try Assistant.rehearsal(), stories: root + "/Plugins/CivilStatus/stories.yaml",
            withoutData: withoutData
        ).expect()
    }
}
