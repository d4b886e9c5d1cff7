import SpeechEspeakNG
import Synchronization
import Wyoming

/// Speaks: `synthesize`, `parvis-phonemes`, and the stops of what is spoken.
final class SynthesisService: Sendable {
    private let synthesiser: EspeakSynthesiser
    private let outlet: Outlet
    /// Each with the stops before it: one that comes while a text waits must end it too.
    private let queue = EventQueue<(event: WyomingEvent, stops: Int)>(most: 0)

    init(_ synthesiser: EspeakSynthesiser, outlet: Outlet) { (self.synthesiser, self.outlet) = (synthesiser, outlet) }

    func take(_ event: WyomingEvent) { queue.add((event, synthesiser.stopCount), bytes: 0) }

    func stop() { synthesiser.stop() }

    func finish() { queue.finish() }

    func run() async {
        for await (event, stops) in queue.items {
            do throws(WyomingError) {
                if let request = try event.message(PhonemesRequest.self) {
                    let words = await synthesiser.phones(request.words, language: request.language ?? "fr")
                    outlet.send(PhonemesAnswer(words: words))
                } else if let message = try event.message(SynthesizeMessage.self) {
                    await say(SynthesisRequest(message), stops)
                }
            } catch {
                outlet.fail(error, "wrong-data", event.type)
            }
        }
    }

    private func say(_ request: SynthesisRequest, _ stops: Int) async {
        let voice = Voice(outlet)
        do throws(SynthesisError) {
            try await synthesiser.say(request, stopCount: stops, tell: voice.tell)
            outlet.send(AudioStopMessage(stream: .synthesis))
        } catch {
            outlet.fail(error, error.code, SynthesizeMessage.type)
        }
    }
}

/// Sends what a voice says.
private final class Voice: Sendable {
    private let outlet: Outlet
    private let rate = Atomic<Int>(0)

    init(_ outlet: Outlet) { self.outlet = outlet }

    func tell(_ piece: SynthesisPiece) {
        switch piece {
        case .rate(let value):
            rate.store(value, ordering: .relaxed)
            outlet.send(AudioStartMessage(rate: value, stream: .synthesis))
        case .mark(let offset, let length, let sample):
            outlet.send(MarkMessage(offset: offset, length: length, sample: sample))
        case .sound(let samples):
            outlet.send(.audio(samples, rate: rate.load(ordering: .relaxed), stream: .synthesis))
        }
    }
}
