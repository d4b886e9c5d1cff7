internal import Dispatch
internal import Foundation
internal import Synchronization

/// A thread of its own for an actor whose work is blocking calls of a C library.
///
/// Two blocked threads of Swift's pool would freeze a kiosk of two cores; and a library with state of its own (espeak-ng, a
/// decoder of pocketsphinx) sees one thread only, always the same. An actor that returns it as its executor runs on it.
public final class DedicatedThread: SerialExecutor {
    private let jobs = Jobs()

    /// Starts the thread; it ends with this object.
    ///
    /// - Parameter name: what a debugger calls it.
    public init(name: String) {
        let thread = Thread { [jobs] in jobs.runAll() }
        thread.name = name
        // Making a search of a large grammar recurses in C.
        thread.stackSize = 8 << 20
        thread.start()
    }

    deinit { jobs.close() }

    /// Runs a job after those before.
    public func enqueue(_ job: consuming ExecutorJob) {
        jobs.add(UnownedJob(job), asUnownedSerialExecutor())
    }
}

/// Jobs that wait for their thread.
private final class Jobs: Sendable {
    private struct State {
        var waiting: [(job: UnownedJob, executor: UnownedSerialExecutor)] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let news = DispatchSemaphore(value: 0)

    func add(_ job: UnownedJob, _ executor: UnownedSerialExecutor) {
        state.withLock { $0.waiting.append((job, executor)) }
        news.signal()
    }

    func close() {
        state.withLock { $0.isClosed = true }
        news.signal()
    }

    func runAll() {
        while true {
            news.wait()
            let next = state.withLock { state in state.waiting.isEmpty ? nil : state.waiting.removeFirst() }
            if let next {
                next.job.runSynchronously(on: next.executor)
            } else if state.withLock({ $0.isClosed }) {
                return
            }
        }
    }
}
