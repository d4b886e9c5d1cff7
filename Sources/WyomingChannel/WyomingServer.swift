internal import NIOCore
internal import NIOPosix
internal import Wyoming

/// Parvis as a Wyoming service: what satellites and Home Assistant ask for an answer in words or in sound.
///
/// It describes itself, transcribes, recognises intents, handles texts and speaks; after `run-pipeline` it does all of it, sound
/// in and sound out.
public struct WyomingServer: Sendable {
    /// The most connections at a time; one more is closed at once.
    static let mostConnections = 64

    private let service: WyomingService

    /// A server of a service.
    public init(_ service: WyomingService) { self.service = service }

    /// Listens until the task is cancelled.
    ///
    /// - Parameters:
    ///   - host: the address to listen at.
    ///   - port: the port; 0 takes a free one.
    ///   - ready: told the port once it listens.
    /// - Throws: an error of the system when the port is taken.
    public func run(
        at host: String, port: Int, ready: @escaping @Sendable (_ port: Int) -> Void = { _ in }
    ) async throws {
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .bind(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        ready(server.channel.localAddress?.port ?? port)
        let count = ConnectionCount()
        try await server.executeThenClose { connections in
            try await withThrowingDiscardingTaskGroup { group in
                for try await connection in connections {
                    guard await count.enter(limit: Self.mostConnections) else {
                        try? await connection.channel.close()
                        continue
                    }
                    group.addTask { [service] in
                        // What goes wrong with one connection ends that one.
                        try? await connection.executeThenClose { inbound, outbound in
                            await serve(service, inbound, outbound)
                        }
                        await count.leave()
                    }
                }
            }
        }
    }
}

/// How many connections there are.
private actor ConnectionCount {
    private var count = 0

    func enter(limit: Int) -> Bool {
        guard count < limit else { return false }
        count += 1
        return true
    }

    func leave() { count -= 1 }
}

/// Serves one connection until it ends.
private func serve(
    _ service: WyomingService, _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
    _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
) async {
    var decoder = WyomingDecoder()
    let caller = WyomingCaller(service) { event in try await outbound.write(ByteBuffer(bytes: event.bytes)) }
    do {
        for try await bytes in inbound {
            decoder.append(bytes.readableBytesView)
            while let event = try decoder.next() { try await caller.take(event) }
        }
    } catch {}
    await caller.end()
}
