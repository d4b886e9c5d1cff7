import Foundation
import Synchronization
import Wyoming

/// Events that wait for a service; whoever adds sound waits in turn when too much of it is there.
final class EventQueue<Item: Sendable>: Sendable {
    private let stream: AsyncStream<Item>
    private let feed: AsyncStream<Item>.Continuation
    private let room: NSCondition
    private let waiting = Mutex(0)
    private let most: Int

    /// A queue.
    ///
    /// - Parameter most: bytes of sound that may wait.
    init(most: Int) {
        (stream, feed) = AsyncStream.makeStream()
        room = NSCondition()
        self.most = most
    }

    /// Adds an item, when there is room for its bytes.
    func add(_ item: Item, bytes: Int) {
        if bytes > 0 {
            room.lock()
            while waiting.withLock({ $0 > most }) { room.wait() }
            waiting.withLock { $0 += bytes }
            room.unlock()
        }
        feed.yield(item)
    }

    /// Says that an item was dealt with.
    func done(bytes: Int) {
        guard bytes > 0 else { return }
        room.withLock {
            waiting.withLock { $0 -= bytes }
            room.signal()
        }
    }

    /// No more items come.
    func finish() { feed.finish() }

    /// The items, for one reader.
    var items: AsyncStream<Item> { stream }
}
