import Foundation
import Testing

@Suite struct AskTests {
    @Test("A question on a fixed day gets its answer, with every promised key")
    func batch() throws {
        let result = try Program.run(
            ["batch"],
            lines: [#"{"id":"1","text":"Quel est le menu de la cantine jeudi prochain ?","now":"2026-11-20T10:00"}"#])
        #expect(result.status == 0)
        let answer = try #require(try result.objects().first)
        #expect(answer["status"] as? String == "answered")
        #expect(answer["topic"] as? String == "canteen")
        #expect(answer["intent"] as? String == "canteen.menu")
        let date = try #require((answer["slots"] as? [String: [String: String]])?["date"])
        #expect(date == ["value": "2026-11-26", "text": "jeudi prochain"])
        #expect((answer["text"] as? String)?.lowercased().contains("jeudi 26 novembre") == true)
        for key in ["id", "confidence", "speech", "simple", "evidence", "ask", "links"] {
            #expect(answer.keys.contains(key))
        }
        let evidence = try #require((answer["evidence"] as? [[String: Any]])?.first)
        for key in ["source", "publisher", "date", "valid_until", "reviewed"] { #expect(evidence.keys.contains(key)) }
    }

    @Test("Lines with the same session are one conversation; the others are not")
    func sessions() throws {
        let result = try Program.run(
            ["batch", "--now", "2026-11-20T10:00"],
            lines: [
                #"{"id":"1","text":"quand passe la poubelle jaune rue des Tilleuls","session":"a"}"#,
                #"{"id":"2","text":"répète","session":"b"}"#, #"{"id":"3","text":"répète","session":"a"}"#,
            ])
        let answers = try result.objects()
        #expect(answers.map { $0["id"] as? String } == ["1", "2", "3"])
        #expect(answers[2]["text"] as? String == answers[0]["text"] as? String)
        #expect(answers[1]["text"] as? String != answers[0]["text"] as? String)
    }

    @Test("A session file carries the conversation from one call to the next")
    func sessionFile() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "session-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let options = ["--now", "2026-11-20T10:00", "--session", file.path]
        let first = try Program.run(["ask", "quand passe la poubelle jaune rue des Tilleuls"] + options)
        let again = try Program.run(["ask", "répète"] + options)
        #expect(again.output == first.output)
        try Data("not a session".utf8).write(to: file)
        #expect(try Program.run(["ask", "bonjour"] + options).status == 65)
    }

    @Test(
        "A malformed line is answered with an error, and the next one with an answer",
        arguments: [
            "{", "[]", "null", #"{"id":"1"}"#, #"{"text":"bonjour"}"#, #"{"id":"1","text":"bonjour","now":"tomorrow"}"#,
            #"{"id":"1","text":"bonjour","locale":"xx"}"#, "\u{0}\u{0}", #"{"id":"1","text":12}"#,
        ])
    func malformed(line: String) throws {
        let result = try Program.run(["batch"], lines: [line, "", #"{"id":"2","text":"bonjour"}"#])
        let answers = try result.objects()
        #expect(result.status == 0)
        try #require(answers.count == 2)
        #expect(answers[0]["error"] is String)
        #expect(answers[1]["status"] as? String == "answered")
    }

    @Test("A line of ten megabytes, bytes that are no text, and zeros end nothing")
    func monsters() throws {
        var input = Data(#"{"id":"1","text":""#.utf8)
        input.append(Data(repeating: 0x61, count: 10_000_000))
        input.append(Data("\"}\n".utf8))
        input.append(Data([0x22, 0xff, 0xfe, 0x00, 0x0a]))
        input.append(Data((#"{"id":"3","text":"bonjour"}"# + "\n").utf8))
        let result = try Program.run(["batch"], input: input)
        #expect(result.status == 0)
        #expect(try result.objects().last?["status"] as? String == "answered")
        let chat = try Program.run(["chat"], input: input + Data([0xc3, 0x28, 0x00, 0x0a]))
        #expect(chat.status == 0)
        #expect(!chat.output.isEmpty)
    }
}

@Suite struct UsageTests {
    @Test(
        "What is asked wrongly ends with the status that other programs rely on",
        arguments: [
            (["ask"], 64), (["ask", "--colour", "x"], 64), (["batch", "--now", "yesterday"], 0), (["nonsense"], 64),
            (["ask", "bonjour", "--now", "yesterday"], 64), (["ask", "bonjour", "--town", "/nowhere"], 66),
            (["ask", "bonjour", "--locale", "xx"], 66), (["chat", "--width", "2"], 64),
            (["town", "check", "/nowhere"], 66), (["--help"], 0), (["evaluate", "stories", "/nowhere"], 66),
        ] as [([String], Int32)])
    func status(arguments: [String], status: Int32) throws {
        let result = try Program.run(arguments)
        #expect(result.status == status, "\(result.comments)")
        if status != 0 { #expect(result.output.isEmpty) }
    }

    @Test("On a pipe there is nothing but the conversation")
    func pipe() throws {
        let result = try Program.run(
            ["chat", "--no-marks", "--now", "2026-11-20T10:00"], lines: ["bonjour", "quitter"])
        #expect(result.lines.count == 2)
        #expect(result.lines.last == "Au revoir, et bonne journée.")
    }

    @Test("The topics are listed a line each, the id first")
    func topics() throws {
        let ids = try Program.run(["topics", "list"]).lines.compactMap { $0.split(separator: "\t").first }
        #expect(ids.contains("waste"))
        #expect(ids.contains("canteen"))
    }

    @Test("What a person says stays out of comments and errors")
    func privacy() throws {
        let secret = "je m'appelle Zébulon Quatorze"
        let result = try Program.run(
            ["batch"], lines: ["{\"id\":\"1\",\"text\":\"\(secret)\",\"now\":3}", "\(secret)"])
        #expect(!result.comments.contains("Quatorze"))
        #expect(!result.output.contains("Quatorze"))
    }
}
