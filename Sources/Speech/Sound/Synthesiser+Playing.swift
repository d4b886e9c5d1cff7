extension Synthesiser {
    /// Says a text into a loudspeaker or a file, to its end.
    ///
    /// - Parameters:
    ///   - request: what to say, and how.
    ///   - sink: where the sound goes.
    /// - Throws: ``SpeechError`` of the voice or of the device. A task that is cancelled falls silent.
    public func say(_ request: SpeechRequest, into sink: any AudioSink) async throws(SpeechError) {
        var failure: SpeechError?
        do {
            for try await event in speak(request) {
                guard !Task.isCancelled else { break }
                switch event {
                case .format(let format): try await sink.open(format)
                case .audio(let samples): try await sink.play(samples)
                case .mark, .end: break
                }
            }
        } catch {
            failure = error as? SpeechError ?? .ended(engine: "voice", reason: "")
        }
        if let failure { throw failure }
        guard !Task.isCancelled else {
            _ = await sink.stop()
            return
        }
        try await sink.finish()
    }
}
