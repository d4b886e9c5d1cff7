public import Speech
internal import Wyoming

/// A voice that listens on a port: Piper, or whatever else speaks Wyoming.
///
/// Such voices know no rate, no loudness and no marks: the sound is made louder here, and a sentence counts as one word.
public struct WyomingVoice: Synthesiser {
    private let address: ServiceAddress
    private let name: String

    /// A voice at an address.
    public init(_ address: ServiceAddress, name: String = "wyoming") { (self.address, self.name) = (address, name) }

    /// Says a text.
    public func speak(_ request: SpeechRequest) -> AsyncThrowingStream<SynthesisEvent, any Error> {
        let (stream, continuation) = AsyncThrowingStream<SynthesisEvent, any Error>.makeStream()
        let (address, name) = (address, name)
        let task = Task {
            do throws(WyomingError) {
                // A closure that gives nothing crashes the compiler here (Swift 6.3.1).
                _ = try await WyomingConnection.with(address) { client async throws(WyomingError) -> Bool in
                    try await Self.say(request, client, continuation)
                    return true
                }
                continuation.finish()
            } catch {
                continuation.finish(throwing: SpeechError(error, engine: name, seconds: 0))
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    /// Nothing: whoever stops reading the sound closes the connection.
    public func stop() async {}

    private static func say(
        _ request: SpeechRequest, _ client: WyomingClient,
        _ continuation: AsyncThrowingStream<SynthesisEvent, any Error>.Continuation
    ) async throws(WyomingError) {
        let events = await client.events { _ in true }
        try await client.send(
            SynthesizeMessage(
                text: request.text, voice: .init(name: request.voice, language: request.language)))
        let gain = Level.ratio(request.volume)
        for await event in events {
            if let error = try event.message(ErrorMessage.self) { throw .refused(code: error.code, text: error.text) }
            if let start = try event.message(AudioStartMessage.self) {
                continuation.yield(.format(AudioFormat(rate: start.rate)))
                continuation.yield(
                    .mark(WordMark(offset: 0, length: request.text.unicodeScalars.count, sample: 0)))
            } else if let samples = event.samples {
                continuation.yield(
                    .audio(gain == 1 ? samples : samples.map { Int16(clamping: Int(Double($0) * gain)) }))
            } else if event.type == AudioStopMessage.type {
                continuation.yield(.end)
                return
            }
        }
        throw .closed
    }
}
