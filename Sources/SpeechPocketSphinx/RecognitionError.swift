/// Why the recogniser cannot do what it is asked; never what a person said.
public enum RecognitionError: Error, Sendable, Hashable {
    /// There is no acoustic model, or a folder is not one.
    case noModel(String)
    /// The decoder could not be made.
    case noDecoder(String)
    /// No search of that name was prepared.
    case unknownSearch(String)
    /// Sound of a rate that nobody records at.
    case wrongRate(Int)
    /// An utterance longer than the limit, in seconds.
    case tooLong(Int)

    /// A short word for it that programs can compare.
    public var code: String {
        switch self {
        case .noModel: "no-model"
        case .noDecoder: "no-decoder"
        case .unknownSearch: "unknown-search"
        case .wrongRate: "wrong-rate"
        case .tooLong: "too-long"
        }
    }
}

extension RecognitionError: CustomStringConvertible {
    /// One English sentence, for a log.
    public var description: String {
        switch self {
        case .noModel(let reason): "There is no acoustic model: \(reason)."
        case .noDecoder(let reason): "The decoder cannot be made: \(reason)."
        case .unknownSearch(let name): "No search \(name) was prepared."
        case .wrongRate(let rate): "Sound of \(rate) samples a second cannot be converted."
        case .tooLong(let seconds): "An utterance may be \(seconds) seconds long."
        }
    }
}
