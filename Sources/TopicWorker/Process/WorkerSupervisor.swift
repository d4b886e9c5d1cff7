internal import Diagnostics
internal import TopicKit

/// Keeps one worker's process: starts it when it is needed, asks it one question at a time, ends it when it misbehaves,
/// lets it rest before it is started again, and gives it up after too many faults in a row.
actor WorkerSupervisor {
    /// What became of a question.
    enum Answer: Sendable {
        case reply(Reply)
        /// The worker made a fault on this question.
        case failed
        /// The worker was not asked, because it rests, is still starting, is busy for others, or is given up.
        case unavailable
        /// The person no longer waits.
        case cancelled
    }

    /// Makes a reply of what the worker wrote.
    typealias Reading = @Sendable (WireReply) throws(ReplyProblem) -> Reply

    /// The faults in a row after which a worker is not started again.
    static let mostFaults = 5
    /// How long a worker may take to greet and describe itself.
    private static let startDeadline: Duration = .seconds(5)
    private static let firstRest: Duration = .milliseconds(100)
    private static let longestRest: Duration = .seconds(30)

    private struct Job {
        let id: Int
        let question: TopicRequest
        let read: Reading
        let continuation: CheckedContinuation<Answer, Never>
    }

    private let settings: WorkerSettings
    private let policy: WorkerPolicy
    private let host: WorkerHost
    private let clock: any Clock<Duration>
    private let log: WorkerLog

    /// Ids are never used twice, by no process of the worker: an answer that comes too late fits no later question.
    private var lastID = 0
    private var jobs: [Job] = []
    /// The id of the question that the worker is answering now.
    private var asked: Int?
    private var timers: [Int: Task<Void, Never>] = [:]
    private var isServing = false
    private var connection: WorkerConnection?
    /// How many processes were started so far.
    private var starts = 0
    /// Faults since the last good reply.
    private var faults = 0
    private var rest: Task<Void, Never>?
    private var isGivenUp = false

    init(
        _ settings: WorkerSettings, policy: WorkerPolicy, host: WorkerHost, clock: any Clock<Duration>,
        log: @escaping WorkerLog
    ) {
        (self.settings, self.policy, self.host) = (settings, policy, host)
        (self.clock, self.log) = (clock, log)
    }

    /// Puts a question to the worker, after those that came before; it is answered within the worker's deadline.
    func ask(_ question: TopicRequest, read: @escaping Reading) async -> Answer {
        guard !isGivenUp else { return .unavailable }
        let id = nextID()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                jobs.append(Job(id: id, question: question, read: read, continuation: continuation))
                timers[id] = Task { [clock, settings] in
                    try? await clock.sleep(for: settings.deadline)
                    if !Task.isCancelled { await self.expire(id) }
                }
                if Task.isCancelled { cancel(id) }
                serve()
            }
        } onCancel: {
            Task { await self.cancel(id) }
        }
    }

    /// Ends the worker's process politely; the next question starts another.
    func stop() async {
        await connection?.stop()
        connection = nil
    }

    // MARK: One question after the other

    private func serve() {
        guard !isServing else { return }
        isServing = true
        Task {
            while !jobs.isEmpty {
                guard let question = jobs.first?.question, let connection = await ready(for: question) else {
                    for job in jobs { settle(job.id, .unavailable) }
                    break
                }
                // The questions may have been given up while the worker started.
                if let job = jobs.first { await answer(job, connection) }
            }
            isServing = false
        }
    }

    private func answer(_ job: Job, _ connection: WorkerConnection) async {
        asked = job.id
        await connection.closeErrors()
        let message = WorkerInput.request(id: job.id, WireRequest(job.question), deadline: settings.deadline)
        let result = await connection.exchange(message, id: job.id)
        asked = nil
        switch result {
        case .success(.reply(_, let wire)):
            do throws(ReplyProblem) {
                let reply = try job.read(wire)
                faults = 0
                settle(job.id, .reply(reply))
            } catch {
                await connection.end(.badReply(error.text))
                settle(job.id, .failed)
            }
        case .success(.cancelled): settle(job.id, .cancelled)
        case .success:
            await connection.end(.unasked)
            settle(job.id, .failed)
        case .failure: settle(job.id, .failed)
        }
        timers.removeValue(forKey: job.id)?.cancel()
    }

    /// The person has waited long enough: a worker that was asked has made a fault, one that was not asked has not.
    private func expire(_ id: Int) async {
        guard asked == id else { return settle(id, .unavailable) }
        await connection?.end(.late)
    }

    /// The person no longer waits; a worker that was asked is told so, and must still answer within its deadline.
    private func cancel(_ id: Int) {
        guard let index = jobs.firstIndex(where: { $0.id == id }) else { return }
        guard asked == id, let connection else { return settle(id, .cancelled) }
        jobs.remove(at: index).continuation.resume(returning: .cancelled)
        Task { await connection.send(.cancel(id: id)) }
    }

    private func settle(_ id: Int, _ answer: Answer) {
        guard let index = jobs.firstIndex(where: { $0.id == id }) else { return }
        jobs.remove(at: index).continuation.resume(returning: answer)
        timers.removeValue(forKey: id)?.cancel()
    }

    private func nextID() -> Int {
        lastID += 1
        return lastID
    }
}

