internal import Synchronization
internal import TopicKit

/// A topic whose manifest is known and which is made, with its records, at the first question put to it.
///
/// A start then reads only what the question needs: menus are not read to say when the swimming pool opens.
final class LazyTopic: Topic {
    let manifest: Manifest
    private let make: @Sendable () -> any Topic
    private let made = Mutex<(any Topic)?>(nil)

    init(manifest: Manifest, make: @escaping @Sendable () -> any Topic) {
        (self.manifest, self.make) = (manifest, make)
    }

    func reply(to request: TopicRequest) async -> Reply {
        let topic = made.withLock { made in
            if let made { return made }
            let topic = make()
            made = topic
            return topic
        }
        return await topic.reply(to: request)
    }
}
