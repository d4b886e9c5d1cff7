import Foundation
import KioskChannel
import Speech
import Synchronization

/// A person in front of the kiosk, played by a synthetic voice: says what a script tells when the kiosk listens, with the noise
/// of a hall around.
///
/// A smoke test and no measure of people: a synthetic voice is clearer than anybody, and babble is no hall.
final class ScriptedSpeaker: AudioSource, KioskScreen {
    /// A place in what is said: the sound under way, and what comes after it.
    private struct State {
        var sound: [Int16] = []
        var place = 0
        var isOver = false
        var noise = 0
    }

    private static let rate = 16_000
    private static let frame = 320

    private let state = Mutex(State())
    private let babble: [Int16]
    private let lines = Mutex<[String]>([])

    /// A speaker.
    ///
    /// - Parameter babble: the noise of the hall, at its level; silence when empty.
    init(babble: [Int16]) { self.babble = babble.isEmpty ? [Int16](repeating: 0, count: Self.frame) : babble }

    /// Says something as soon as the kiosk listens.
    func say(_ samples: [Int16]) {
        let lead = [Int16](repeating: 0, count: Self.rate / 2)
        state.withLock { state in (state.sound, state.place) = (lead + samples, 0) }
    }

    /// Says nothing more: goes away.
    func leave() { state.withLock { $0.isOver = true } }

    /// What the kiosk has shown since this was last asked.
    func shown() -> [String] {
        lines.withLock { lines in
            defer { lines = [] }
            return lines
        }
    }

    func show(_ lines: [String]) async { self.lines.withLock { $0 += lines } }

    func listen() -> AsyncThrowingStream<AudioNews, any Error> {
        AsyncThrowingStream { [self] in next().map { .chunk(AudioChunk(samples: $0, rate: Self.rate)) } }
    }

    private func next() -> [Int16]? {
        state.withLock { state in
            guard !state.isOver || state.place < state.sound.count else { return nil }
            var frame = [Int16](repeating: 0, count: Self.frame)
            for index in frame.indices {
                let voice = state.place < state.sound.count ? Int(state.sound[state.place]) : 0
                let noise = Int(babble[state.noise])
                frame[index] = Int16(clamping: voice + noise)
                state.place = min(state.place + 1, state.sound.count)
                state.noise = (state.noise + 1) % babble.count
            }
            return frame
        }
    }
}
