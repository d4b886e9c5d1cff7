import Foundation
import Testing

@Suite("The conversation in a real terminal")
struct TerminalTests {
    private let options = ["--now", "2026-11-20T10:00"]
    private let question = "quand passe la poubelle jaune rue des Tilleuls"
    private let commands = ["répète", "plus simple", "plus de détails", "lien", "aide", "suite", "avant"]

    private func chat(
        _ arguments: [String] = [], columns: Int = 80, _ environment: [String: String] = [:], output: FileHandle? = nil
    ) throws -> Terminal {
        let terminal = try Terminal(
            ["chat"] + options + arguments, columns: columns, environment: environment, output: output)
        if output == nil { try terminal.waitForPrompt() }
        return terminal
    }

    @Test("Nothing moves the cursor, erases, rings or rewrites a line; the kernel edits what is typed")
    func plain() throws {
        let terminal = try chat([], columns: 80, ["TERM": "xterm-256color", "COLORTERM": "truecolor"])
        #expect(terminal.isCanonical)
        for line in [question] + commands { try terminal.ask(line) }
        #expect(terminal.isCanonical)
        try terminal.type("quitter")
        #expect(terminal.end() == 0)
        #expect(terminal.text.hasSuffix("Au revoir, et bonne journée.\n"))
        let bytes = terminal.bytes
        #expect(!bytes.contains { [0x07, 0x08, 0x09, 0x0B, 0x0C, 0x1B, 0x7F].contains($0) })
        #expect(zip(bytes, bytes.dropFirst()).allSatisfy { $0 != 0x0D || $1 == 0x0A })
    }

    @Test(
        "Ctrl-C and Ctrl-D leave with a goodbye, even in the middle of a line",
        arguments: [[3], [4], [97, 98, 3]] as [[UInt8]])
    func keys(keys: [UInt8]) throws {
        let terminal = try chat()
        try terminal.send(keys)
        #expect(terminal.end() == 0)
        #expect(terminal.text.hasSuffix("\nAu revoir, et bonne journée.\n"))
    }

    @Test("A terminal that goes away ends the conversation")
    func hangUp() throws {
        let terminal = try chat()
        terminal.hangUp()
        #expect(terminal.endUnread() == 0)
    }

    /// The conversation without what was typed: prompts, the echo and the greeting are the terminal's.
    private func answers(_ terminal: Terminal) -> [String] {
        let lines = terminal.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.dropFirst(2).filter { !$0.hasPrefix("Question ") && !$0.hasPrefix("Votre question : ") }.filter {
            !$0.isEmpty
        }
    }

