/// Whether what was heard is taken as said, asked about, or not taken.
public enum Verdict: String, Sendable, Hashable, Codable {
    /// It is taken.
    case accepted
    /// It is asked about: "Vous avez dit … ?"
    case unsure
    /// It was something else, or nothing.
    case rejected
}

/// Decides by how much better words fit than any sounds do.
///
/// The measure is the recogniser's: the logarithm, a frame, of how likely the words are against the phone loop. What is
/// forced upon a cough, a neighbour's talk or a word outside the grammar lies far below what was really said.
public struct RejectionRule: Sendable, Hashable {
    /// From where on a grammar's answer is taken, and below where it is not.
    public var grammar: (accept: Double, reject: Double) {
        get { (grammarAccept, grammarReject) }
        set { (grammarAccept, grammarReject) = newValue }
    }
    /// The same for the model of open questions.
    public var ngram: (accept: Double, reject: Double) {
        get { (ngramAccept, ngramReject) }
        set { (ngramAccept, ngramReject) = newValue }
    }

    private var grammarAccept = -1.75, grammarReject = -2.7
    private var ngramAccept = -1.9, ngramReject = -2.7

    /// The rule measured in `Docs/speech-voice.md`.
    public init() {}

    /// Judges what was heard.
    ///
    /// - Parameters:
    ///   - recognition: what was heard.
    ///   - isClosed: whether a grammar heard it.
    /// - Returns: whether it is taken.
    public func verdict(_ recognition: Recognition, isClosed: Bool) -> Verdict {
        guard !recognition.text.isEmpty else { return .rejected }
        let (accept, reject) = isClosed ? grammar : ngram
        if recognition.rejection < reject { return .rejected }
        return recognition.rejection < accept ? .unsure : .accepted
    }
}