// The process: how it is started, what it must say of itself, and what a fault costs it.
extension WorkerSupervisor {
    /// A process that has greeted and described itself, or nil where there is none to be had now.
    private func ready(for question: TopicRequest) async -> WorkerConnection? {
        if let connection { return connection }
        if let rest {
            // A short rest is waited for; during a long one the person is told at once.
            guard restLength <= settings.deadline / 2 else { return nil }
            await rest.value
        }
        return isGivenUp ? nil : await start(question)
    }

    private func start(_ question: TopicRequest) async -> WorkerConnection? {
        starts += 1
        let number = starts
        let command = await host.command(
            for: settings,
            hasNetwork: settings.manifest.permissions.contains(.network) && policy.allowed.contains(.network),
            allowsUnconfined: policy.allowsUnconfined)
        guard let command else {
            await ended(number, .unconfined)
            return nil
        }
        let connection = WorkerConnection(clock: clock, onErrorLine: errorLog) { fault in
            await self.ended(number, fault)
        }
        self.connection = connection
        await connection.start(command, in: settings.folder)
        let timer = Task { [clock] in
            try? await clock.sleep(for: Self.startDeadline)
            if !Task.isCancelled { await connection.end(.unready) }
        }
        defer { timer.cancel() }
        if let fault = await introduce(connection, question) {
            await connection.end(fault)
            return nil
        }
        return connection
    }

    /// Where the lines of standard error go that the worker writes before its first question, if the town wants them.
    private var errorLog: (@Sendable (String) -> Void)? {
        guard policy.logsOutput else { return nil }
        return { [log, topic = settings.manifest.id] line in log(.output(topic: topic, line: line)) }
    }

    /// Greets the worker and has it describe itself; returns what is wrong with either.
    private func introduce(_ connection: WorkerConnection, _ question: TopicRequest) async -> WorkerFault? {
        let (first, second) = (nextID(), nextID())
        let hello = WorkerInput.hello(id: first, locale: question.locale, town: question.profile)
        switch await connection.exchange(hello, id: first) {
        case .failure(let fault): return fault
        case .success(.hello(_, let version)) where version == WorkerProtocol.version: break
        case .success(.hello(_, let version)): return .otherProtocol(version)
        case .success: return .unasked
        }
        switch await connection.exchange(.describe(id: second), id: second) {
        case .failure(let fault): return fault
        case .success(.manifest(_, let manifest)):
            return manifest.difference(from: settings).map { .otherManifest($0) }
        case .success: return .unasked
        }
    }

    /// Counts a fault, and lets the worker rest or gives it up.
    private func ended(_ number: Int, _ fault: WorkerFault) async {
        guard number == starts else { return }
        tell(fault, of: connection)
        connection = nil
        faults += 1
        if fault.isFinal || faults >= Self.mostFaults {
            isGivenUp = true
            tell(Diagnostic(.error, "worker.given-up", ["count": String(faults)]))
            return
        }
        rest = Task { [clock, restLength] in
            try? await clock.sleep(for: restLength)
            self.endRest(number)
        }
    }

    /// How long the worker rests after the last fault: twice as long after each.
    private var restLength: Duration {
        min(Self.firstRest * (1 << min(max(faults, 1) - 1, 16)), Self.longestRest)
    }

    private func endRest(_ number: Int) {
        if number == starts { rest = nil }
    }

    private func tell(_ fault: WorkerFault, of connection: WorkerConnection?) {
        guard fault == .ended, let connection else { return tell(fault.diagnostic) }
        // How it ended is known only a moment later; nobody waits for it.
        Task {
            var diagnostic = fault.diagnostic
            diagnostic.arguments["status"] = await connection.status() ?? "?"
            self.tell(diagnostic)
        }
    }

    private func tell(_ diagnostic: Diagnostic) {
        var diagnostic = diagnostic
        diagnostic.arguments["topic"] = settings.manifest.id
        diagnostic.file = settings.place + "/" + WorkerFile.name
        log(.problem(diagnostic))
    }
}
