internal import Foundation
internal import SpeechSignal
internal import Synchronization

/// What comes from an open microphone.
public enum MicrophoneNews: Sendable, Hashable {
    /// It is open: samples a second.
    case opened(rate: Int)
    /// 20 ms of sound.
    case sound([Int16])
    /// The mean level and the highest sample of the last fifth of a second, in decibels below full scale.
    case level(rms: Double, peak: Double)
    /// The device went away.
    case lost
    /// The device is there again.
    case returned
    /// It was closed.
    case closed
}

/// A microphone of ALSA that survives being unplugged.
public actor Microphone {
    private let thread = DedicatedThread(name: "microphone")
    /// The thread that every call runs on.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let echo: PlaybackEcho
    private let closings = Atomic<Int>(0)

    /// A microphone that is closed.
    ///
    /// - Parameter echo: what the loudspeaker plays.
    public init(echo: PlaybackEcho) { self.echo = echo }

    /// Closes it: the call of ``listen(_:rate:cancelsEcho:since:tell:)`` that is under way ends.
    public nonisolated func close() { closings.add(1, ordering: .relaxed) }

    /// Counts the calls of ``close()``.
    public nonisolated var closeCount: Int { closings.load(ordering: .relaxed) }

    /// Opens a device and gives its sound until it is closed.
    ///
    /// - Parameters:
    ///   - name: the device's name for ALSA.
    ///   - rate: samples a second: 8 000 to 48 000.
    ///   - cancelsEcho: whether to take what is played out of what is heard.
    ///   - count: ``closeCount`` when this was asked for.
    ///   - tell: gets the news, on the thread of this actor.
    /// - Throws: ``DeviceError`` when the device is not there at first. Later it is waited for.
    public func listen(
        _ name: String, rate: Int, cancelsEcho: Bool, since count: Int, tell: @Sendable (MicrophoneNews) -> Void
    ) throws(DeviceError) {
        let rate = min(max(rate, 8_000), 48_000)
        var device: SoundDevice? = try SoundDevice(name, .capture, rate: rate)
        tell(.opened(rate: rate))
        var canceller = cancelsEcho ? EchoPath(rate: rate, echo: echo) : nil
        var meter = Meter(rate: rate)
        var pace = Pace(rate: rate)
        var pair: [Int16] = []
        while closeCount == count {
            guard let open = device else {
                Thread.sleep(forTimeInterval: 0.25)
                device = try? SoundDevice(name, .capture, rate: rate)
                guard device != nil else { continue }
                pace = Pace(rate: rate)
                tell(.returned)
                continue
            }
            do throws(DeviceError) {
                let heard = try open.read(rate / 100)
                pace.wait(heard.count)
                pair += canceller?.cancel(heard) ?? heard
            } catch {
                device = nil
                tell(.lost)
                continue
            }
            guard pair.count >= rate / 50 else { continue }
            if let level = meter.add(pair) { tell(.level(rms: level.rms, peak: level.peak)) }
            tell(.sound(pair))
            pair = []
        }
        tell(.closed)
    }
}

/// Takes the echo out of a microphone's sound, at the microphone's rate.
private struct EchoPath {
    private let canceller: EchoCanceller
    private let converter: RateConverter
    private let echo: PlaybackEcho
    private var played: [Int16] = []

    init?(rate: Int, echo: PlaybackEcho) {
        guard let canceller = EchoCanceller(rate: rate), let converter = RateConverter(from: echo.rate, to: rate) else {
            return nil
        }
        (self.canceller, self.converter, self.echo) = (canceller, converter, echo)
    }

    mutating func cancel(_ heard: [Int16]) -> [Int16] {
        played += converter.convert(echo.take(echo.rate / 100))
        // The converter gives its first samples late.
        let missing = canceller.frame - played.count
        if missing > 0 { played += [Int16](repeating: 0, count: missing) }
        defer { played.removeFirst(canceller.frame) }
        return canceller.cancel(heard: heard, played: Array(played.prefix(canceller.frame)))
    }
}

/// Keeps a device that has no clock, as ALSA's `null`, from giving a day of silence in a second.
private struct Pace {
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private let rate: Int
    private var count = 0

    init(rate: Int) {
        self.rate = rate
        start = clock.now
    }

    mutating func wait(_ samples: Int) {
        count += samples
        let ahead = Double(count) / Double(rate) - (clock.now - start) / .seconds(1)
        if ahead > 0.3 { Thread.sleep(forTimeInterval: ahead - 0.2) }
    }
}

/// Measures how loud sound is, a fifth of a second at a time.
struct Meter {
    private let needed: Int
    private var sum = 0.0
    private var peak = 0
    private var count = 0

    init(rate: Int) { needed = rate / 5 }

    /// Adds samples; the level once there are enough, in decibels below full scale, -96 at least.
    mutating func add(_ samples: [Int16]) -> (rms: Double, peak: Double)? {
        for sample in samples {
            sum += Double(sample) * Double(sample)
            peak = max(peak, abs(Int(sample)))
        }
        count += samples.count
        guard count >= needed else { return nil }
        defer { (sum, peak, count) = (0, 0, 0) }
        return (Self.decibels(sqrt(sum / Double(count))), Self.decibels(Double(peak)))
    }

    private static func decibels(_ value: Double) -> Double { max(-96, 20 * log10(max(value, 1e-9) / 32_768)) }
}
