import Assistant
import Foundation
import Testing
import TopicTesting
import TownStore

/// The examples of workers keep the contract that every topic keeps.
@Suite(
    "Examples of workers", .serialized,
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "Debian's python3 is not here"))
struct WorkerExamplesTests {
    @Test("An example passes the conformance suite", arguments: ["water", "air"])
    func conformance(example: String) async throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let folder = root + "/Docs/examples/" + example
        let assistant = try Assistant.open(place: .memory, packs: [folder])
        try await TopicConformance(example, in: assistant, stories: folder + "/stories.yaml").expect()
    }
}
