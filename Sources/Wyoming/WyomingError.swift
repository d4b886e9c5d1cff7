/// What can go wrong between the two sides of a connection; never what a person said.
public enum WyomingError: Error, Sendable, Hashable {
    /// The first line of an event is not a JSON object with a type.
    case malformedHeader
    /// A part of an event is longer than any real one, or its length is negative.
    case wrongLength(part: String, bytes: Int)
    /// The data of an event is not what its type needs.
    case wrongData(type: String)
    /// The other side ended the connection, or can no longer be written to.
    case closed
    /// The other side answered with an `error` event.
    case refused(code: String?, text: String)
    /// No answer within the time given.
    case late
}

extension WyomingError: CustomStringConvertible {
    /// One English sentence, for a log.
    public var description: String {
        switch self {
        case .malformedHeader: "A line is not the start of a Wyoming event."
        case .wrongLength(let part, let bytes): "The \(part) of a Wyoming event claims \(bytes) bytes."
        case .wrongData(let type): "The data of an event \(type) is not what its type needs."
        case .closed: "The other side closed the Wyoming connection."
        case .refused(let code, let text): "The other side answered: \(text)\(code.map { " (\($0))" } ?? "")"
        case .late: "The other side did not answer in time."
        }
    }
}
