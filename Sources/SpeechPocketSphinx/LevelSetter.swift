internal import Foundation
internal import SpeechSignal

/// Brings each utterance to one loudness and adds a noise floor, before it is decoded.
///
/// The mean that is taken out of the sound makes up for loudness too, but the noise floor must stand in one proportion to speech.
struct LevelSetter {
    /// The loudness of speech that is aimed at, in decibels of one 16-bit step: 1 400 steps.
    static let level = 63.0
    /// What is no further from it is left as it is: the running mean of the sound follows small changes by itself.
    static let tolerance = 6.0
    /// How far a sound is made louder or softer at most, in decibels.
    private static let most = 24.0
    /// How much speech tells how loud it is, in seconds.
    private static let needed = 0.4
    /// The noise floor, in 16-bit steps.
    static let floor = 10.0

    private let needed: Int
    private let frame: Int
    private var waiting: [Int16] = []
    private var gain: Double?
    private var noise = WhiteNoise(sigma: Self.floor)

    init(rate: Int) {
        needed = Int(Double(rate) * Self.needed)
        frame = rate / 100
    }

    /// The next samples at the loudness wanted; the first ones wait until there are enough to judge.
    mutating func take(_ samples: [Int16]) -> [Int16] {
        if let gain { return scale(samples, gain) }
        waiting += samples
        return waiting.count >= needed ? settle() : []
    }

    /// What still waits.
    mutating func finish() -> [Int16] { gain == nil && !waiting.isEmpty ? settle() : [] }

    private mutating func settle() -> [Int16] {
        let lack = Self.level - loudness()
        let change = max(0, min(abs(lack) - Self.tolerance, Self.most))
        let gain = pow(10, (lack < 0 ? -change : change) / 20)
        self.gain = gain
        defer { waiting = [] }
        return scale(waiting, gain)
    }

    /// The mean power of the frames that are no more than 15 dB below the loudest.
    private func loudness() -> Double {
        let levels = SpeechGate.levels(waiting, frame: frame)
        let top = levels.max() ?? 0
        let speech = levels.filter { $0 > top - 15 }.map { pow(10, $0 / 10) }
        return 10 * log10(speech.reduce(0, +) / Double(max(speech.count, 1)) + 1)
    }

    private mutating func scale(_ samples: [Int16], _ gain: Double) -> [Int16] {
        noise.add(to: samples.lazy.map { Double($0) * gain })
    }
}
