internal import Wyoming

/// A text said to its end: the sound, and where its words begin in it.
public struct SpokenClip: Sendable, Hashable {
    /// Samples a second.
    public var rate: Int
    /// The sound, one channel.
    public var samples: [Int16]
    /// The words, in the order in which they are said; empty where the voice does not tell.
    public var marks: [WordMark]

    /// When a sample is heard, in milliseconds from the beginning.
    public func milliseconds(at sample: Int) -> Int { sample * 1000 / max(rate, 1) }

    /// The clip as a WAV file of one channel and 16 bits.
    public var wav: [UInt8] { WAVWriter.head(rate: rate, count: samples.count) + PCM.bytes(samples) }
}

extension Synthesiser {
    /// Says a text into memory.
    ///
    /// - Parameters:
    ///   - request: what to say, and how.
    ///   - limit: how long the sound may be, in seconds; what is longer is cut.
    /// - Returns: the whole sound.
    /// - Throws: ``SpeechError`` of the voice.
    public func clip(_ request: SpeechRequest, limit: Int) async throws(SpeechError) -> SpokenClip {
        var clip = SpokenClip(rate: 0, samples: [], marks: [])
        do {
            for try await event in speak(request) {
                switch event {
                case .format(let format): clip.rate = format.rate
                case .audio(let samples): clip.samples += samples
                case .mark(let mark): clip.marks.append(mark)
                case .end: break
                }
                if clip.samples.count > limit * clip.rate { break }
            }
        } catch {
            throw error as? SpeechError ?? .ended(engine: "voice", reason: "")
        }
        return clip
    }
}
