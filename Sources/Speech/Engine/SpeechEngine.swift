public import Wyoming

/// Keeps the program of the engines: starts it when it is needed, starts it again within the turn when it ended, ends it when it
/// hangs, and gives it up after too many faults in a row.
public actor SpeechEngine {
    /// The faults in a row after which it is not started again.
    static let mostFaults = 5
    /// How long it may take to describe itself, in seconds: a model is loaded meanwhile.
    private static let startSeconds = 20.0

    /// A process with the client that talks to it.
    private struct Running {
        let process: PipedProcess
        let client: WyomingClient
        let number: Int
    }

    /// What it is called in errors.
    nonisolated let name = EngineProgram.name
    private let program: EngineProgram
    private let clock: any Clock<Duration>
    private var starting: Task<Result<Running, SpeechError>, Never>?
    private var starts = 0
    private var faults = 0
    private var known: [String: PrepareMessage.Search] = [:]
    private var description: InfoMessage?

    /// An engine that is not started yet.
    ///
    /// - Parameters:
    ///   - program: where it is.
    ///   - clock: what times its answers.
    public init(_ program: EngineProgram, clock: any Clock<Duration> = ContinuousClock()) {
        (self.program, self.clock) = (program, clock)
    }

    /// What it says of itself: its model, its voices, its devices.
    ///
    /// - Throws: ``SpeechError`` when it cannot be started.
    public func info() async throws(SpeechError) -> InfoMessage {
        _ = try await client()
        return description ?? InfoMessage()
    }

    /// Its acoustic model: `fr-ptm`, `en-us-mapped`, or a folder that was given; nil when it has none.
    ///
    /// - Throws: ``SpeechError`` when it cannot be started.
    public func model() async throws(SpeechError) -> String? { try await info().parvis?.model }

    /// How many times it was started.
    public var startCount: Int { starts }

    /// Asks one question of it; where it ended meanwhile, once more of a new one.
    ///
    /// - Parameters:
    ///   - message: the question.
    ///   - answer: the type of the answer.
    ///   - seconds: how long it may take.
    /// - Returns: the answer.
    /// - Throws: ``SpeechError``.
    public func ask<Message: WyomingMessage, Answer: WyomingMessage>(
        _ message: Message, for answer: Answer.Type = Answer.self, within seconds: Double
    ) async throws(SpeechError) -> Answer {
        do throws(SpeechError) {
            return try await askOnce(message, within: seconds)
        } catch {
            guard error.isOfProcess else { throw error }
            return try await askOnce(message, within: seconds)
        }
    }

    /// Keeps searches, so that a new process gets them too.
    func keep(_ searches: [PrepareMessage.Search]) {
        for search in searches { known[search.name] = search }
    }

    /// Ends it; the next question starts another.
    public func stop() async {
        guard let running = await current() else { return }
        starting = nil
        await running.process.kill()
        _ = await running.process.reason()
    }

    /// A client of a process that runs.
    func client() async throws(SpeechError) -> WyomingClient {
        try await running().client
    }

    /// Counts a fault of the process that a client belongs to, and ends it: it hangs, or talks nonsense.
    func fault(of client: WyomingClient) async {
        guard let running = await current(), running.client === client else { return }
        starting = nil
        faults += 1
        await running.process.kill()
    }

    /// Counts an answer: faults begin to count anew.
    func succeeded() { faults = 0 }

    /// Why the process of a client ended.
    func reason(of client: WyomingClient) async -> String {
        guard let running = await current(), running.client === client else { return "ended" }
        return await running.process.reason()
    }

    /// Waits no longer than some seconds.
    func within<Value: Sendable>(
        _ seconds: Double, _ work: @escaping @Sendable () async throws(WyomingError) -> Value
    ) async throws(WyomingError) -> Value {
        let outcome = await withTaskGroup(of: Result<Value, WyomingError>.self) { group in
            group.addTask {
                do throws(WyomingError) {
                    return .success(try await work())
                } catch {
                    return .failure(error)
                }
            }
            group.addTask { [clock] in
                try? await clock.sleep(for: .seconds(seconds))
                return .failure(.late)
            }
            defer { group.cancelAll() }
            return await group.next() ?? .failure(.closed)
        }
        return try outcome.get()
    }

    // MARK: The process

    private func askOnce<Message: WyomingMessage, Answer: WyomingMessage>(
        _ message: Message, within seconds: Double
    ) async throws(SpeechError) -> Answer {
        let client = try await client()
        do throws(WyomingError) {
            let answer: Answer = try await within(seconds) { () async throws(WyomingError) in
                try await client.ask(message, for: Answer.self)
            }
            succeeded()
            return answer
        } catch {
            throw await failed(error, client, seconds)
        }
    }

    /// Makes an error of what went wrong with a client, and ends its process where that is to blame.
    func failed(_ error: WyomingError, _ client: WyomingClient, _ seconds: Double) async -> SpeechError {
        if case .refused(let code, let text) = error {
            return .refused(engine: name, code: code ?? "", message: text)
        }
        let reason = error == .closed ? await reason(of: client) : ""
        await fault(of: client)
        return switch error {
        case .closed: .ended(engine: name, reason: reason)
        case .late: .slow(engine: name, seconds: seconds)
        default: .garbled(engine: name, detail: error.description)
        }
    }

    private func current() async -> Running? {
        guard let starting, case .success(let running) = await starting.value else { return nil }
        return running
    }

    private func running() async throws(SpeechError) -> Running {
        if let starting { return try await starting.value.get() }
        guard faults < Self.mostFaults else { throw .givenUp(engine: name) }
        starts += 1
        let number = starts
        let task = Task { await self.start(number) }
        starting = task
        let outcome = await task.value
        if case .failure = outcome, starts == number {
            starting = nil
            faults += 1
        }
        return try outcome.get()
    }

    private func start(_ number: Int) async -> Result<Running, SpeechError> {
        let process = PipedProcess()
        await process.start(program)
        let client = WyomingClient { bytes in try await process.write(bytes) }
        let running = Running(process: process, client: client, number: number)
        Task {
            try? await client.run(process.output)
            await process.kill()
            self.ended(number)
        }
        do throws(WyomingError) {
            let searches = known.values.sorted { $0.name < $1.name }
            description = try await within(Self.startSeconds) { () async throws(WyomingError) in
                let info = try await client.ask(DescribeMessage(), for: InfoMessage.self)
                if !searches.isEmpty {
                    _ = try await client.ask(PrepareMessage(searches: searches), for: PreparedMessage.self)
                }
                return info
            }
            return .success(running)
        } catch {
            await process.kill()
            let reason = await process.reason()
            return .failure(
                error == .late
                    ? .slow(engine: name, seconds: Self.startSeconds) : .ended(engine: name, reason: reason))
        }
    }

    /// A process that ended by itself is started again by the next question.
    private func ended(_ number: Int) {
        if number == starts { starting = nil }
    }
}

extension SpeechError {
    /// Whether a new process may do better.
    var isOfProcess: Bool {
        switch self {
        case .ended, .slow, .garbled: true
        case .missing, .refused, .givenUp, .noDevice, .file: false
        }
    }
}
