internal import Wyoming

/// The voice of `parvis-speech`: espeak-ng.
public struct EngineVoice: Synthesiser {
    /// How long the engine may be silent before the next piece of sound, in seconds.
    private static let patience = 3.0

    private let engine: SpeechEngine

    /// A voice of an engine.
    public init(_ engine: SpeechEngine) { self.engine = engine }

    /// Says a text; where the engine ends before the first sound, a new one says it.
    public func speak(_ request: SpeechRequest) -> AsyncThrowingStream<SynthesisEvent, any Error> {
        let (stream, continuation) = AsyncThrowingStream<SynthesisEvent, any Error>.makeStream()
        let task = Task {
            do throws(SpeechError) {
                try await speak(request, continuation, mayRepeat: true)
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { reason in
            guard case .cancelled = reason else { return }
            task.cancel()
            Task { await stop() }
        }
        return stream
    }

    /// Ends what is being said.
    public func stop() async { try? await (try? engine.client())?.send(StopMessage()) }

    private func speak(
        _ request: SpeechRequest, _ continuation: AsyncThrowingStream<SynthesisEvent, any Error>.Continuation,
        mayRepeat: Bool
    ) async throws(SpeechError) {
        let client = try await engine.client()
        var hasBegun = false
        do throws(WyomingError) {
            let events = await client.events {
                $0.type == MarkMessage.type || $0.type == ErrorMessage.type || $0.audioStream == .synthesis
            }
            try await client.send(SynthesizeMessage(request))
            var rate: Int?
            for await event in events {
                if let error = try event.message(ErrorMessage.self), error.concerns(SynthesizeMessage.type) {
                    throw .refused(code: error.code, text: error.text)
                }
                if let start = try event.message(AudioStartMessage.self) {
                    rate = start.rate
                    continuation.yield(.format(AudioFormat(rate: start.rate)))
                    continue
                }
                // What comes before is the rest of what was stopped just now.
                guard rate != nil else { continue }
                if let mark = try event.message(MarkMessage.self) {
                    continuation.yield(.mark(WordMark(offset: mark.offset, length: mark.length, sample: mark.sample)))
                } else if let samples = event.samples {
                    hasBegun = true
                    continuation.yield(.audio(samples))
                } else if event.type == AudioStopMessage.type {
                    continuation.yield(.end)
                    await engine.succeeded()
                    return
                }
            }
            throw .closed
        } catch {
            guard !Task.isCancelled else { return }
            let failure = await engine.failed(error, client, Self.patience)
            guard mayRepeat, !hasBegun, failure.isOfProcess else { throw failure }
            try await speak(request, continuation, mayRepeat: false)
        }
    }
}

extension SynthesizeMessage {
    /// What `parvis-speech` is told of a request.
    fileprivate init(_ request: SpeechRequest) {
        self.init(
            text: request.text, voice: Voice(name: request.voice, language: request.language),
            parvis: Options(
                wordsPerMinute: Double(request.wordsPerMinute), volumeDb: request.volume, pauseMs: request.pause,
                pronunciations: request.pronunciations, marks: true))
    }
}
