import CivilTime
import Foundation
import Testing
import TopicKit

@testable import TownStore

@Suite("Counts of outcomes")
struct OutcomeCounterTests {
    private static let day = Sample.now.day

    private func counter(_ place: StorePlace, pause: Duration = .seconds(3600)) -> (OutcomeCounter, OutcomeTable) {
        let table = OutcomeTable(place)
        return (OutcomeCounter(table, topics: ["waste"], intents: ["waste.next", "core.help"], pause: pause), table)
    }

    private func outcome(
        _ topic: String? = "waste", _ intent: String? = "waste.next", _ status: TurnStatus = .answered, day: Day = day
    ) -> Outcome { Outcome(day: day, topic: topic, intent: intent, status: status) }

    @Test("add up by day, topic, intent and status, over several programs")
    func adding() async throws {
        let folder = TemporaryFolder()
        for _ in 0..<2 {
            let (counter, _) = counter(folder.place)
            for _ in 0..<3 { await counter.count(outcome()) }
            await counter.count(outcome(nil, "core.help"))
            await counter.count(outcome("waste", "waste.next", .asked, day: Self.day.adding(days: 1)))
            await counter.count(helped: true, by: outcome())
            await counter.count(helped: false, by: outcome())
            await counter.flush()
            await counter.flush()
        }
        let table = OutcomeTable(folder.place)
        let counts = try await table.counts()
        #expect(counts.map(\.key.topic) == [nil, "waste", "waste"])
        #expect(counts.map(\.key.intent) == ["core.help", "waste.next", "waste.next"])
        #expect(counts.map(\.tally.turns) == [2, 6, 2])
        #expect(counts.map(\.tally.helped) == [0, 2, 0])
        #expect(counts.map(\.tally.notHelped) == [0, 2, 0])
        #expect(try await table.counts(since: Self.day.adding(days: 1)).map(\.key.status) == [.asked])
    }

    @Test("hold no text but the ids of the town: whatever else is given is counted as none")
    func unknownIds() async throws {
        let folder = TemporaryFolder()
        let (counter, table) = counter(folder.place)
        let said = "mon numéro est le 0199005555"
        await counter.count(outcome(said, said))
        await counter.count(helped: true, by: outcome("waste", said))
        await counter.flush()
        #expect(try await table.counts().map(\.key.topic) == [nil, "waste"])
        #expect(try await table.counts().allSatisfy { $0.key.intent == nil })
        #expect(folder.bytes().range(of: Data("0199005555".utf8)) == nil)
    }

    @Test("are written by themselves after a while")
    func byThemselves() async throws {
        let folder = TemporaryFolder()
        let (counter, table) = counter(folder.place, pause: .milliseconds(10))
        await counter.count(outcome())
        for _ in 0..<500 where try await table.counts().isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        #expect(try await table.counts().map(\.tally.turns) == [1])
    }

    @Test("wait in memory while the store cannot be written, and are lost to nobody once it can")
    func unwritable() async throws {
        let folder = TemporaryFolder()
        try Data().write(to: URL(filePath: folder.path))
        let (counter, table) = counter(folder.place)
        await counter.count(outcome())
        await counter.flush()
        await counter.count(outcome())
        try FileManager.default.removeItem(atPath: folder.path)
        await counter.flush()
        #expect(try await table.counts().map(\.tally.turns) == [2])
    }

    @Test("open no file before there is something to write")
    func nothing() async throws {
        let folder = TemporaryFolder()
        let (counter, table) = counter(folder.place)
        await counter.flush()
        #expect(try await table.counts().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
}
