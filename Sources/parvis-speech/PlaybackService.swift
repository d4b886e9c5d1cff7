import SpeechALSA
import Wyoming

/// Plays: `parvis-play` and the sound of the stream `snd`.
final class PlaybackService: Sendable {
    /// Sound that may wait: five minutes at 22 kHz.
    private static let most = 13_000_000

    private let loudspeaker: Loudspeaker
    private let outlet: Outlet
    /// Each with the stops before it: sound that came before one is not played after it.
    private let queue = EventQueue<(event: WyomingEvent?, stops: Int)>(most: PlaybackService.most)

    init(_ loudspeaker: Loudspeaker, outlet: Outlet) { (self.loudspeaker, self.outlet) = (loudspeaker, outlet) }

    func take(_ event: WyomingEvent) { queue.add((event, loudspeaker.stopCount), bytes: event.payload.count) }

    func stop() {
        loudspeaker.stop()
        // What the device still holds is dropped by the next who reaches it.
        queue.add((nil, loudspeaker.stopCount), bytes: 0)
    }

    func finish() { queue.finish() }

    func run() async {
        var device = "default"
        var isOpen = false
        for await (event, stops) in queue.items {
            defer { queue.done(bytes: event?.payload.count ?? 0) }
            guard let event else {
                await loudspeaker.silence()
                continue
            }
            do throws(WyomingError) {
                if let message = try event.message(PlayMessage.self) {
                    device = message.device ?? "default"
                } else if let start = try event.message(AudioStartMessage.self) {
                    isOpen = await open(device, rate: start.rate)
                } else if event.type == AudioChunkMessage.type, isOpen {
                    guard let samples = event.samples else { throw WyomingError.wrongData(type: event.type) }
                    await loudspeaker.play(samples, since: stops) { [outlet, device] news in
                        let state: DeviceMessage.State = news == .lost ? .lost : .returned
                        outlet.send(DeviceMessage(kind: .playback, state: state, device: device))
                    }
                } else if event.type == AudioStopMessage.type, isOpen {
                    await loudspeaker.finish(since: stops)
                    outlet.send(PlayedMessage())
                    isOpen = false
                }
            } catch {
                outlet.fail(error, "wrong-data", event.type)
            }
        }
    }

    private func open(_ device: String, rate: Int) async -> Bool {
        do throws(DeviceError) {
            try await loudspeaker.open(device, rate: rate)
            return true
        } catch {
            outlet.fail(error, error.code, PlayMessage.type)
            return false
        }
    }
}
