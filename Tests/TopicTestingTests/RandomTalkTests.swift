import Assistant
import CivilTime
import Testing
import TopicTesting

@Suite("Conversations at random")
struct RandomTalkTests {
    private static let start = Moment(Day(number: 20_777), hour: 10)

    @Test(
        "Whatever is said there are words, little is remembered, and one can cancel or reach a person",
        arguments: [1, 2])
    func holds(seed: UInt64) async throws {
        let assistant = try Assistant.rehearsal()
        let report = await RandomTalk(assistant, seed: seed).run(turns: 400, at: Self.start)
        #expect(report.turns == 400)
        #expect(report.findings.map { assistant.message($0) } == [])
        #expect(report.largestState > 0 && report.largestState <= RandomTalk.largestState)
    }

    @Test("The same seed says the same things")
    func seeded() async throws {
        let assistant = try Assistant.rehearsal()
        let reports = [
            await RandomTalk(assistant, seed: 3).run(turns: 40, at: Self.start),
            await RandomTalk(assistant, seed: 3).run(turns: 40, at: Self.start),
        ]
        #expect(reports[0].largestState == reports[1].largestState)
    }
}
