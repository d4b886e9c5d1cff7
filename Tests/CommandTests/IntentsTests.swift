import Foundation
import Testing

@Suite struct IntentsTests {
    @Test("Intents are learnt from one file and judged on another")
    func evaluate() throws {
        let (train, test) = (file("train"), file("test"))
        defer { for path in [train, test] { try? FileManager.default.removeItem(at: path) } }
        try Data(
            """
            {"text":"allume la lampe","intent":"on"}
            {"text":"allume le salon","intent":"on"}
            {"text":"éteins la lampe","intent":"off"}
            {"text":"éteins le salon","intent":"off"}
            """.utf8
        ).write(to: train)
        try Data("{\"text\":\"alume la lampe svp\",\"intent\":\"on\"}\n".utf8).write(to: test)
        let result = try Program.run(["evaluate", "intents", "--train", train.path, "--test", test.path])
        #expect(result.status == 0)
        let figures = try #require(try result.objects().first)
        #expect(figures["accuracy"] as? Double == 1)
        #expect(figures["train_seconds"] is Double && figures["microseconds_p50"] is Double)
    }

    @Test(
        "A missing file and a malformed line are told apart",
        arguments: [("absent", nil, 66), ("broken", "{\"text\":\n", 65)])
    func errors(_ name: String, _ content: String?, _ status: Int) throws {
        let path = file(name)
        defer { try? FileManager.default.removeItem(at: path) }
        if let content { try Data(content.utf8).write(to: path) }
        let result = try Program.run(["evaluate", "intents", "--train", path.path, "--test", path.path])
        #expect(Int(result.status) == status)
        #expect(result.comments.contains(path.lastPathComponent))
    }

    @Test("An explanation names the words that decided, as they were written and as they were read")
    func explain() throws {
        let line = #"{"id":"1","text":"kel est le menu de la kantine","now":"2026-11-20T10:00"}"# + "\n"
        let result = try Program.run(["understand", "--explain"], input: Data(line.utf8))
        let because = try #require(try result.objects().first?["because"] as? [String: Any])
        #expect(because["intent"] as? String == "canteen.menu")
        let words = try #require(because["words"] as? [[String: Any]])
        #expect(words.map { $0["text"] as? String } == ["kel", "est", "le", "menu", "de", "la", "kantine"])
        #expect(words.last?["read"] as? String == "cantine")
        let shares = words.map { ($0["by_spelling"] as? Double ?? 0) + ($0["by_sound"] as? Double ?? 0) }
        #expect(shares[3] == shares.max())
    }

    private func file(_ name: String) -> URL {
        FileManager.default.temporaryDirectory.appending(path: "parvis-\(UUID().uuidString)-\(name).jsonl")
    }
}
