/// A text said aloud: the sound, and when each word is said in it.
public struct SpokenSound: Sendable, Hashable {
    /// A word of the text.
    public struct Word: Sendable, Hashable, Codable {
        /// Where it begins, in Unicode scalars of the text, and how many it has.
        public let offset: Int, length: Int
        /// When it is said, in milliseconds from the beginning of the sound.
        public let at: Int

        /// Makes a word.
        public init(offset: Int, length: Int, at: Int) { (self.offset, self.length, self.at) = (offset, length, at) }
    }

    /// The sound: a whole WAV file.
    public let wav: [UInt8]
    /// The words, in the order in which they are said; empty where the voice does not tell.
    public let words: [Word]

    /// Makes a sound.
    public init(wav: [UInt8], words: [Word] = []) { (self.wav, self.words) = (wav, words) }
}
