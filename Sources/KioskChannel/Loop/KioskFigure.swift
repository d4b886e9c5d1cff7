/// What is measured while the kiosk runs; never what anybody said.
public enum KioskFigure: Sendable, Hashable {
    /// An utterance was made out: seconds of sound, and seconds from the pause that let decoding begin to the words.
    case decoded(audio: Double, seconds: Double)
    /// So many seconds after the last voiced frame the person was told that they were heard (rule K11).
    case noticed(seconds: Double)
    /// So many seconds after the last voiced frame the voice gave the first sound of its answer (rule K11).
    case replied(seconds: Double)
    /// The conversation answered, after so many seconds.
    case answered(seconds: Double)
    /// The voice gave its first sound of a sentence, after so many seconds.
    case firstSound(seconds: Double)
    /// A sentence was shown, and its first word sounded at so many seconds of what was played since the sentence began.
    case caption(firstWord: Double)
}
