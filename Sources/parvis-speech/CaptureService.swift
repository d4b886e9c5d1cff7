import SpeechALSA
import Synchronization
import Wyoming

/// Listens to a microphone: `parvis-capture` and `parvis-capture-stop`.
final class CaptureService: Sendable {
    private let microphone: Microphone
    private let outlet: Outlet
    private let queue = EventQueue<(event: WyomingEvent, closings: Int)>(most: 0)

    init(_ microphone: Microphone, outlet: Outlet) { (self.microphone, self.outlet) = (microphone, outlet) }

    /// A new request ends the one before.
    func take(_ event: WyomingEvent) {
        microphone.close()
        queue.add((event, microphone.closeCount), bytes: 0)
    }

    func stop() { microphone.close() }

    func finish() {
        microphone.close()
        queue.finish()
    }

    func run() async {
        for await (event, closings) in queue.items {
            do throws(WyomingError) {
                guard let message = try event.message(CaptureMessage.self) else { continue }
                await listen(message, closings)
            } catch {
                outlet.fail(error, "wrong-data", event.type)
            }
        }
    }

    private func listen(_ message: CaptureMessage, _ closings: Int) async {
        let device = message.device ?? "default"
        let rate = min(max(message.rate ?? 16_000, 8_000), 48_000)
        do throws(DeviceError) {
            try await microphone.listen(
                device, rate: rate, cancelsEcho: message.echoOfPlayback ?? false, since: closings
            ) { [outlet] news in
                switch news {
                case .opened(let rate): outlet.send(AudioStartMessage(rate: rate, stream: .microphone))
                case .sound(let samples): outlet.send(.audio(samples, rate: rate, stream: .microphone))
                case .level(let rms, let peak): outlet.send(LevelMessage(rmsDb: rms, peakDb: peak))
                case .lost: outlet.send(DeviceMessage(kind: .capture, state: .lost, device: device))
                case .returned: outlet.send(DeviceMessage(kind: .capture, state: .returned, device: device))
                case .closed: outlet.send(AudioStopMessage(stream: .microphone))
                }
            }
        } catch {
            outlet.fail(error, error.code, CaptureMessage.type)
        }
    }
}
