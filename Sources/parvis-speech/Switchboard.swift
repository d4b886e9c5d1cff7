import SpeechALSA
import SpeechEspeakNG
import SpeechPocketSphinx
import Synchronization
import Wyoming

/// Brings each event to the service that it is for; the services work side by side, each one event after the other.
final class Switchboard: Sendable {
    private let outlet: Outlet
    private let recognition: RecognitionService
    private let synthesis: SynthesisService
    private let playback: PlaybackService
    private let capture: CaptureService
    private let description: Description
    /// Which service sound without a stream is for: the one that was asked for something last.
    private let listening = Mutex(AudioStream.recognition)
    private let (ends, ending) = AsyncStream<Int32>.makeStream()

    init(model: Result<AcousticModel, any Error>, outlet: Outlet) {
        self.outlet = outlet
        let echo = PlaybackEcho()
        let synthesiser = EspeakSynthesiser.shared
        recognition = RecognitionService(model, outlet: outlet)
        synthesis = SynthesisService(synthesiser, outlet: outlet)
        playback = PlaybackService(Loudspeaker(echo: echo), outlet: outlet)
        capture = CaptureService(Microphone(echo: echo), outlet: outlet)
        description = Description(recognition, synthesiser)
    }

    /// Takes an event, on the thread that reads: whatever takes time goes to a service.
    func take(_ event: WyomingEvent) {
        do throws(WyomingError) {
            try route(event)
        } catch {
            outlet.fail(error, "wrong-data", event.type)
        }
    }

    /// No more events come.
    func close(status: Int32) {
        ending.yield(status)
        ending.finish()
    }

    /// Works until no more events come, and what was asked for is done.
    ///
    /// - Returns: the status of the process.
    func run() async -> Int32 {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [recognition] in await recognition.run() }
            group.addTask { [synthesis] in await synthesis.run() }
            group.addTask { [playback] in await playback.run() }
            group.addTask { [capture] in await capture.run() }
            group.addTask { [description, outlet] in await description.run(outlet) }
            var status: Int32 = 0
            for await end in ends { status = end }
            recognition.finish()
            synthesis.finish()
            playback.finish()
            capture.finish()
            description.finish()
            return status
        }
    }

    private func route(_ event: WyomingEvent) throws(WyomingError) {
        switch event.type {
        case DescribeMessage.type: description.ask()
        case PingMessage.type: outlet.send(PongMessage(text: try event.message(PingMessage.self)?.text))
        case TranscribeMessage.type, PrepareMessage.type, CancelMessage.type:
            if event.type == TranscribeMessage.type { listening.withLock { $0 = .recognition } }
            recognition.take(event)
        case SynthesizeMessage.type, PhonemesRequest.type: synthesis.take(event)
        case StopMessage.type:
            synthesis.stop()
            playback.stop()
        case PlayMessage.type:
            listening.withLock { $0 = .loudspeaker }
            playback.take(event)
        case CaptureMessage.type: capture.take(event)
        case CaptureStopMessage.type: capture.stop()
        case AudioStartMessage.type, AudioChunkMessage.type, AudioStopMessage.type:
            switch event.audioStream ?? listening.withLock({ $0 }) {
            case .loudspeaker: playback.take(event)
            default: recognition.take(event)
            }
        // Others' events are no error in Wyoming.
        default: break
        }
    }
}
