import Foundation
import Testing

@Suite struct LintTests {
    @Test("A text that breaks a rule ends with 65, with the line and the way to mend it")
    func broken() throws {
        let result = try Program.run(
            ["lint", "text", "--now", "2026-11-20T10:00"], lines: ["Bonjour.", "Veuillez venir le 26/11."])
        #expect(result.status == 65)
        #expect(result.lines.count == 3)
        #expect(result.output.contains("Veuillez"))
        #expect(result.output.contains("jeudi 26 novembre"))
    }

    @Test("A file is named with the line, as an object a line where that is asked for")
    func file() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "text-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try "Bonjour.\nPrenez un RDV.\n".write(to: file, atomically: true, encoding: .utf8)
        let result = try Program.run(["lint", "text", file.path, "--format", "json"])
        #expect(result.status == 65)
        let objects = try result.objects()
        #expect(objects.first?["file"] as? String == file.path)
        #expect(objects.first?["line"] as? Int == 2)
        #expect(objects.first?["rule"] as? String == "X7")
        #expect(objects.first?["suggestion"] as? String == "rendez-vous")
        #expect(objects.last?["sentences"] as? Int == 2)
    }

    @Test("A good text ends with 0, and says so")
    func fine() throws {
        let result = try Program.run(["lint", "text", "-"], lines: ["La mairie est ouverte."])
        #expect(result.status == 0)
        #expect(result.lines.count == 2)
    }

    @Test(
        "What is not there is a missing file, what is not an option bad usage",
        arguments: [
            (["text", "/nowhere"], 66), (["town", "/nowhere"], 66), (["topics", "/nowhere"], 66),
            (["text", "--format", "xml"], 64), (["page"], 64),
        ] as [([String], Int32)])
    func missing(arguments: [String], status: Int32) throws {
        #expect(try Program.run(["lint"] + arguments).status == status)
    }
}
