import CivilTime
import Diagnostics
import Dialogue
import Testing
import TopicKit
import TopicTesting

@Suite("A file of stories")
struct StoryReaderTests {
    private func read(_ turns: String, top: String = "") -> Checked<[Story]> {
        Story.read("- story: s\n  now: 2026-11-20T10:00\n\(top)  turns:\n\(turns)\n", file: "s.yaml")
    }

    @Test("Everything that a turn may say is read")
    func whole() throws {
        let story = try #require(
            read(
                """
                    - user: demain ?
                      status: asked
                      intent: a.b
                      topic: a
                      asks: date
                      choices: [une, deux]
                      slots: {date: 2026-11-26, street: ~}
                      answer: Oui.
                      says: [x, y]
                      never: z
                      speech: Tout.
                      simple: [u, v]
                      urgent: false
                      reference: true
                      same: true
                      evidence: [menus.csv]
                      parts: [{status: answered}, {topic: c}]
                """, top: "  channel: kiosk\n"
            ).value.first)
        #expect(story.channel == .kiosk)
        let expected = try #require(story.turns.first).expected
        #expect(
            expected.status == .asked && expected.intent == "a.b" && expected.topic == "a" && expected.asks == "date")
        #expect(expected.choices == ["une", "deux"] && expected.says == ["x", "y"] && expected.never == ["z"])
        #expect(
            expected.slots.count == 2 && expected.slots["date"] == "2026-11-26"
                && expected.slots["street"] == .some(nil))
        #expect(
            expected.answer == "Oui." && expected.speech == .whole("Tout.") && expected.simple == .parts(["u", "v"]))
        #expect(expected.urgent == false && expected.reference == true && expected.same == true)
        #expect(expected.evidence == ["menus.csv"] && expected.parts?.count == 2)
    }

    @Test("Each way to make a move, and the clock between them")
    func moves() throws {
        let turns = try #require(
            read(
                """
                    - user: bonjour
                    - act: repeat
                      after: 30 s
                    - choice: jaune
                      after: 5 min
                    - silence: true
                      now: 2026-11-21T09:00
                """
            ).value.first
        ).turns
        #expect(turns.map(\.move) == [.words("bonjour"), .act(.repeat), .choice("jaune"), .silence])
        #expect(
            turns.map(\.now.iso)
                == ["2026-11-20T10:00", "2026-11-20T10:00:30", "2026-11-20T10:05:30", "2026-11-21T09:00"])
        #expect(turns.map(\.line) == [4, 5, 7, 9])
    }

    @Test(
        "A mistake is named with its line",
        arguments: [
            ("    - user: a\n      sayz: [b]", "yaml.misspelt-key", 5),
            ("    - user: a\n      zzz: b", "yaml.unknown-key", 5),
            ("    - user: a\n      act: help", "story.one-move", 5), ("    - status: asked", "story.one-move", 4),
            ("    - silence: no", "story.silence", 4), ("    - user:", "yaml.missing-key", 4),
            ("    - user: a\n      status: askd", "yaml.misspelt-value", 5),
            ("    - act: repet", "yaml.misspelt-value", 4),
            ("    - user: a\n      after: bientôt", "story.bad-wait", 5),
            ("    - user: a\n      now: hier", "story.bad-time", 5), ("    []", "story.no-turn", 3),
            ("    - user: a\n      says: {b: c}", "yaml.not-a-text", 5), ("    - user: [a", "yaml.syntax", 5),
        ])
    func mistakes(turns: String, code: String, line: Int) {
        let read = read(turns)
        #expect(read.value.isEmpty)
        #expect(read.diagnostics.first?.code == code)
        #expect(read.diagnostics.first?.line == line)
        #expect(read.diagnostics.first?.file == "s.yaml")
    }

    @Test("A story with a mistake is left out, the others stay")
    func others() {
        let good = "- story: s\n  now: 2026-11-20T10:00\n  turns: [{user: a}]\n"
        let read = Story.read(good + good.replacing("user", with: "usr") + good, file: "s.yaml")
        #expect(read.value.map(\.line) == [1, 7])
        #expect(read.diagnostics.count { $0.severity == .error } > 0)
    }

    @Test("A file that is not there is said to be missing")
    func missing() { #expect(Story.load("/nowhere.yaml").diagnostics.map(\.code) == ["file.missing"]) }
}
