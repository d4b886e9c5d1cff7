import CivilTime
import Foundation
import Synchronization
import TopicKit
import TownStore

/// A folder of its own for a test.
struct TemporaryFolder: ~Copyable {
    let path = FileManager.default.temporaryDirectory.appending(path: "store-" + UUID().uuidString).path

    var place: StorePlace { .folder(path + "/99123") }
    var requests: String { path + "/99123/requests.sqlite" }

    /// Everything that lies in the store's folder, as bytes one after the other.
    func bytes() -> Data {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        return names.reduce(into: Data()) { $0 += FileManager.default.contents(atPath: path + "/" + $1) ?? Data() }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// What tests file, and when.
enum Sample {
    static let now = Moment(Day(number: 20_777), hour: 10)
    static let phone = "0199005555"

    static func callback(_ phone: String = phone, days: Int = 30) -> FiledRequest {
        FiledRequest(
            kind: "callback", fields: ["name": "Jeanne Martin", "phone": phone],
            context: ["topic": "waste", "intent": "waste.next"], retentionDays: days)
    }
}

/// A clock that a test moves.
final class TestClock: Sendable {
    private let seconds = Mutex(1_795_000_000)

    var read: @Sendable () -> Int { { self.seconds.withLock { $0 } } }

    func pass(days: Int) { seconds.withLock { $0 += days * 86_400 } }
}
