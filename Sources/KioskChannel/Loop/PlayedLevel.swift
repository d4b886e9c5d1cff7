import Speech
import Synchronization

/// How loud the loudspeaker is just now, for whoever listens besides.
final class PlayedLevel: Sendable {
    private let level = Mutex(Level.silence)

    /// Decibels of full scale.
    var now: Double { level.withLock { $0 } }

    /// Notes what is played.
    func set(_ samples: [Int16]) {
        let level = Level.rms(samples)
        self.level.withLock { $0 = level }
    }

    /// Nothing is played.
    func silence() { level.withLock { $0 = Level.silence } }
}
