internal import NIOCore
internal import NIOPosix
internal import Speech
public import Wyoming

/// One connection to a Wyoming service over TCP, as long as some work lasts.
public enum WyomingConnection {
    /// How long connecting may take.
    private static let connecting = TimeAmount.seconds(3)

    /// Connects, does some work and closes.
    ///
    /// - Parameters:
    ///   - address: where the service listens.
    ///   - work: what to do with the client; the connection is closed when it returns.
    /// - Returns: what the work gives.
    /// - Throws: ``Wyoming/WyomingError``; ``Wyoming/WyomingError/closed`` when nobody listens there.
    public static func with<Value: Sendable>(
        _ address: ServiceAddress, _ work: @escaping @Sendable (WyomingClient) async throws(WyomingError) -> Value
    ) async throws(WyomingError) -> Value {
        let outcome: Result<Value, WyomingError>
        do {
            let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connectTimeout(connecting)
                .connect(host: address.host, port: address.port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
            outcome = try await channel.executeThenClose { inbound, outbound in
                await run(inbound, outbound, work)
            }
        } catch {
            throw .closed
        }
        return try outcome.get()
    }

    private static func run<Value: Sendable>(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>,
        _ work: @escaping @Sendable (WyomingClient) async throws(WyomingError) -> Value
    ) async -> Result<Value, WyomingError> {
        let client = WyomingClient { try await outbound.write(ByteBuffer(bytes: $0)) }
        let reader = Task { try? await client.run(inbound.map { Array($0.readableBytesView) }) }
        defer { reader.cancel() }
        do throws(WyomingError) {
            return .success(try await work(client))
        } catch {
            return .failure(error)
        }
    }
}
