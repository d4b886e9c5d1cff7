internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Keeps one connection to its times: a client that sends its head or its body a byte at a time, that never reads its
/// answer, or that says nothing, is hung up on; one that sends more than is wanted gets its answer first.
///
/// It looks at its connection once a second rather than set a timer for each request: a request costs a look at the clock.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// What is going on.
    private enum Phase {
        /// No request is under way: since then.
        case idle(since: NIODeadline)
        /// A body comes in: its head came then.
        case reading(since: NIODeadline)
        /// The request is whole and waits for its answer: its head came then.
        case answering(since: NIODeadline)
        /// The answer is out although the body is not in: what still comes is thrown away, until then.
        case draining(until: NIODeadline)
    }

    /// How long a client may go on sending what nobody wants, so that it reads the answer before the line is cut.
    private static let drainTime = TimeAmount.seconds(2)

    private let limits: WebLimits
    private let table: ConnectionTable
    private var client: ClientAddress?
    private var phase = Phase.idle(since: .now())
    private var look: RepeatedTask?
    private var isCounted = false

    init(limits: WebLimits, table: ConnectionTable) { (self.limits, self.table) = (limits, table) }

    // MARK: Coming and going

    func handlerAdded(context: ChannelHandlerContext) { if context.channel.isActive { begin(context) } }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    private func begin(_ context: ChannelHandlerContext) {
        guard look == nil else { return }
        let address = ClientAddress(context.channel.remoteAddress)
        guard table.open(address) else {
            context.close(promise: nil)
            return
        }
        (client, isCounted) = (address, true)
        phase = .idle(since: .now())
        let channel = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        look = context.eventLoop.scheduleRepeatedTask(initialDelay: .seconds(1), delay: .seconds(1)) { _ in
            let (handler, context) = channel.value
            if handler.isOverdue(.now()) { context.close(promise: nil) }
        }
    }

    private func end() {
        look?.cancel()
        look = nil
        if isCounted, let client { table.close(client) }
        isCounted = false
    }

    private func isOverdue(_ now: NIODeadline) -> Bool {
        switch phase {
        case .idle(let since): now > since + .seconds(Int64(limits.idleSeconds))
        case .reading(let since): now > since + .seconds(Int64(limits.bodySeconds))
        case .answering(let since): now > since + .seconds(Int64(limits.requestSeconds))
        case .draining(let until): now > until
        }
    }

    // MARK: Requests and answers

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (unwrapInboundIn(data), phase) {
        case (.end, .draining): context.close(promise: nil)
        case (_, .draining): return
        case (.head, _): phase = .reading(since: .now())
        case (.end, .reading(let since)): phase = .answering(since: since)
        default: break
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .reading = phase else {
            if case .end = unwrapOutboundIn(data) { phase = .idle(since: .now()) }
            context.write(data, promise: promise)
            return
        }
        // The answer comes before the whole body: the connection cannot be used again.
        switch unwrapOutboundIn(data) {
        case .head(var head):
            if head.status.kind != .informational { head.headerFields[.connection] = "close" }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body: context.write(data, promise: promise)
        case .end:
            phase = .draining(until: .now() + Self.drainTime)
            context.writeAndFlush(data, promise: promise)
            context.close(mode: .output, promise: nil)
        }
    }
}
