import Foundation

/// The lines of standard input as bytes, whatever they hold: no encoding is assumed and no line is too long.
struct InputLines: Sequence, IteratorProtocol {
    private var buffer = Data()
    private var searched = 0
    private var isAtEnd = false

    /// The next line without its end, or nil at the end of the input.
    mutating func next() -> Data? {
        while true {
            if let end = buffer[(buffer.startIndex + searched)...].firstIndex(of: 0x0a) {
                let line = Data(buffer[..<end])
                buffer = Data(buffer[(end + 1)...])
                searched = 0
                return line
            }
            searched = buffer.count
            if isAtEnd {
                guard !buffer.isEmpty else { return nil }
                defer { (buffer, searched) = (Data(), 0) }
                return buffer
            }
            isAtEnd = !fill()
        }
    }

    /// Takes what is there, without waiting for more: who wrote a line on a pipe may wait for its answer.
    private mutating func fill() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &chunk, chunk.count)
            if count > 0 { buffer.append(contentsOf: chunk[..<count]) }
            if count >= 0 || errno != EINTR { return count > 0 }
        }
    }
}

extension Data {
    /// Whether a line holds nothing but spaces; zeros are something.
    var isBlankLine: Bool { allSatisfy { [0x20, 0x09, 0x0d].contains($0) } }
}

/// One line of JSON Lines that was asked of a command.
enum JSONLine<Value: Decodable> {
    /// The line could be read.
    case value(Value)
    /// It could not; its id when at least that is there.
    case malformed(id: String?)

    /// Reads a line; nil when it is blank.
    init?(_ line: Data) {
        guard !line.isBlankLine else { return nil }
        if let value = try? JSONDecoder().decode(Value.self, from: line) {
            self = .value(value)
        } else {
            self = .malformed(id: (try? JSONDecoder().decode(Identified.self, from: line))?.id)
        }
    }
}

private struct Identified: Decodable {
    let id: String
}

/// What a command answers to a line that it cannot read.
struct LineError: Encodable {
    let id: String?
    let error: String

    /// The answer to a line that is not what the command reads.
    static func malformed(id: String?) -> LineError {
        LineError(id: id, error: "not a JSON object with the texts \"id\" and \"text\"")
    }

    /// The answer to a line whose time cannot be read.
    static func badTime(id: String) -> LineError { LineError(id: id, error: "\"now\" is not an ISO 8601 time") }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(error, forKey: .error)
    }

    private enum CodingKeys: String, CodingKey { case id, error }
}
