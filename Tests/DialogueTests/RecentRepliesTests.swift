import CivilTime
import Language
import Synchronization
import Testing
import TopicKit
import Understanding

@testable import Dialogue

@Suite("What topics answered within this minute")
struct RecentRepliesTests {
    /// Answers "answered" or "unknown" by its intent, and counts how often it was asked.
    private final class CountingTopic: Topic {
        let manifest: Manifest
        let count = Mutex(0)

        init(_ permissions: [Permission] = []) {
            manifest = Manifest(
                id: "pool", intents: [Intent("pool.open", optional: ["place"]), Intent("pool.closed")],
                slots: [Slot("place", .entity)], permissions: permissions)
        }

        func reply(to request: TopicRequest) async -> Reply {
            count.withLock { $0 += 1 }
            return Reply(request.intent == "pool.open" ? .answered : .unknown, [])
        }
    }

    private let start = Moment(Day(number: 20_000), hour: 10)

    /// How often a topic is asked, of requests given by their intent, place and second.
    private func asked(_ requests: [(String, String, Int)], _ permissions: [Permission] = []) async -> Int {
        let topic = CountingTopic(permissions)
        let installed = InstalledTopic(
            topic, kind: .swift, words: TopicWords(), languages: [], file: "pool.yaml")
        let definition = Definition(manifest: topic.manifest, examples: [:], values: [:])
        let entry = Registry.Entry(
            installed, words: TopicWords(), definition: definition, language: "fr")
        let replies = RecentReplies()
        for (intent, place, second) in requests {
            let slots = ["place": FilledSlot(.entity(place), text: place)]
            _ = await replies.reply(
                of: entry,
                to: TopicRequest(
                    intent: intent, slots: slots, now: start.adding(seconds: second),
                    profile: TownProfile(name: "", insee: "", postcode: "", contact: Contact(name: ""))))
        }
        return topic.count.withLock { $0 }
    }

    @Test("are given again for the same question only, and only if they were answers")
    func again() async {
        #expect(await asked([("pool.open", "a", 0), ("pool.open", "a", 59)]) == 1)
        #expect(await asked([("pool.open", "a", 0), ("pool.open", "b", 0)]) == 2)
        #expect(await asked([("pool.open", "a", 0), ("pool.open", "a", 60)]) == 2)
        #expect(await asked([("pool.closed", "a", 0), ("pool.closed", "a", 0)]) == 2)
        #expect(await asked([("pool.open", "a", 0), ("pool.open", "a", 0)], [.filing]) == 2)
    }
}