    @Test("The same conversation reads the same with and without colour, on a dumb terminal and through a pipe")
    func same() throws {
        let lines = [question, "lien", "aide"]
        let environments = [
            ["TERM": "xterm-256color", "COLORTERM": "truecolor"], ["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"],
        ]
        var found: [[String]] = []
        for environment in environments {
            let terminal = try chat([], columns: 2000, environment)
            for line in lines { try terminal.ask(line) }
            try terminal.type("quitter")
            #expect(terminal.end() == 0)
            found.append(answers(terminal))
        }
        let pipe = try Program.run(["chat"] + options, lines: lines + ["quitter"])
        #expect(found[0].count > 6)
        for other in found.dropFirst() { #expect(other == found[0]) }
        #expect(pipe.lines == found[0])
    }

    @Test("Each line is written whole and at once, and so is the prompt")
    func whole() throws {
        var ends: [Int32] = [0, 0]
        // This kind of socket keeps each write apart.
        try #require(socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
        defer { close(ends[0]) }
        let terminal = try chat(output: FileHandle(fileDescriptor: ends[1], closeOnDealloc: false))
        close(ends[1])
        var writes: [String] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        func next() -> Bool {
            let count = recv(ends[0], &buffer, buffer.count, 0)
            if count > 0 { writes.append(String(decoding: buffer[..<count], as: UTF8.self)) }
            return count > 0
        }
        while next(), writes.last?.hasSuffix(" : ") != true {}
        try terminal.type(question)
        while next(), writes.last?.hasSuffix(" : ") != true {}
        try terminal.type("quitter")
        while next() {}
        #expect(writes.filter { !$0.hasSuffix("\n") } == ["Votre question : ", "Question 2 : "])
        #expect(writes.allSatisfy { $0.split(separator: "\n", omittingEmptySubsequences: false).count <= 2 })
    }

    @Test("Lines fit the window as it is at each answer; no word is cut", arguments: [10, 20, 40, 132])
    func widths(columns: Int) throws {
        let terminal = try chat(columns: 200)
        terminal.resize(columns: columns)
        try terminal.ask(question)
        let lines = terminal.text.split(separator: "\n").map(String.init)
        let answer = lines.drop { !$0.hasPrefix("Réponse.") }.filter { !$0.hasPrefix("Question 2") }
        #expect(!answer.isEmpty)
        #expect(answer.allSatisfy { $0.count < columns || !$0.contains(" ") }, "\(answer)")
        #expect(answer.joined(separator: " ").contains("La poubelle jaune passe mardi 24 novembre, rue des Tilleuls."))
    }

    @Test("An older terminal gets and gives its own characters")
    func latin() throws {
        let terminal = try Terminal(["chat"] + options, environment: ["LC_ALL": "fr_FR.ISO-8859-15"])
        try terminal.wait(for: "Votre question : ")
        // "à quelle heure ferme la déchèterie"
        try terminal.send(
            [0xE0] + Array(" quelle heure ferme la d".utf8) + [0xE9] + Array("ch".utf8) + [0xE8] + Array("terie\n".utf8)
        )
        try terminal.wait(for: "Question 2 : ")
        let text = try #require(String(bytes: terminal.bytes, encoding: .isoLatin1))
        #expect(text.contains("Réponse.") && text.contains("déchèterie"))
        #expect(!text.contains("Ã"))
    }

    @Test("With a table, lines fit the display and long answers are paged")
    func braille() throws {
        let terminal = try chat(["--braille", "fr-bfu-comp6"])
        try terminal.ask("refaire ma carte d'identité")
        #expect(terminal.text.contains("Page 1 sur "))
        try terminal.ask("suite")
        try terminal.ask("avant")
        #expect(terminal.text.components(separatedBy: "Page 1 sur ").count == 3)
    }

    @Test("A table that is not there is said in the language of the answers, with those that are")
    func noTable() throws {
        let result = try Program.run(["chat", "--braille", "fr-nothing"], lines: ["bonjour"])
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(result.comments.contains("Je ne connais pas la table braille fr-nothing."))
        #expect(result.comments.contains("fr-bfu-comp6.utb"))
    }
}

@Suite("An answer in other forms")
struct FormatTests {
    private func ask(_ format: String, _ question: String) throws -> Program {
        try Program.run(["ask", question, "--format", format, "--now", "2026-11-20T10:00"])
    }

    @Test("As messages: the town hall first, short enough, a link at most")
    func sms() throws {
        let result = try ask("sms", "quand passe la poubelle jaune rue des Tilleuls")
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("Mairie de Valclair : la poubelle jaune passe mardi 24 novembre"))
        let long = try ask("sms", "menu de la cantine la semaine prochaine")
        let messages = long.output.components(separatedBy: "\n\n")
        #expect(messages.count > 1)
        #expect(messages.dropLast().allSatisfy { $0.hasSuffix("Répondez : suite.") })
    }

    @Test("As a fragment of a page")
    func html() throws {
        let result = try ask("html", "quand passe la poubelle jaune rue des Tilleuls")
        #expect(result.output.hasPrefix("<p>La poubelle jaune passe mardi 24 novembre, rue des Tilleuls."))
    }
}
