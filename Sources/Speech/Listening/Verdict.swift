/// Whether what was heard is taken as said, asked about, or not taken.
public enum Verdict: String, Sendable, Hashable, Codable {
    /// It is taken.
    case accepted
    /// It is asked about: "Vous avez dit … ?"
    case unsure
    /// It was something else, or nothing.
    case rejected
}

/// Decides by how likely it is that what was heard was said.
///
/// The measure is the recogniser's: the natural logarithm of those odds, 0 when it is as likely as not, 2.2 at nine to one. What is
/// forced upon a cough, a neighbour's talk or a word outside the grammar lies far below what was really said. How it is made:
/// `Docs/speech.md`.
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

    /// From where on what the model of open questions heard stands for an answer that no grammar holds.
    ///
    /// Of human sentences with a model of them, 10 % lie below; of those with a model of others, 4 % above (`Docs/speech.md`).
    public var sure = 1.8

    private var grammarAccept = 0.0, grammarReject = -1.0
    private var ngramAccept = 0.0, ngramReject = -1.4

    /// The rule measured in `Docs/speech.md`.
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
