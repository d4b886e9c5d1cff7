internal import Foundation

/// Cuts the silence before and after a sentence off, measures how long the rest sounds, and sets its loudness.
struct SpeechTrimmer {
    /// What is silence: samples below it, -54 dB of full scale.
    private static let quiet = 64
    /// A silence of a tenth of a second or more is a pause, not part of a word.
    private static let pause = 0.1
    /// From here on, of full scale, louder samples are bent so that they do not clip.
    private static let knee = 0.8

    private let rate: Int
    private let gain: Double
    private var held: [Int16] = []
    /// How many samples were cut off at the start.
    private(set) var cut = 0
    private var isInside = false
    private var quietRun = 0
    private(set) var passed = 0
    private var paused = 0

    init(rate: Int, volume: Double) { (self.rate, gain) = (rate, pow(10, volume / 20)) }

    /// How long the words sounded, pauses left out, in seconds.
    var seconds: Double { Double(passed - paused) / Double(rate) }

    /// What of the next samples is to be heard; silence waits for what follows it.
    mutating func take(_ samples: UnsafeBufferPointer<Int16>) -> [Int16] {
        guard let last = samples.lastIndex(where: { abs(Int($0)) >= Self.quiet }) else {
            if isInside { held += samples } else { cut += samples.count }
            return []
        }
        var first = samples.startIndex
        if !isInside {
            first = samples.firstIndex { abs(Int($0)) >= Self.quiet } ?? 0
            cut += first
            isInside = true
        }
        let out = held + samples[first...last]
        held = Array(samples[(last + 1)...])
        count(out)
        return gain == 1 ? out : out.map(scaled)
    }

    private mutating func count(_ samples: [Int16]) {
        passed += samples.count
        let shortest = Int(Self.pause * Double(rate))
        for sample in samples {
            if abs(Int(sample)) < Self.quiet {
                quietRun += 1
            } else {
                if quietRun >= shortest { paused += quietRun }
                quietRun = 0
            }
        }
    }

    private func scaled(_ sample: Int16) -> Int16 {
        let value = Double(sample) / 32_768 * gain
        let size = abs(value)
        guard size > Self.knee else { return Int16(value * 32_768) }
        let bent = Self.knee + (1 - Self.knee) * tanh((size - Self.knee) / (1 - Self.knee))
        return Int16(max(-32_767, min(32_767, (value < 0 ? -bent : bent) * 32_767)))
    }
}
