public import Language

/// What came of listening to one utterance.
public struct Heard: Sendable, Hashable {
    /// The words, with what else was heard.
    public let utterance: Utterance
    /// Whether they are taken.
    public let verdict: Verdict
    /// What each engine heard, the one that decided first.
    public let recognitions: [Recognition]
    /// What went wrong with an engine although there is an answer; nil mostly.
    public let fault: SpeechError?

    /// Makes what was heard.
    public init(utterance: Utterance, verdict: Verdict, recognitions: [Recognition], fault: SpeechError? = nil) {
        (self.utterance, self.verdict) = (utterance, verdict)
        (self.recognitions, self.fault) = (recognitions, fault)
    }

    /// Nothing that could be made out.
    public static let nothing = Heard(utterance: Utterance(""), verdict: .rejected, recognitions: [])
}
