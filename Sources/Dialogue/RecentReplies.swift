internal import CivilTime
internal import Language
internal import Synchronization
internal import TopicKit

/// What topics answered within this minute, for a server on which many people ask the same thing.
///
/// A topic that files something, or is a program of its own, is always asked; so is one that did not answer.
final class RecentReplies: Sendable {
    /// What a reply is the same for.
    private struct Question: Hashable {
        let topic: String
        let intent: String
        let slots: [String: FilledSlot]
        let said: Set<String>
        let skipped: Set<String>
        let memory: [String: String]
        let minute: Moment
    }

    private let kept = Mutex(RecentValues<Question, Reply>(limit: 1_024))

    /// The reply of a topic to a request: one that is known, or its own.
    func reply(of entry: Registry.Entry, to request: TopicRequest) async -> Reply {
        guard entry.manifest.permissions.isEmpty, entry.installed.kind != .worker else {
            return await entry.topic.reply(to: request)
        }
        let question = Question(
            topic: entry.manifest.id, intent: request.intent, slots: request.slots, said: request.said,
            skipped: request.skipped, memory: request.memory, minute: request.now.startOfMinute)
        let known = kept.withLock { kept in
            kept.forget(after: 60, at: question.minute)
            return kept[question]
        }
        if let known { return known }
        let reply = await entry.topic.reply(to: request)
        if reply.status == .answered { kept.withLock { $0.add(reply, for: question) } }
        return reply
    }
}
