internal import Dispatch
internal import Synchronization

extension Range<Int> {
    /// The result of some work for each number, in order; as much at once as there are processors.
    func concurrentMap<Result: Sendable>(_ work: @Sendable (Int) -> Result) -> [Result] {
        let results = Mutex<[Int: Result]>([:])
        DispatchQueue.concurrentPerform(iterations: count) { offset in
            let result = work(lowerBound + offset)
            results.withLock { $0[offset] = result }
        }
        return results.withLock { results in (0..<count).compactMap { results[$0] } }
    }
}
