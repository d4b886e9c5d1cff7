internal import FoundationEssentials
internal import Subprocess
internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// One process of a worker, from its start to its end: lines in, lines out, one exchange at a time.
///
/// The process runs within one call of Subprocess's `run`, in a task of its own; reading and writing wait on `epoll`,
/// never on a thread. Whatever goes wrong ends the process: there is no state of it that anybody would want to keep.
actor WorkerConnection {
    /// How long a process may take to end by itself once it is told to.
    private static let grace: Duration = .milliseconds(500)
    /// How long the end of its output may come before its own end.
    private static let closing: Duration = .milliseconds(50)
    /// The most bytes on standard error between two replies.
    private static let mostErrorBytes = 16 << 20
    /// The longest line of standard error that goes to a log.
    private static let longestErrorLine = 500

    /// Why it ended, and whether that was asked for.
    enum End: Sendable, Equatable {
        case fault(WorkerFault)
        case stopped
    }

    private typealias Waiting = CheckedContinuation<Result<WorkerOutput, WorkerFault>, Never>

    private let clock: any Clock<Duration>
    private let onEnd: @Sendable (WorkerFault) async -> Void
    private let onErrorLine: (@Sendable (String) -> Void)?

    private let (outgoing, writing) = AsyncStream<[UInt8]>.makeStream()
    private let (endings, ending) = AsyncStream<Duration>.makeStream()
    private var waiting: (id: Int, continuation: Waiting)?
    private var end: End?
    private var errorBytes = 0
    private var errorLines: LineSplitter?
    private var runner: Task<TerminationStatus?, Never>?

    /// A process that is not yet started.
    ///
    /// - Parameters:
    ///   - clock: what times the end.
    ///   - onErrorLine: gets the lines of standard error until ``closeErrors()``; nil where nobody may read them.
    ///   - onEnd: gets the fault that ended it, before anybody who waits for a reply.
    init(
        clock: any Clock<Duration>, onErrorLine: (@Sendable (String) -> Void)?,
        onEnd: @escaping @Sendable (WorkerFault) async -> Void
    ) {
        (self.clock, self.onErrorLine, self.onEnd) = (clock, onErrorLine, onEnd)
        errorLines = onErrorLine == nil ? nil : LineSplitter(limit: Self.longestErrorLine)
    }

    /// Whether it can still be asked.
    var isAlive: Bool { end == nil && runner != nil }

    /// Starts the process.
    ///
    /// - Parameters:
    ///   - command: the program and its arguments.
    ///   - folder: where it runs.
    func start(_ command: [String], in folder: String) {
        // A worker that no longer reads must be an error of the write, not the end of Parvis.
        signal(SIGPIPE, SIG_IGN)
        runner = Task { await self.run(command, in: folder) }
    }

    /// Sends a message and waits for what answers it.
    func exchange(_ message: WorkerInput, id: Int) async -> Result<WorkerOutput, WorkerFault> {
        if case .fault(let fault)? = end { return .failure(fault) }
        guard end == nil, waiting == nil, let line = Self.line(message) else { return .failure(.unasked) }
        return await withCheckedContinuation { continuation in
            waiting = (id, continuation)
            writing.yield(line)
        }
    }

    /// Sends a message that nothing answers.
    func send(_ message: WorkerInput) {
        if let line = Self.line(message) { writing.yield(line) }
    }

    /// From here on the worker knows what citizens say: its standard error is counted and not read.
    func closeErrors() { errorLines = nil }

    /// Ends the process because of a fault.
    func end(_ fault: WorkerFault) async { await finish(.fault(fault), after: fault == .ended ? Self.closing : .zero) }

    /// Asks the process to end, and ends it where it does not.
    func stop() async {
        send(.shutdown)
        await finish(.stopped, after: Self.grace)
        _ = await runner?.value
    }

    /// How the process ended, once it has: `1`, the status that it gave, or `signal 9`, what ended it.
    func status() async -> String? {
        switch await runner?.value {
        case .exited(let code)?: String(code)
        case .signaled(let signal)?: "signal " + String(signal)
        case nil: nil
        }
    }

    // MARK: The process

    private func run(_ command: [String], in folder: String) async -> TerminationStatus? {
        let home = FileManager.default.temporaryDirectory.appending(path: "parvis-worker-" + UUID().uuidString)
        try? FileManager.default.createDirectory(
            at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: home) }
        var options = PlatformOptions()
        // A session of its own is a process group of its own, and no terminal: it is ended whole, and Ctrl-C is not for it.
        options.createSession = true
        do {
            let result = try await Subprocess.run(
                .path(FilePath(command[0])), arguments: Arguments(Array(command.dropFirst())),
                environment: .custom(["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": home.path]),
                workingDirectory: FilePath(folder), platformOptions: options, input: .inputWriter, output: .sequence,
                error: .sequence
            ) { execution in await self.serve(execution) }
            return result.terminationStatus
        } catch {
            await end(.unstartable)
            return nil
        }
    }

    private func serve(_ execution: Execution<CustomWriteInput, SequenceOutput, SequenceOutput>) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.write(to: execution.standardInputWriter) }
            group.addTask { await self.read(execution.standardOutput) }
            group.addTask { await self.readErrors(execution.standardError) }
            var endings = endings.makeAsyncIterator()
            if let patience = await endings.next(), patience > .zero {
                group.addTask { [clock, ending] in
                    try? await clock.sleep(for: patience)
                    ending.yield(.zero)
                }
                _ = await endings.next()
            }
            try? execution.send(signal: .kill, toProcessGroup: true)
            group.cancelAll()
        }
    }

    private func write(to writer: StandardInputWriter) async {
        for await line in outgoing {
            guard let count = try? await writer.write(line), count == line.count else {
                await end(.closedInput)
                return
            }
        }
        try? await writer.finish()
    }

    private func read(_ output: SubprocessOutputSequence) async {
        var splitter = LineSplitter(limit: WorkerProtocol.longestLine)
        do {
            for try await buffer in output {
                guard let lines = buffer.withUnsafeBytes({ splitter.lines(in: $0) }) else {
                    await end(.longLine)
                    return
                }
                for line in lines where await !received(line) { return }
            }
        } catch {}
        await end(.ended)
        // Whoever waits for a polite end need not wait longer.
        if end == .stopped { ending.yield(.zero) }
    }

    private func readErrors(_ errors: SubprocessOutputSequence) async {
        do {
            for try await buffer in errors where await !receivedErrors(buffer) { return }
        } catch {}
    }

    // MARK: What comes

    /// Takes a line of output; false once no more is wanted.
    private func received(_ line: [UInt8]) async -> Bool {
        guard end == nil else { return false }
        guard let output = try? JSONDecoder().decode(WorkerOutput.self, from: Data(line)) else {
            await end(.garbage)
            return false
        }
        guard let (id, continuation) = waiting, id == output.id else {
            await end(.unasked)
            return false
        }
        waiting = nil
        errorBytes = 0
        continuation.resume(returning: .success(output))
        return true
    }

    /// Takes a piece of standard error; false once it is more than anybody could read.
    private func receivedErrors(_ buffer: SubprocessOutputSequence.Buffer) async -> Bool {
        errorBytes += buffer.count
        if let lines = buffer.withUnsafeBytes({ errorLines?.lines(in: $0) }) {
            for line in lines { onErrorLine?(String(decoding: line, as: UTF8.self)) }
        } else {
            errorLines = nil
        }
        guard errorBytes > Self.mostErrorBytes else { return true }
        await end(.flood)
        return false
    }

    private func finish(_ end: End, after patience: Duration) async {
        guard self.end == nil else { return }
        self.end = end
        writing.finish()
        ending.yield(patience)
        let waiting = waiting
        self.waiting = nil
        if case .fault(let fault) = end {
            await onEnd(fault)
            waiting?.continuation.resume(returning: .failure(fault))
        } else {
            waiting?.continuation.resume(returning: .failure(.ended))
        }
    }

    private static func line(_ message: WorkerInput) -> [UInt8]? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(message)).map { [UInt8]($0) + [0x0a] }
    }
}
