/// Stories that were told to a kiosk, and how they ended.
public struct RehearsedStories: Sendable, Encodable {
    /// Stories that were run.
    public internal(set) var stories = 0
    /// Those that ended in an answer or a person, or as the story does.
    public internal(set) var ended = 0
    /// Turns that were not counted: the turn before never came out as in the story, so that these words answer nothing.
    public internal(set) var astray = 0
    /// Seconds from the pause that lets decoding begin to the words: the median and the longest.
    public internal(set) var decoding_p50 = 0.0, decoding_max = 0.0
    /// Seconds to the first sound of a sentence: the median.
    public internal(set) var first_sound_p50 = 0.0

    /// No story yet.
    public init() {}
}
