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
        /// Frames since the last sound ended, and how often it was said again.
        var waited = 0, repeats = 0
        /// Whether a key was pressed after that.
        var hasPressed = false
    }

    /// What the speaker answers when the kiosk asks whether it heard right.
    struct Confirmation: Sendable {
        /// How the kiosk begins to ask.
        let opening: String
        /// The sound of a yes and of a no.
        let yes: [Int16], no: [Int16]
        /// Whether a line names what was said.
        let isRight: @Sendable (_ line: String, _ said: String) -> Bool
    }

    private static let rate = 16_000
    private static let frame = 320
    /// Frames after which somebody whom nobody answers says it again, and how often they do.
    private static let (patience, mostRepeats) = (700, 2)

    private let state = Mutex(State())
    private let babble: [Int16]
    private let confirmation: Confirmation
    private let press: @Sendable () -> Void
    private let said = Mutex("")

    /// A speaker.
    ///
    /// - Parameters:
    ///   - babble: the noise of the hall, at its level; silence when empty.
    ///   - confirmation: what is answered to "did you say".
    ///   - press: presses the key with which one speaks, as somebody does whom a kiosk at rest does not hear.
    init(babble: [Int16], confirmation: Confirmation, press: @escaping @Sendable () -> Void) {
        self.press = press
        self.babble = babble.isEmpty ? [Int16](repeating: 0, count: Self.frame) : babble
        self.confirmation = confirmation
    }

    /// Says something as soon as the kiosk listens.
    func say(_ samples: [Int16], _ text: String) {
        said.withLock { $0 = text }
        say(samples)
    }

    private func say(_ samples: [Int16]) {
        let lead = [Int16](repeating: 0, count: Self.rate / 2)
        state.withLock { state in
            (state.sound, state.place) = (lead + samples, 0)
            (state.waited, state.repeats, state.hasPressed) = (0, 0, false)
        }
    }

    /// Says nothing more: goes away.
    func leave() { state.withLock { $0.isOver = true } }

    /// Reads what the kiosk shows: a "did you say" is answered.
    func show(_ news: KioskNews) async {
        for line in news.lines where line.hasPrefix(confirmation.opening) {
            say(confirmation.isRight(line, said.withLock { $0 }) ? confirmation.yes : confirmation.no)
        }
    }

    func listen() -> AsyncThrowingStream<AudioNews, any Error> {
        AsyncThrowingStream { [self] in next().map { .chunk(AudioChunk(samples: $0, rate: Self.rate)) } }
    }

    private func next() -> [Int16]? {
        state.withLock { state in
            guard !state.isOver || state.place < state.sound.count else { return nil }
            state.waited = state.place < state.sound.count ? 0 : state.waited + 1
            if state.waited > Self.patience {
                if state.repeats == Self.mostRepeats {
                    guard !state.hasPressed else { return nil }
                    (state.repeats, state.hasPressed) = (0, true)
                    press()
                }
                (state.place, state.waited, state.repeats) = (0, 0, state.repeats + 1)
            }
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
