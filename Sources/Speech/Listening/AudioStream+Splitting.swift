extension AsyncStream where Element == AudioChunk {
    /// The same sound for two listeners, and a stream that ends when the sound does.
    func split() -> (AsyncStream<AudioChunk>, AsyncStream<AudioChunk>, AsyncStream<Void>) {
        let (one, first) = AsyncStream<AudioChunk>.makeStream()
        let (two, second) = AsyncStream<AudioChunk>.makeStream()
        let (end, ended) = AsyncStream<Void>.makeStream()
        let task = Task {
            for await chunk in self {
                first.yield(chunk)
                second.yield(chunk)
            }
            first.finish()
            second.finish()
            ended.finish()
        }
        first.onTermination = { if case .cancelled = $0 { task.cancel() } }
        return (one, two, end)
    }
}
