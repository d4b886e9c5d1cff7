internal import CPocketSphinx

/// The mean of the sound of an utterance, which its decoders take out of it.
///
/// It holds the microphone, the room, the noise and much of the voice. The library goes on with the mean of what it heard before,
/// and one utterance changes that little: whoever comes next is misheard. Of sentences with noise or with a man's longer throat, an
/// utterance's own mean makes up for most of what that costs (`Docs/speech.md`).
///
/// It belongs to one thread.
final class CepstralMean {
    /// The numbers that describe a frame.
    private static let size = 13
    /// Of an utterance of so many frames, the mean is half its own: a short word has few sounds.
    private static let half = 100.0
    /// How far the mean that utterances are drawn to follows each of them, 0 to 1.
    private static let pace = 0.3

    private let frontEnd: OpaquePointer
    private var before: [Double]?
    private var own: [Double]?

    /// A mean for utterances of a decoder.
    ///
    /// - Parameters:
    ///   - decoder: whose settings are taken.
    ///   - before: the mean of speech in general; nil where nobody measured it.
    /// - Throws: ``RecognitionError/noDecoder(_:)``.
    init(_ decoder: SphinxDecoder, before: [Double]?) throws(RecognitionError) {
        guard let frontEnd = decoder.makeFrontEnd(), fe_get_output_size(frontEnd) == Int32(Self.size) else {
            throw .noDecoder("it has no front end of \(Self.size) numbers a frame")
        }
        (self.frontEnd, self.before) = (frontEnd, before)
    }

    deinit { fe_free(frontEnd) }

    /// The mean to take out of some speech: its own, and for a short word that of what was heard before; nil without either.
    func mean(of samples: [Int16]) -> [Float]? {
        let (sum, count) = sum(of: samples)
        guard count > 0 else { return before?.map(Float.init) }
        let own = sum.map { $0 / count }
        self.own = own
        guard let before else { return own.map(Float.init) }
        let share = 1 / (1 + (count / Self.half) * (count / Self.half))
        return zip(own, before).map { Float($0 + share * ($1 - $0)) }
    }

    /// Draws the next utterances to the last one, because it was understood: it was speech, in this room.
    func keep() {
        guard let own else { return }
        before = before.map { zip($0, own).map { $0 + Self.pace * ($1 - $0) } } ?? own
    }

    private func sum(of samples: [Int16]) -> (sum: [Double], count: Double) {
        var sum = [Double](repeating: 0, count: Self.size)
        fe_start_stream(frontEnd)
        guard fe_start_utt(frontEnd) == 0 else { return (sum, 0) }
        var frames: UnsafeMutablePointer<UnsafeMutablePointer<mfcc_t>?>?
        var count: Int32 = 0
        defer { if let frames { fe_free_2d(frames) } }
        guard fe_process_utt(frontEnd, samples, samples.count, &frames, &count) == 0, let frames else {
            return (sum, 0)
        }
        for frame in 0..<Int(count) {
            guard let values = frames[frame] else { continue }
            for place in 0..<Self.size { sum[place] += Double(values[place]) }
        }
        return (sum, Double(count))
    }
}
