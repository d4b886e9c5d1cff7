import Assistant
import CivilTime
import Diagnostics
import Foundation
import Testing

@testable import TopicTesting

@Suite("Replaying stories")
struct StoryRunnerTests {
    private static let question = "c kan les poubel jone rue des tilleul"

    private func run(_ turns: String, as manner: StoryRunner.Manner = .text) async throws -> [StoryFailure] {
        let read = Story.read("- story: s\n  now: 2026-11-20T10:00\n  turns:\n\(turns)\n", file: "s.yaml")
        #expect(read.diagnostics.isEmpty)
        return await StoryRunner(try Assistant.rehearsal(), as: manner).run(try #require(read.value.first))
    }

    @Test(
        "What holds passes, what does not is named",
        arguments: [
            ("status: answered", nil), ("status: asked", "status"), ("intent: waste.day", "intent"),
            ("topic: waste", nil), ("topic: canteen", "topic"), ("asks: street", "asks"), ("choices: [a]", "choices"),
            ("slots: {stream: emballages}", "slots: stream"), ("slots: {street: rue des Tilleuls}", nil),
            ("slots: {date: ~}", nil), ("slots: {street: ~}", "slots: street"), ("says: [mardi 24 novembre]", nil),
            ("says: [mercredi]", "says"), ("never: [mercredi]", nil), ("never: [mardi]", "never"),
            ("answer: Non.", "answer"), ("speech: [dix-neuf heures]", nil), ("speech: Non.", "speech"),
            ("simple: [mercredi]", "simple"), ("urgent: true", "urgent"), ("reference: true", "reference"),
            ("evidence: [waste/autre.ics]", "evidence"), ("parts: [{status: answered}]", "parts"),
            ("same: true", "same: true"), ("same: false", nil),
        ] as [(String, String?)])
    func judged(expected: String, key: String?) async throws {
        let failures = try await run("    - user: \(Self.question)\n      \(expected)")
        #expect(failures.flatMap(\.differences).map(\.key) == (key.map { [$0] } ?? []))
    }

    @Test("The same text twice is told from another one")
    func same() async throws {
        let turns =
            "    - user: \(Self.question)\n    - act: repeat\n      same: true\n    - user: et la grise ?\n      same: false"
        #expect(try await run(turns).isEmpty)
        #expect(try await run(turns.replacing("same: false", with: "same: true")).map(\.turn) == [3])
    }

    @Test("A failure shows the place, the turn and a diff")
    func failure() async throws {
        let failure = try #require(
            try await run(
                "    - user: \(Self.question)\n    - user: et la grise ?\n      status: asked\n      says: [jamais]"
            ).first)
        let lines = failure.description.split(separator: "\n")
        #expect(lines[0] == "s.yaml:5: s: turn 2: user: et la grise ?")
        #expect(lines[1...4] == ["  status:", "    - asked", "    + answered", "  says:"])
        #expect(lines[5] == "    - jamais" && lines[6].hasPrefix("    + La poubelle grise"))
    }

    @Test("Lines that are alike stand once")
    func diff() {
        #expect(Difference("a", expected: "x\ny\nz", got: "x\nw\nz").diff == ["  x", "- y", "+ w", "  z"])
        #expect(Difference("a", expected: "x", got: nil).diff == ["- x"])
        #expect(Difference("a", expected: "x", got: "y\nx").diff == ["+ y", "  x"])
    }

    @Test("The same story in a terminal is judged on what stands between the marks", arguments: [40, 80])
    func terminal(width: Int) async throws {
        let turns = "    - user: \(Self.question)\n      says: [mardi 24 novembre]\n    - act: repeat\n      same: true"
        #expect(try await run(turns, as: .terminal(width: width)).isEmpty)
        let wrong = turns.replacing("mardi", with: "mercredi")
        #expect(try await run(wrong, as: .terminal(width: width)).flatMap(\.differences).map(\.key) == ["says"])
    }

    @Test("With noise only the meaning is judged, and the same seed makes the same errors")
    func noise() async throws {
        let turns = "    - user: \(Self.question)\n      says: [jamais]\n      intent: waste.next"
        #expect(try await run(turns, as: .noise(rate: 0, seed: 1)).isEmpty)
        let wrong = turns.replacing("waste.next", with: "canteen.menu")
        let first = try await run(wrong, as: .noise(rate: 0.5, seed: 7)).map(\.description)
        #expect(first.count == 1)
        #expect(try await run(wrong, as: .noise(rate: 0.5, seed: 7)).map(\.description) == first)
    }

    @Test("One line expects everything of a file")
    func expectAll() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "stories-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        let story = "- story: s\n  now: 2026-11-20T10:00\n  turns: [{user: bonjour, status: answered}]\n"
        let runner = StoryRunner(try Assistant.rehearsal())
        try Data(story.utf8).write(to: file)
        try await runner.expectAll(in: file.path)
        for wrong in [story.replacing("answered", with: "asked"), story.replacing("user", with: "usr"), "", "[]"] {
            try Data(wrong.utf8).write(to: file)
            await #expect(throws: StoriesDiffer.self) { try await runner.expectAll(in: file.path) }
        }
        await #expect(throws: StoriesDiffer.self) { try await runner.expectAll(in: "/nowhere.yaml") }
    }
}
