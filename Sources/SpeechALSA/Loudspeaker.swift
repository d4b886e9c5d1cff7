internal import Foundation
internal import SpeechSignal
internal import Synchronization

/// What comes from a loudspeaker.
public enum LoudspeakerNews: Sendable, Hashable {
    /// The device went away.
    case lost
    /// The device is there again.
    case returned
}

/// A loudspeaker of ALSA that survives being unplugged.
public actor Loudspeaker {
    /// How long a device that is gone is left alone before it is tried again, in seconds.
    private static let rest = 0.25

    private let thread = DedicatedThread(name: "loudspeaker")
    /// The thread that every call runs on.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let echo: PlaybackEcho
    private let stops = Atomic<Int>(0)
    private var device: SoundDevice?
    private var name = "default"
    private var rate = 0
    private var converter: RateConverter?
    private var triedAt: ContinuousClock.Instant?
    private let clock = ContinuousClock()

    /// A loudspeaker that is closed.
    ///
    /// - Parameter echo: where what is played goes too.
    public init(echo: PlaybackEcho) { self.echo = echo }

    /// Falls silent: what waits to be played is dropped, and what the device holds.
    public nonisolated func stop() { stops.add(1, ordering: .relaxed) }

    /// Counts the calls of ``stop()``: sound that was given before one is not played after it.
    public nonisolated var stopCount: Int { stops.load(ordering: .relaxed) }

    /// Opens a device, where it is not open already.
    ///
    /// - Parameters:
    ///   - name: the device's name for ALSA.
    ///   - rate: samples a second of what will be played.
    /// - Throws: ``DeviceError`` when it is not there.
    public func open(_ name: String, rate: Int) throws(DeviceError) {
        guard device == nil || name != self.name || rate != self.rate else { return }
        device = nil
        (self.name, self.rate) = (name, rate)
        converter = RateConverter(from: rate, to: echo.rate)
        device = try SoundDevice(name, .playback, rate: rate)
    }

    /// Plays samples; returns when the device holds them.
    ///
    /// While the device is away they are dropped, at the speed of sound.
    ///
    /// - Parameters:
    ///   - samples: mono samples at the rate of the device.
    ///   - count: ``stopCount`` when they came.
    ///   - tell: gets the news, on the thread of this actor.
    public func play(_ samples: [Int16], since count: Int, tell: @Sendable (LoudspeakerNews) -> Void) {
        guard rate > 0 else { return }
        // 10 ms at a time, so that the echo goes to the microphone as the sound goes to the device.
        for start in stride(from: 0, to: samples.count, by: rate / 100) where stopCount == count {
            let piece = Array(samples[start..<min(start + rate / 100, samples.count)])
            guard let device = device ?? reopened(tell) else {
                Thread.sleep(forTimeInterval: Double(piece.count) / Double(rate))
                continue
            }
            do throws(DeviceError) {
                if let converter { echo.add(converter.convert(piece)) }
                try device.write(piece) { self.stopCount != count }
            } catch {
                self.device = nil
                triedAt = clock.now
                tell(.lost)
            }
        }
        if stopCount != count { silence() }
    }

    /// Waits until what the device holds has been heard.
    ///
    /// - Parameter count: ``stopCount`` when this was asked for.
    public func finish(since count: Int) {
        guard let device else { return }
        device.start()
        var left = 50
        // A device that stands still must not be waited for.
        while stopCount == count, device.delay > 0.005, left > 0 {
            Thread.sleep(forTimeInterval: min(device.delay, 0.01))
            left -= 1
        }
        if stopCount != count { silence() } else { device.drop() }
    }

    /// Drops what the device holds, at once.
    public func silence() {
        device?.drop()
        echo.clear()
    }

    private func reopened(_ tell: @Sendable (LoudspeakerNews) -> Void) -> SoundDevice? {
        if let triedAt, (clock.now - triedAt) / .seconds(1) < Self.rest { return nil }
        triedAt = clock.now
        guard let again = try? SoundDevice(name, .playback, rate: rate) else { return nil }
        device = again
        tell(.returned)
        return again
    }
}
