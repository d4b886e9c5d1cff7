import Foundation
import Testing

@Suite struct TopicsTests {
    @Test("Topics that keep to their own ground are said to be fine")
    func fine() throws {
        let result = try Program.run(["topics", "check"])
        #expect(result.status == 0)
        #expect(result.lines.count == 1)
    }

    @Test("A topic that takes another's sentence is refused, with both and the sentence named")
    func taken() throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let folder = FileManager.default.temporaryDirectory.appending(path: "words-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(atPath: root + "/Locales/fr", toPath: folder.path)
        let events = folder.appending(path: "events.yaml")
        let text = try String(contentsOf: events, encoding: .utf8)
        let own = "    - idées de sortie {date}\n"
        try #require(text.contains(own))
        try text.replacing(own, with: own + "    - combien coûte la cantine\n")
            .write(to: events, atomically: true, encoding: .utf8)
        let result = try Program.run(["topics", "check", folder.path])
        #expect(result.status == 65)
        for part in ["canteen", "events", "combien coûte la cantine"] { #expect(result.output.contains(part)) }
    }

    @Test("A folder that is not there is a missing file")
    func missing() throws {
        #expect(try Program.run(["topics", "check", "/nowhere"]).status == 66)
    }
}
