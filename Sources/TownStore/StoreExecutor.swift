internal import Dispatch

/// A thread of its own for an actor that blocks: SQLite waits for the disk and for other processes, and two waits on
/// Swift's shared threads would hold up every conversation of a computer with two cores.
final class StoreExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(_ label: String) { queue = DispatchQueue(label: label) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
