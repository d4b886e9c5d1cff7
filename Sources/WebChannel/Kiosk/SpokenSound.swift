/// A text said aloud: the sound, and when each word is said in it.
public struct SpokenSound: Sendable, Hashable {
    /// The sound: a whole WAV file.
    public let wav: [UInt8]
    /// The words, in the order in which they are said; empty where the voice does not tell.
    public let words: [CaptionLine.Word]

    /// Makes a sound.
    public init(wav: [UInt8], words: [CaptionLine.Word] = []) { (self.wav, self.words) = (wav, words) }
}
