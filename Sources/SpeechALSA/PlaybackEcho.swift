internal import SpeechSignal
internal import Synchronization

/// What the loudspeaker plays, for the microphone to take out of what it hears.
///
/// The device takes a first stretch at once and then as it plays; the microphone takes out 10 ms at each 10 ms of its own. So what
/// is taken out is what is being played, but for the delay of the devices and the room, which the canceller learns.
public final class PlaybackEcho: Sendable {
    /// What is kept at most, in seconds: a microphone that is closed takes nothing out.
    private static let longest = 0.5

    private let samples = Mutex<[Int16]>([])
    /// Samples a second of what is taken out.
    public let rate: Int

    /// An echo for a microphone's rate.
    public init(rate: Int = 16_000) { self.rate = rate }

    /// Adds what is given to the loudspeaker.
    func add(_ played: [Int16]) {
        samples.withLock { samples in
            samples += played
            let most = Int(Self.longest * Double(rate))
            if samples.count > most { samples.removeFirst(samples.count - most) }
        }
    }

    /// Takes what is played meanwhile, zeros where that is nothing.
    func take(_ count: Int) -> [Int16] {
        samples.withLock { samples in
            let taken = samples.prefix(count)
            samples.removeFirst(taken.count)
            return taken + [Int16](repeating: 0, count: count - taken.count)
        }
    }

    /// Forgets what will not be played any more.
    func clear() { samples.withLock { $0 = [] } }
}
