/// One side of a Wyoming connection over any pair of byte streams: a process's pipes, a TCP socket.
///
/// Whoever owns the connection calls ``run(_:)`` in a task of its own; it ends with the connection. Everybody else sends
/// with ``send(_:payload:)``, listens with ``events(where:)``, or asks one question with ``ask(_:for:)``.
public actor WyomingClient {
    private typealias Listener = (
        wants: @Sendable (WyomingEvent) -> Bool, stream: AsyncStream<WyomingEvent>.Continuation
    )

    private let write: @Sendable ([UInt8]) async throws -> Void
    private var listeners: [Int: Listener] = [:]
    private var nextListener = 0
    private var isClosed = false

    /// A client that writes with what it is given.
    ///
    /// - Parameter write: writes all the bytes, in the order of the calls; throws once the other side is gone.
    public init(write: @escaping @Sendable ([UInt8]) async throws -> Void) { self.write = write }

    /// Reads the other side's bytes until they end.
    ///
    /// - Parameter bytes: the pieces, of any length, as they come.
    /// - Throws: ``WyomingError`` when they are not events; a stream that ends or fails is a connection that ends.
    public func run<Bytes: AsyncSequence & Sendable>(_ bytes: Bytes) async throws(WyomingError)
    where Bytes.Element: Sequence<UInt8> {
        defer { close() }
        var decoder = WyomingDecoder()
        var pieces = bytes.makeAsyncIterator()
        while let piece = try? await pieces.next(isolation: self) {
            decoder.append(piece)
            while let event = try decoder.next() { deliver(event) }
        }
    }

    /// Ends every listener; nothing more comes or goes.
    public func close() {
        isClosed = true
        let all = listeners.values
        listeners = [:]
        for listener in all { listener.stream.finish() }
    }

    /// Sends a message.
    ///
    /// - Parameters:
    ///   - message: what to say.
    ///   - payload: the bytes that go with it.
    /// - Throws: ``WyomingError/closed`` when the other side is gone.
    public func send(_ message: some WyomingMessage, payload: [UInt8] = []) async throws(WyomingError) {
        try await send(WyomingEvent(message, payload: payload))
    }

    /// Sends an event.
    ///
    /// - Throws: ``WyomingError/closed`` when the other side is gone.
    public func send(_ event: WyomingEvent) async throws(WyomingError) {
        guard !isClosed else { throw .closed }
        do {
            try await write(event.bytes)
        } catch {
            throw .closed
        }
    }

    /// The events to come that are wanted; they end with the connection.
    ///
    /// - Parameter wants: whether an event is wanted; called for each, so it must be quick. Two listeners may want one.
    /// - Returns: the events, kept until they are read.
    public func events(where wants: @escaping @Sendable (WyomingEvent) -> Bool) -> AsyncStream<WyomingEvent> {
        let (stream, continuation) = AsyncStream<WyomingEvent>.makeStream()
        guard !isClosed else {
            continuation.finish()
            return stream
        }
        let id = nextListener
        nextListener += 1
        listeners[id] = (wants, continuation)
        continuation.onTermination = { [weak self] _ in Task { await self?.forget(id) } }
        return stream
    }

    /// Sends a message and waits for the first answer of a type.
    ///
    /// - Parameters:
    ///   - message: the question.
    ///   - answer: the type of the answer.
    /// - Returns: the answer.
    /// - Throws: ``WyomingError/refused(code:text:)`` when an `error` comes first, ``WyomingError/closed`` when the
    ///   connection ends or the task is cancelled: whoever has a deadline cancels.
    public func ask<Message: WyomingMessage, Answer: WyomingMessage>(
        _ message: Message, for answer: Answer.Type = Answer.self
    ) async throws(WyomingError) -> Answer {
        let answers = events { $0.type == Answer.type || $0.type == ErrorMessage.type }
        try await send(message)
        for await event in answers {
            if let error = try event.message(ErrorMessage.self), error.concerns(Message.type) {
                throw .refused(code: error.code, text: error.text)
            }
            if let answer = try event.message(Answer.self) { return answer }
        }
        throw .closed
    }

    private func deliver(_ event: WyomingEvent) {
        for listener in listeners.values where listener.wants(event) { listener.stream.yield(event) }
    }

    private func forget(_ id: Int) { listeners[id] = nil }
}
