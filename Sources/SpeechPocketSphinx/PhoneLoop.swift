internal import SpeechSignal

/// Hears which phones were said, whatever the words, on a thread of its own beside the search for words.
actor PhoneLoop {
    /// The name of its search.
    static let search = "phones"

    private let thread = DedicatedThread(name: "phones")
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private var decoder: SphinxDecoder?

    /// Makes the decoder.
    func load(_ settings: DecoderSettings) throws(RecognitionError) { decoder = try settings.phones() }

    /// Hears one utterance to its end.
    ///
    /// - Parameters:
    ///   - sound: its samples, as they come.
    ///   - mean: the running mean to start with.
    /// - Returns: the phones, and the processor time they took; nil when there were none.
    func hear(_ sound: AsyncStream<[Int16]>, mean: [Float]) async -> (hypothesis: Hypothesis, seconds: Double)? {
        guard let decoder else { return nil }
        let start = ThreadTime.now()
        decoder.mean = mean
        guard decoder.begin(Self.search) else { return nil }
        for await samples in sound { decoder.take(samples) }
        decoder.end()
        return decoder.hypothesis().map { ($0, ThreadTime.now() - start) }
    }
}
