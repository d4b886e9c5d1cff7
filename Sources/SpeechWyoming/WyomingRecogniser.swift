public import Speech
internal import Wyoming

/// A recogniser that listens on a port: faster-whisper, Vosk, or whatever else speaks Wyoming.
///
/// It hears any words: searches are nothing to it. Each utterance has a connection of its own, so that one that is dropped
/// leaves nothing behind.
public struct WyomingRecogniser: Recogniser {
    /// How long a transcript may take after the end of an utterance, in seconds.
    public static let patience = 20.0

    /// What it is called.
    public let name: String
    /// It hears any words.
    public let followsSearches = false

    private let address: ServiceAddress
    private let language: String

    /// A recogniser at an address.
    ///
    /// - Parameters:
    ///   - address: where it listens.
    ///   - language: the language that is spoken.
    ///   - name: what it is called.
    public init(_ address: ServiceAddress, language: String = "fr", name: String = "wyoming") {
        (self.address, self.language, self.name) = (address, language, name)
    }

    /// What the service says of itself.
    ///
    /// - Throws: ``Speech/SpeechError`` when nobody listens there.
    public func describe() async throws(SpeechError) -> [String] {
        do throws(WyomingError) {
            return try await WyomingConnection.with(address) { client throws(WyomingError) in
                let info = try await client.ask(DescribeMessage(), for: InfoMessage.self)
                return (info.asr ?? []).map(\.name)
            }
        } catch {
            throw SpeechError(error, engine: name, seconds: 0)
        }
    }

    /// Nothing: it hears any words.
    public func prepare(_ searches: [RecognitionSearch]) async throws(SpeechError) {}

    /// Hears one utterance, sent while it comes in.
    public func recognise(_ audio: AsyncStream<AudioChunk>, search: String) async throws(SpeechError) -> Recognition {
        let clock = ContinuousClock()
        let language = language
        do throws(WyomingError) {
            return try await WyomingConnection.with(address) { client throws(WyomingError) in
                let answers = await client.events {
                    $0.type == TranscriptMessage.type || $0.type == ErrorMessage.type
                }
                try await client.send(TranscribeMessage(language: language))
                let seconds = try await Self.send(audio, to: client)
                let ended = clock.now
                for await event in answers {
                    if let error = try event.message(ErrorMessage.self) {
                        throw .refused(code: error.code, text: error.text)
                    }
                    guard let transcript = try event.message(TranscriptMessage.self) else { continue }
                    var heard = Recognition(transcript.text.trimmed)
                    heard.secondsAudio = seconds
                    heard.secondsCPU = ended.duration(to: clock.now).seconds
                    heard.engine = name
                    return heard
                }
                throw .closed
            }
        } catch {
            throw SpeechError(error, engine: name, seconds: Self.patience)
        }
    }

    private static func send(_ audio: AsyncStream<AudioChunk>, to client: WyomingClient) async throws(WyomingError)
        -> Double
    {
        // faster-whisper takes 16 000 samples a second.
        var resampler = Resampler(from: 16_000, to: 16_000)
        var count = 0
        try await client.send(AudioStartMessage(rate: 16_000))
        for await chunk in audio {
            if chunk.rate != resampler.from { resampler = Resampler(from: chunk.rate, to: 16_000) }
            let samples = resampler.resample(chunk.samples)
            count += samples.count
            if !samples.isEmpty { try await client.send(.audio(samples, rate: 16_000)) }
        }
        try await client.send(AudioStopMessage())
        return Double(count) / 16_000
    }
}

extension Recognition {
    fileprivate init(_ text: String) { self.init(text: text, confidence: text.isEmpty ? 0 : 0.8) }
}

extension String {
    fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension SpeechError {
    /// What went wrong with a service.
    init(_ error: WyomingError, engine: String, seconds: Double) {
        self =
            switch error {
            case .refused(let code, let text): .refused(engine: engine, code: code ?? "", message: text)
            case .closed: .ended(engine: engine, reason: "closed")
            case .late: .slow(engine: engine, seconds: seconds)
            case .malformedHeader, .wrongLength, .wrongData: .garbled(engine: engine, detail: error.description)
            }
    }
}
