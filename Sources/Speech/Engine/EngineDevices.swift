internal import Wyoming

/// The microphone of `parvis-speech`.
public struct EngineMicrophone: AudioSource {
    private let engine: SpeechEngine
    private let device: String?
    private let clock: any Clock<Duration>

    /// A microphone.
    ///
    /// - Parameters:
    ///   - engine: the program that opens it.
    ///   - device: its name for ALSA; the usual one when nil.
    ///   - clock: what times a new try.
    public init(_ engine: SpeechEngine, device: String? = nil, clock: any Clock<Duration> = ContinuousClock()) {
        (self.engine, self.device, self.clock) = (engine, device, clock)
    }

    /// The sound, what Parvis plays taken out of it; an engine that ends is a device that was lost and comes back.
    public func listen() -> AsyncThrowingStream<AudioNews, any Error> {
        let (stream, continuation) = AsyncThrowingStream<AudioNews, any Error>.makeStream(
            bufferingPolicy: .bufferingNewest(500))
        let task = Task {
            var name = device ?? "default"
            var isLost = false
            while !Task.isCancelled {
                do throws(SpeechError) {
                    try await capture { news in
                        if case .lost(let lost) = news { (name, isLost) = (lost, true) }
                        if case .chunk = news, isLost {
                            isLost = false
                            continuation.yield(.returned(name))
                        }
                        if case .returned = news { isLost = false }
                        continuation.yield(news)
                    }
                } catch {
                    guard error.isOfProcess || error.isOfDevice else { return continuation.finish(throwing: error) }
                    if !isLost { continuation.yield(.lost(name)) }
                    isLost = true
                    try? await clock.sleep(for: .seconds(1))
                }
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in
            task.cancel()
            Task { try? await (try? engine.client())?.send(CaptureStopMessage()) }
        }
        return stream
    }

    private func capture(_ tell: (AudioNews) -> Void) async throws(SpeechError) {
        let client = try await engine.client()
        do throws(WyomingError) {
            let events = await client.events {
                $0.type == DeviceMessage.type || $0.type == ErrorMessage.type || $0.audioStream == .microphone
            }
            try await client.send(CaptureMessage(device: device, rate: 16_000, echoOfPlayback: true))
            var rate = 16_000
            for await event in events {
                if let error = try event.message(ErrorMessage.self), error.concerns(CaptureMessage.type) {
                    throw .refused(code: error.code, text: error.text)
                }
                if let start = try event.message(AudioStartMessage.self) {
                    rate = start.rate
                } else if let samples = event.samples {
                    tell(.chunk(AudioChunk(samples: samples, rate: rate)))
                } else if let news = try event.message(DeviceMessage.self), news.kind == .capture {
                    tell(news.state == .lost ? .lost(news.device) : .returned(news.device))
                } else if event.type == AudioStopMessage.type {
                    return
                }
            }
            throw .closed
        } catch {
            throw await engine.failed(error, client, 0)
        }
    }
}

/// The loudspeaker of `parvis-speech`.
public actor EngineLoudspeaker: AudioSink {
    /// How much sound is given ahead of what is heard, in seconds: a stop must be heard at once.
    private static let ahead = 0.15
    /// How long the last sounds may take beyond their own length, in seconds.
    private static let patience = 5.0

    private let engine: SpeechEngine
    private let device: String?
    private let clock = ContinuousClock()
    private var format = AudioFormat(rate: 22_050)
    private var began: ContinuousClock.Instant?
    private var sent = 0

    /// A loudspeaker.
    ///
    /// - Parameters:
    ///   - engine: the program that opens it.
    ///   - device: its name for ALSA; the usual one when nil.
    public init(_ engine: SpeechEngine, device: String? = nil) { (self.engine, self.device) = (engine, device) }

    /// Gets ready.
    public func open(_ format: AudioFormat) async throws(SpeechError) {
        self.format = format
        (began, sent) = (nil, 0)
    }

    /// Plays samples; returns when less than 150 ms of them are still to be heard.
    public func play(_ samples: [Int16]) async throws(SpeechError) {
        let client = try await engine.client()
        do throws(WyomingError) {
            if began == nil {
                try await client.send(PlayMessage(device: device))
                try await client.send(AudioStartMessage(rate: format.rate, stream: .loudspeaker))
                began = clock.now
            }
            try await client.send(.audio(samples, rate: format.rate, stream: .loudspeaker))
        } catch {
            throw await engine.failed(error, client, 0)
        }
        sent += samples.count
        let lead = Double(sent) / Double(max(format.rate, 1)) - elapsed() - Self.ahead
        if lead > 0 { try? await clock.sleep(for: .seconds(lead)) }
    }

    /// Waits until everything was heard.
    public func finish() async throws(SpeechError) {
        guard began != nil else { return }
        began = nil
        let client = try await engine.client()
        let seconds = Self.patience + 1
        do throws(WyomingError) {
            let played = await client.events { $0.type == PlayedMessage.type || $0.type == ErrorMessage.type }
            try await client.send(AudioStopMessage(stream: .loudspeaker))
            // A closure that gives nothing crashes the compiler here (Swift 6.3.1).
            _ = try await engine.within(seconds) { () async throws(WyomingError) -> Bool in
                for await event in played {
                    if event.type == PlayedMessage.type { return true }
                    if let error = try event.message(ErrorMessage.self), error.concerns(PlayMessage.type) {
                        throw .refused(code: error.code, text: error.text)
                    }
                }
                throw .closed
            }
        } catch {
            throw await engine.failed(error, client, seconds)
        }
    }

    /// Falls silent.
    public func stop() async -> Int {
        guard began != nil else { return sent }
        let heard = min(sent, Int(elapsed() * Double(format.rate)))
        began = nil
        try? await (try? engine.client())?.send(StopMessage())
        return heard
    }

    private func elapsed() -> Double {
        guard let began else { return 0 }
        let passed = began.duration(to: clock.now).components
        return Double(passed.seconds) + Double(passed.attoseconds) / 1e18
    }
}

extension SpeechError {
    /// Whether a device is to blame, which may come back.
    var isOfDevice: Bool {
        switch self {
        case .noDevice: true
        case .refused(_, let code, _): code.contains("device")
        default: false
        }
    }
}
