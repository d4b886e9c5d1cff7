internal import SpeechSignal

/// Keeps what lies far below the voice of an utterance from being taken for part of a word.
///
/// ``SpeechGate`` must say at once what is speech, and takes a noise that it does not know yet for it. Once there is enough of an
/// utterance to tell how loud its voice is, its edges are looked at again: the model of silence fits faint noise badly, and a word
/// would be stretched over it.
struct Background {
    /// How far below the voice it is, in decibels.
    private static let depth = 29.0
    /// How much of an utterance is louder than what its voice is taken for: clicks are.
    private static let clicks = 0.05
    /// A voice lasts so many frames at least.
    private static let shortest = 3
    /// What is kept before the first frame of the voice and after the last, in frames.
    private static let (before, after) = (8, 3)
    /// What is left as it is on both sides of the voice, in frames.
    private static let near = 2
    /// What the rest is multiplied with.
    private static let gain = 0.1

    private let frame: Int
    private let isVoice: [Bool]

    /// The background of some sound.
    ///
    /// - Parameters:
    ///   - samples: the utterance, or its beginning.
    ///   - frame: samples of a hundredth of a second.
    init(of samples: [Int16], frame: Int) {
        self.frame = frame
        let levels = SpeechGate.levels(samples, frame: frame)
        let top = levels.sorted().dropLast(Int(Double(levels.count) * Self.clicks)).last ?? 0
        isVoice = Self.lasting(levels.map { $0 > top - Self.depth })
    }

    /// The frames of silence before the voice that can be left out.
    var dropped: Int { max(0, (isVoice.firstIndex(of: true) ?? 0) - Self.before) }

    /// The sound from there on, what is background in it nearly silent.
    ///
    /// - Parameters:
    ///   - samples: the same sound.
    ///   - isWhole: whether the utterance ends with it, so that the silence after the voice can be left out too.
    /// - Returns: the sound, whole when there is no voice.
    func quieted(_ samples: [Int16], isWhole: Bool) -> [Int16] {
        guard let last = isVoice.lastIndex(of: true) else { return samples }
        let end = isWhole ? min(samples.count, (last + 1 + Self.after) * frame) : samples.count
        var noise = WhiteNoise(sigma: LevelSetter.floor)
        return stride(from: dropped * frame, to: end, by: frame).flatMap { start in
            let part = samples[start..<min(start + frame, end)]
            return isNearVoice(start / frame) ? Array(part) : noise.add(to: part.lazy.map { Double($0) * Self.gain })
        }
    }

    private func isNearVoice(_ place: Int) -> Bool {
        guard place < isVoice.count else { return true }
        return isVoice[max(0, place - Self.near)...min(isVoice.count - 1, place + Self.near)].contains(true)
    }

    /// What is true for long enough.
    private static func lasting(_ frames: [Bool]) -> [Bool] {
        var (result, length) = (frames, 0)
        for place in 0...frames.count {
            if place < frames.count, frames[place] {
                length += 1
            } else {
                if length < shortest { for short in place - length..<place { result[short] = false } }
                length = 0
            }
        }
        return result
    }
}
