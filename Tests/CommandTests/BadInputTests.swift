import Foundation
import Testing

@Suite("Lines that are no question")
struct BadLineTests {
    private static let malformed = [
        "{", "[]", "null", "12", #""text""#, #"{"id":"1"}"#, #"{"id":1,"text":"bonjour"}"#, #"{"id":"1","text":["a"]}"#,
        #"{"id":"1","text":null}"#, #"{"id":"1","text":{"a":1}}"#, #"{"id":"1","text":"demain","now":12}"#,
        #"{"id":"1","text":"demain","now":"soon"}"#, "\u{0}", "\u{FEFF}x", "🐙", "مرحبا",
    ]

    @Test(
        "A line that cannot be read is answered with an error, and the next one as ever",
        arguments: ["understand", "batch", "time"])
    func malformed(command: String) throws {
        let good = #"{"id":"2","text":"bonjour"}"#
        let result = try Program.run([command], lines: Self.malformed.flatMap { [$0, good] })
        let answers = try result.objects()
        #expect(result.status == 0)
        try #require(answers.count == 2 * Self.malformed.count)
        for (index, answer) in answers.enumerated() {
            if index.isMultiple(of: 2) {
                #expect(answer["error"] is String, "\(Self.malformed[index / 2])")
            } else {
                #expect(answer["id"] as? String == "2" && answer["error"] == nil)
            }
        }
    }

    @Test(
        "Bytes that are no text are an error; a text of anything is not understood",
        arguments: ["understand", "batch"])
    func texts(command: String) throws {
        let texts =
            ["", "   ", "\u{0}\u{0}", "🐙🐙", "متى تفتح المكتبة", "图书馆几点开门"]
            + ["7", "🐙", "x", ","].map { String(repeating: $0, count: 100_000) }
        var input = Data()
        for text in texts {
            input += try JSONSerialization.data(withJSONObject: ["id": "1", "text": text]) + Data([0x0a])
        }
        input += Data(#"{"id":"1","text":""#.utf8) + Data([0xff, 0xfe, 0xc3, 0x28]) + Data("\"}\n".utf8)
        let result = try Program.run([command], input: input)
        let answers = try result.objects()
        #expect(result.status == 0)
        try #require(answers.count == texts.count + 1)
        for answer in answers.dropLast() {
            #expect(answer["intent"] is NSNull)
            if command == "batch" { #expect(answer["status"] as? String == "unclear") }
        }
    }

    @Test(
        "One question of anything gets an answer",
        arguments: ["", "🐙", "مرحبا", "\u{1}\u{2}", String(repeating: "x", count: 100_000)])
    func ask(question: String) throws {
        let result = try Program.run(["ask", "--format", "json", "--", question])
        #expect(result.status == 0)
        #expect(try result.objects().first?["status"] as? String == "unclear")
    }

    @Test("Each line is answered before the next one is written", .timeLimit(.minutes(10)))
    func conversation() throws {
        let process = Program.process(["time"])
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        for id in ["1", "2"] {
            try input.fileHandleForWriting.write(contentsOf: Data("{\"id\":\"\(id)\",\"text\":\"demain\"}\n".utf8))
            var line = Data()
            while line.last != 0x0a { line += output.fileHandleForReading.availableData }
            let answer = try JSONSerialization.jsonObject(with: line) as? [String: Any]
            #expect(answer?["id"] as? String == id)
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}

@Suite("Figures of understanding")
struct EvaluateTests {
    private static let set =
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        + "/Benchmarks/understanding/sentences.jsonl"

    @Test("Robustness is one JSON object, or a table with a row a kind of error")
    func robustness() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "sentences-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        let all = try String(contentsOfFile: Self.set, encoding: .utf8).split(separator: "\n")
        let none = #"{"text":"bla bla","intent":null,"part":"dev"}"#
        let lines = all.prefix(10).map(String.init) + all.suffix(4).map(String.init) + [none]
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        let options = ["evaluate", "robustness", file.path, "--part", "dev", "--now", "2026-11-20T10:00"]
        let object = try #require(try Program.run(options + ["--json"]).objects().first)
        #expect((object["rows"] as? [[String: Any]])?.count == 12)
        #expect((object["clean"] as? [String: Double])?["accuracy"].map { $0 > 0.3 } == true)
        #expect(object["sentences"] as? Int == 5 && object["out_of_scope"] as? Int == 3)
        let table = try Program.run(options).lines
        #expect(table.count == 10)
        #expect(table.dropFirst(2).first?.hasPrefix("none") == true)
        try Data("{}\n".utf8).write(to: file)
        #expect(try Program.run(options).status == 65)
    }

    @Test("Cost is a row a text, a column a length")
    func cost() throws {
        let lines = try Program.run(["evaluate", "cost", "x", "🐙"]).lines
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.split(separator: " ").count >= 6 })
    }

    @Test(
        "What is asked wrongly ends with a status",
        arguments: [
            (["robustness", "/nowhere"], 66), (["robustness", set, "--part", "x"], 64),
            (["robustness", set, "--mistakes"], 64), (["robustness", set, "--part", "held", "--mistakes"], 64),
            (["cost"], 64), (["cost", ""], 64),
        ] as [([String], Int32)])
    func usage(arguments: [String], status: Int32) throws {
        #expect(try Program.run(["evaluate"] + arguments).status == status)
    }
}
