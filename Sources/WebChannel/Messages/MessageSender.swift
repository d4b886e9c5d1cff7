internal import AsyncHTTPClient
internal import HTTPTypes
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import ServiceLifecycle

/// Sends messages by a gateway, one after the other, beside the requests that brought them.
final class MessageSender: Service {
    private let queue: AsyncStream<HTTPClientRequest>
    private let entry: AsyncStream<HTTPClientRequest>.Continuation
    private let logger: Logger

    /// Messages that wait to be sent, at most: what comes after them is lost, and that is logged.
    private static let mostWaiting = 1_000
    /// How often one is tried, and the pause before the second time, which then doubles.
    private static let tries = 3, pause = Duration.seconds(2)

    init(_ logger: Logger) {
        self.logger = logger
        (queue, entry) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.mostWaiting))
    }

    /// Takes a message to send; false where too many wait.
    func send(_ request: HTTPClientRequest) -> Bool {
        if case .enqueued = entry.yield(request) { return true }
        logger.error("message lost: too many wait to be sent")
        return false
    }

    /// Sends until the server ends, and then what waits.
    func run() async {
        await withGracefulShutdownHandler {
            let client = HTTPClient(eventLoopGroupProvider: .singleton)
            for await request in queue { await send(request, by: client) }
            try? await client.shutdown()
        } onGracefulShutdown: {
            self.entry.finish()
        }
    }

    private func send(_ request: HTTPClientRequest, by client: HTTPClient) async {
        var pause = Self.pause
        for attempt in 1...Self.tries {
            // What goes wrong is told by its kind: an address holds the number and the words.
            var reason = "no answer"
            if let response = try? await client.execute(request, timeout: .seconds(10)) {
                _ = try? await response.body.collect(upTo: 65_536)
                if (200..<300).contains(response.status.code) { return }
                reason = String(response.status.code)
            }
            logger.warning(
                "message not sent", metadata: ["reason": .string(reason), "attempt": .stringConvertible(attempt)])
            guard attempt < Self.tries, !Task.isShuttingDownGracefully else { return }
            try? await Task.sleep(for: pause)
            pause *= 2
        }
    }
}
