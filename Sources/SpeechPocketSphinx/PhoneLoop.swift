internal import Foundation
internal import SpeechSignal

/// Hears which phones were said, whatever the words, on a thread of its own, and writes down how well each sound fits each frame.
actor PhoneLoop {
    /// What it made of an utterance.
    struct Heard: Sendable {
        /// The phones; nil when there were none.
        let phones: Hypothesis?
        /// The file of the scores of all sounds, frame by frame; whoever takes it removes it.
        let scores: URL?
        /// The processor time that it took, in seconds.
        let seconds: Double
    }

    /// The name of its search.
    static let search = "phones"
    /// The library ends its file of scores this many frames before the end of the sound: so much is added.
    private static let cut = 6

    private let thread = DedicatedThread(name: "phones")
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private var decoder: SphinxDecoder?
    private var folder: URL?
    private var rate = 8_000

    /// Makes the decoder.
    func load(_ settings: DecoderSettings) throws(RecognitionError) {
        decoder = try settings.phones()
        (folder, rate) = (settings.scores, settings.rate)
    }

    /// Hears one utterance to its end.
    ///
    /// - Parameters:
    ///   - sound: its samples, as they come.
    ///   - mean: the mean to take out of it; nil to go on with the last.
    /// - Returns: what it made of it.
    func hear(_ sound: AsyncStream<[Int16]>, mean: [Float]?) async -> Heard {
        let start = ThreadTime.now()
        removeScores()
        if let mean { decoder?.setMean(mean) }
        guard let decoder, decoder.begin(Self.search) else { return Heard(phones: nil, scores: nil, seconds: 0) }
        for await samples in sound { decoder.take(samples) }
        var noise = WhiteNoise(sigma: LevelSetter.floor)
        decoder.take(noise.add(to: repeatElement(0, count: Self.cut * rate / 100)))
        decoder.end()
        return Heard(phones: decoder.hypothesis(), scores: files.first, seconds: ThreadTime.now() - start)
    }

    private var files: [URL] {
        folder.flatMap { try? FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil) } ?? []
    }

    private func removeScores() { for file in files { try? FileManager.default.removeItem(at: file) } }
}
