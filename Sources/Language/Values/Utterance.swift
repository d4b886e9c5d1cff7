/// What a person said or typed, in one turn.
public struct Utterance: Sendable, Hashable {
    /// The words, as typed or as best recognised.
    public let text: String
    /// What else a recogniser heard in the sound; nil for what was typed.
    public let hearing: Hearing?

    /// Makes an utterance; one that was typed by default.
    public init(_ text: String, hearing: Hearing? = nil) { (self.text, self.hearing) = (text, hearing) }
}

/// What a recogniser heard besides its best words, so that sound may decide and not spelling.
public struct Hearing: Sendable, Hashable {
    /// Other ways to hear it, the likeliest first; without the best one.
    public let alternatives: [String]
    /// What it sounded like, whatever the words: a key as ``ReadingRules/soundKey(of:)`` makes them, of the whole utterance
    /// without spaces; empty when nobody listened to the sounds alone.
    public let sounds: String
    /// How sure the words are, from 0 to 1.
    public let confidence: Double

    /// Makes a hearing.
    public init(alternatives: [String] = [], sounds: String = "", confidence: Double = 1) {
        (self.alternatives, self.sounds, self.confidence) = (alternatives, sounds, confidence)
    }
}
