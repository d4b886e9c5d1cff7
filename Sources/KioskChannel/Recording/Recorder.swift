public import Speech

/// Records one utterance at a time from a source of sound.
public actor Recorder {
    private static let rate = 16_000
    private let source: any AudioSource
    private var iterator: AsyncThrowingStream<AudioNews, any Error>.AsyncIterator?
    private var floor = NoiseFloor()

    /// A recorder of a source.
    public init(_ source: any AudioSource) { self.source = source }

    /// Waits for somebody to speak and to end.
    ///
    /// - Returns: the utterance with a little of the silence around it; nil when nobody spoke within ten seconds, or the source
    ///   ended.
    /// - Throws: ``Speech/SpeechError`` when there is no sound at all.
    public func record() async throws(SpeechError) -> AudioChunk? {
        var endpointer = Endpointer(floor: floor)
        var resampler = Resampler(from: Self.rate, to: Self.rate)
        var cutter = FrameCutter(size: Endpointer.frame)
        var samples: [Int16] = []
        var start: Int?
        defer { floor = endpointer.floor }
        while !endpointer.isOver {
            guard let chunk = try await next() else {
                let events = endpointer.finish()
                if case .ended? = events.first { break }
                return nil
            }
            if chunk.rate != resampler.from { resampler = Resampler(from: chunk.rate, to: Self.rate) }
            for frame in cutter.cut(resampler.resample(chunk.samples)) {
                samples += frame
                for event in endpointer.take(frame) {
                    if case .began(let time) = event { start = Int(time * Double(Self.rate)) }
                }
            }
        }
        return start.map { AudioChunk(samples: Array(samples.dropFirst(min($0, samples.count))), rate: Self.rate) }
    }

    private func next() async throws(SpeechError) -> AudioChunk? {
        do {
            var current = iterator ?? source.listen().makeAsyncIterator()
            while let news = try await current.next(isolation: self) {
                iterator = current
                if case .chunk(let chunk) = news { return chunk }
            }
            iterator = current
            return nil
        } catch let error as SpeechError {
            throw error
        } catch {
            return nil
        }
    }
}
