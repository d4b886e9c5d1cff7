import SpeechPocketSphinx
import Wyoming

/// Hears: `transcribe`, `parvis-prepare`, `parvis-cancel`, and the sound of the stream `asr`.
final class RecognitionService: Sendable {
    /// The search for a client that names none.
    static let usualSearch = "question"
    /// Sound that may wait: a minute at 16 kHz.
    private static let most = 2_000_000

    /// The recogniser, and what loading it came to.
    let recogniser: Task<Result<SphinxRecogniser, RecognitionError>, Never>
    private let outlet: Outlet
    private let queue = EventQueue<WyomingEvent>(most: RecognitionService.most)

    init(_ model: Result<AcousticModel, any Error>, outlet: Outlet) {
        self.outlet = outlet
        recogniser = Task {
            do throws(RecognitionError) {
                let recogniser = SphinxRecogniser(try Self.found(model))
                try await recogniser.load()
                return .success(recogniser)
            } catch {
                return .failure(error)
            }
        }
    }

    private static func found(_ model: Result<AcousticModel, any Error>) throws(RecognitionError) -> AcousticModel {
        switch model {
        case .success(let model): return model
        case .failure(let error): throw error as? RecognitionError ?? .noModel("\(error)")
        }
    }

    func take(_ event: WyomingEvent) { queue.add(event, bytes: event.payload.count) }

    func finish() { queue.finish() }

    func run() async {
        var hearing = Hearing(outlet: outlet)
        for await event in queue.items {
            switch await recogniser.value {
            case .failure(let error): if event.payload.isEmpty { refuse(error, event) }
            case .success(let recogniser):
                do throws(WyomingError) {
                    try await hearing.take(event, recogniser)
                } catch {
                    outlet.fail(error, "wrong-data", event.type)
                }
            }
            queue.done(bytes: event.payload.count)
        }
    }

    private func refuse(_ error: RecognitionError, _ event: WyomingEvent) {
        if event.type == TranscribeMessage.type || event.type == PrepareMessage.type {
            outlet.fail(error, error.code, event.type)
        }
    }
}

/// The utterance under way, as the events tell it.
private struct Hearing {
    private enum State { case idle, asked(TranscribeMessage), hearing }

    private let outlet: Outlet
    private var state = State.idle

    init(outlet: Outlet) { self.outlet = outlet }

    mutating func take(_ event: WyomingEvent, _ recogniser: SphinxRecogniser) async throws(WyomingError) {
        if let message = try event.message(PrepareMessage.self) {
            outlet.send(PreparedMessage(searches: await recogniser.prepare(message.searches)))
        } else if let message = try event.message(TranscribeMessage.self) {
            await recogniser.cancel()
            state = .asked(message)
        } else if let start = try event.message(AudioStartMessage.self) {
            await begin(start.rate, recogniser)
        } else if let chunk = try event.message(AudioChunkMessage.self) {
            await begin(chunk.rate, recogniser)
            guard case .hearing = state else { return }
            guard let samples = event.samples else { throw .wrongData(type: event.type) }
            if let text = await recogniser.take(samples) { outlet.send(PartialMessage(text: text)) }
        } else if event.type == AudioStopMessage.type {
            await end(recogniser)
        } else if event.type == CancelMessage.type {
            await recogniser.cancel()
            state = .idle
        }
    }

    private mutating func begin(_ rate: Int, _ recogniser: SphinxRecogniser) async {
        guard case .asked(let message) = state else { return }
        let search = message.parvis?.search ?? RecognitionService.usualSearch
        do throws(RecognitionError) {
            try await recogniser.begin(search, rate: rate, readings: message.parvis?.nbest ?? 5)
            state = .hearing
        } catch {
            outlet.fail(error, error.code, TranscribeMessage.type)
            state = .idle
        }
    }

    private mutating func end(_ recogniser: SphinxRecogniser) async {
        // An utterance without a sample is one in which nothing was said.
        if case .asked = state { await begin(16_000, recogniser) }
        guard case .hearing = state else { return }
        state = .idle
        if let transcript = await recogniser.end() { outlet.send(transcript) }
    }
}
