internal import Foundation

/// Lets speech through and keeps silence out, a hundredth of a second at a time.
///
/// The recogniser's running mean of the sound must be that of speech: long silences before, within and after an utterance spoil it.
/// What is let through, and from when, is kept, so that words can be given their time in the sound as it came.
struct SpeechGate {
    /// How far above the noise speech is, in decibels.
    private static let margin = 9.0
    /// The lowest noise that is believed, in decibels of a 16-bit step: below it, everything is silence.
    private static let lowest = 20.0
    /// The highest noise that is believed before any was heard: an utterance may begin with its first sample.
    private static let highestAtFirst = 35.0
    /// How fast the noise may rise, in decibels a second.
    private static let rise = 4.0
    /// What is kept of a silence before and after speech, in frames.
    private static let (before, after) = (8, 3)
    /// Of a silence within an utterance, what is kept at most, in frames.
    private static let within = 40

    /// Samples of a frame.
    let frame: Int
    private var rest: [Int16] = []
    /// Frames held back: silence that speech may yet follow.
    private var held: [[Int16]] = []
    /// Frame of the input that the first of them is.
    private var heldFrom = 0
    private var noise: Double?
    private var loud = 0
    private var count = 0
    /// Whether any speech came through.
    private(set) var isOpen = false
    /// Frame of the input at which each stretch let through begins, with the frame of the output.
    private var stretches: [(input: Int, output: Int)] = []
    private var passed = 0

    init(rate: Int) { frame = rate / 100 }

    /// What of the next samples, and of those held back, is let through.
    mutating func take(_ samples: [Int16]) -> [Int16] {
        rest += samples
        var out: [Int16] = []
        var start = 0
        while rest.count - start >= frame {
            out += step(Array(rest[start..<start + frame]))
            start += frame
        }
        rest.removeFirst(start)
        return out
    }

    /// The end of the sound: a little silence after the last word.
    mutating func finish() -> [Int16] {
        guard isOpen else { return [] }
        return pass(held.prefix(Self.after), from: heldFrom)
    }

    /// The frame of the input that a frame of the output was.
    func inputFrame(_ output: Int) -> Int {
        let stretch = stretches.last { $0.output <= output } ?? (0, 0)
        return stretch.input + output - stretch.output
    }

    private mutating func step(_ samples: [Int16]) -> [Int16] {
        let level = Self.level(samples)
        let isLoud = level > threshold(level)
        loud = isLoud ? loud + 1 : 0
        held.append(samples)
        count += 1
        // One loud frame is a click; two are speech that begins.
        guard isOpen ? isLoud : loud >= 2 else {
            if !isOpen, held.count > Self.before + 2 {
                held.removeFirst()
                heldFrom += 1
            }
            // The middle of a long silence is never let through: it need not be kept.
            if isOpen, held.count > Self.within * 2 { held.remove(at: Self.within) }
            return []
        }
        return open()
    }

    private mutating func open() -> [Int16] {
        defer {
            isOpen = true
            held = []
            heldFrom = count
        }
        guard isOpen, held.count > Self.within else { return pass(held[...], from: heldFrom) }
        let half = Self.within / 2
        return pass(held.prefix(half), from: heldFrom) + pass(held.suffix(half), from: count - half)
    }

    private mutating func pass(_ frames: ArraySlice<[Int16]>, from input: Int) -> [Int16] {
        stretches.append((input, passed))
        passed += frames.count
        return frames.flatMap(\.self)
    }

    /// What is loud now; the noise is the quietest that was heard of late.
    private mutating func threshold(_ level: Double) -> Double {
        let known = noise ?? min(level, Self.highestAtFirst)
        let next = max(Self.lowest, min(level, known + Self.rise / 100))
        noise = next
        return next + Self.margin
    }

    /// The levels of a sound's frames, in decibels of one step; a rest is left out, unless it is all that there is.
    static func levels(_ samples: [Int16], frame: Int) -> [Double] {
        stride(from: 0, to: max(samples.count - frame + 1, 1), by: frame).map {
            level(Array(samples[$0..<min($0 + frame, samples.count)]))
        }
    }

    /// The mean level of samples, in decibels of one step.
    static func level(_ samples: [Int16]) -> Double {
        guard !samples.isEmpty else { return 0 }
        let sum = samples.reduce(0.0) { $0 + Double($1) * Double($1) }
        return 10 * log10(sum / Double(samples.count) + 1)
    }
}
