import Assistant
import CivilTime
import Diagnostics
import Dialogue
import Foundation
import Language
import Testing
import TopicTesting
import TownStore

@Suite("Everything that Parvis says is in plain language")
struct LintTests {
    @Test("the phrases, and the answers to the example sentences and the stories")
    func topics() async throws {
        let assistant = try Assistant.open(place: .memory)
        let now = try #require(assistant.clock.moment(iso: "2026-11-20T10:00"))
        let report = await assistant.lintTopics(scripts(), at: now)
        #expect(report.problems.filter { $0.severity == .error }.map(assistant.message) == [])
        #expect(
            Set(report.figures.map(\.name)).isSuperset(of: ["canteen", "civil-status", "events", "hours", "waste"]))
    }

    @Test("the example commune")
    func town() throws {
        let assistant = try Assistant.open(place: .memory)
        let today = try #require(Moment(iso: "2026-11-20T10:00")).day
        let report = assistant.lintTown(today: today)
        #expect(report.problems.filter { $0.severity == .error }.map(assistant.message) == [])
    }

    @Test("a turn's problems come in both wordings, with words to mend them")
    func turn() async throws {
        let assistant = try Assistant.open(place: .memory)
        let now = try #require(assistant.clock.moment(iso: "2026-11-20T10:00"))
        let lint = assistant.answerLint(today: now.day)
        var conversation = assistant.conversation()
        let turn = await conversation.take(.init("quand passe la poubelle jaune rue des tilleuls"), at: now)
        #expect(lint.messages(lint.problems(in: turn, at: now)) == [])
    }

    private func scripts() -> [LintScript] {
        let plugins = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Plugins"
        return StoryRunner.files(at: plugins).flatMap { Story.load($0).value.map { LintScript($0) } }
    }
}
