internal import Assistant
internal import Foundation
internal import Language
internal import Speech
internal import Wyoming

/// One caller of the service: what came so far, and what is answered.
actor WyomingCaller {
    /// The longest utterance that is taken, in seconds of sound (rule K10).
    private static let longest = 40.0

    private let service: WyomingService
    private let send: @Sendable (WyomingEvent) async throws -> Void
    /// The conversation of a caller that names none: that of its connection.
    private let own = UUID().uuidString

    private var isPipeline = false
    private var audio: AsyncStream<AudioChunk>.Continuation?
    private var hearing: Task<Result<Heard, SpeechError>, Never>?
    private var seconds = 0.0

    init(_ service: WyomingService, send: @escaping @Sendable (WyomingEvent) async throws -> Void) {
        (self.service, self.send) = (service, send)
    }

    /// Takes an event; one that is not known is passed over, as the protocol has it.
    func take(_ event: WyomingEvent) async throws {
        switch event.type {
        case DescribeMessage.type: try await send(WyomingEvent(service.info))
        case PingMessage.type:
            try await send(WyomingEvent(PongMessage(text: try event.message(PingMessage.self)?.text)))
        case "run-pipeline": isPipeline = true
        case AudioStartMessage.type: begin()
        case AudioChunkMessage.type: hear(event)
        case AudioStopMessage.type: try await finish()
        case TranscriptMessage.type:
            if let text = try event.message(TranscriptMessage.self)?.text { try await handle(text, event) }
        case RecognizeMessage.type:
            if let text = try event.message(RecognizeMessage.self)?.text { try await recognize(text) }
        case SynthesizeMessage.type:
            if let message = try event.message(SynthesizeMessage.self) { try await speak(message.text) }
        default: break
        }
    }

    /// The connection ended.
    func end() {
        audio?.finish()
        hearing?.cancel()
    }

    // MARK: Sound in

    private func begin() {
        end()
        guard let ears = service.ears else { return }
        let (stream, continuation) = AsyncStream<AudioChunk>.makeStream()
        (audio, seconds) = (continuation, 0)
        hearing = Task {
            do throws(SpeechError) {
                return .success(try await ears.hear(stream, expecting: Expectation(.question)))
            } catch {
                return .failure(error)
            }
        }
    }

    private func hear(_ event: WyomingEvent) {
        guard let chunk = try? event.message(AudioChunkMessage.self), let samples = event.samples, chunk.rate > 0,
            seconds < Self.longest
        else { return }
        seconds += Double(samples.count) / Double(chunk.rate)
        audio?.yield(AudioChunk(samples: samples, rate: chunk.rate))
    }

    private func finish() async throws {
        audio?.finish()
        guard let hearing else {
            return try await send(WyomingEvent(ErrorMessage(text: "No recogniser is installed.", code: "no-asr")))
        }
        self.hearing = nil
        switch await hearing.value {
        case .failure:
            try await send(WyomingEvent(ErrorMessage(text: "The recogniser failed.", code: "asr")))
        case .success(let heard):
            let words = heard.verdict == .rejected ? Utterance("") : heard.utterance
            try await send(WyomingEvent(TranscriptMessage(text: words.text, language: service.language)))
            guard isPipeline else { return }
            isPipeline = false
            let answer = await service.answer(words, in: own)
            try await send(WyomingEvent(HandledMessage(text: answer.text)))
            try await speak(answer.speech)
        }
    }

    // MARK: Words

    private func handle(_ text: String, _ event: WyomingEvent) async throws {
        let answer = await service.answer(Utterance(text), in: conversation(event))
        try await send(WyomingEvent(HandledMessage(text: answer.text)))
    }

    /// The conversation that Home Assistant names, so that it goes on over several connections.
    private func conversation(_ event: WyomingEvent) -> String {
        struct Context: Decodable {
            struct Inner: Decodable { var conversation_id: String? }
            var context: Inner?
        }
        let named = (try? JSONDecoder().decode(Context.self, from: event.data))?.context?.conversation_id
        return named.map { "wyoming " + $0.prefix(100) } ?? own
    }

    private func recognize(_ text: String) async throws {
        let assistant = await service.live.current()
        let meaning = assistant.understand(Utterance(text), id: "", at: service.now())
        guard let intent = meaning.intent else { return try await send(WyomingEvent(NotRecognizedMessage())) }
        let slots = meaning.slotTexts.sorted { $0.key < $1.key }.map {
            IntentMessage.Entity(name: $0.key, value: $0.value)
        }
        try await send(WyomingEvent(IntentMessage(name: intent, entities: slots)))
    }

    // MARK: Sound out

    private func speak(_ text: String) async throws {
        guard let voice = service.voice else {
            return try await send(WyomingEvent(ErrorMessage(text: "No voice is installed.", code: "no-tts")))
        }
        var rate = 22_050
        let request = SpeechRequest(
            text, language: service.language, pronunciations: await service.live.current().pronunciations)
        do {
            for try await event in voice.speak(request) {
                switch event {
                case .format(let format):
                    rate = format.rate
                    try await send(WyomingEvent(AudioStartMessage(rate: rate)))
                case .audio(let samples): try await send(.audio(samples, rate: rate))
                case .mark: break
                case .end: try await send(WyomingEvent(AudioStopMessage()))
                }
            }
        } catch is SpeechError {
            try await send(WyomingEvent(ErrorMessage(text: "The voice failed.", code: "tts")))
        }
    }
}
