/// Why a text cannot be said; never the text itself.
public enum SynthesisError: Error, Sendable, Hashable {
    /// espeak-ng's data are not installed.
    case noEngine
    /// There is no such voice.
    case noVoice(String)
    /// A text longer than anybody listens to, in characters.
    case tooLong(Int)
    /// The library refuses.
    case refused

    /// A short word for it that programs can compare.
    public var code: String {
        switch self {
        case .noEngine: "no-engine"
        case .noVoice: "no-voice"
        case .tooLong: "too-long"
        case .refused: "refused"
        }
    }
}

extension SynthesisError: CustomStringConvertible {
    /// One English sentence, for a log.
    public var description: String {
        switch self {
        case .noEngine: "espeak-ng cannot start: install espeak-ng-data."
        case .noVoice(let name): "There is no voice \(name)."
        case .tooLong(let most): "A text may be \(most) characters long."
        case .refused: "espeak-ng refuses the text."
        }
    }
}
