import Foundation

/// Writes whole lines: results to standard output, everything else to standard error.
enum Output {
    /// Writes one line of result, at once, so that a program on the other end of a pipe need not wait.
    static func line(_ text: String) { write(Data((text + "\n").utf8), to: .standardOutput) }

    /// Writes one line of comment.
    static func note(_ text: String) { write(Data((text + "\n").utf8), to: .standardError) }

    /// Writes one value as a line of JSON, its keys in order.
    static func json(_ value: some Encodable) throws { write(try jsonLine(value), to: .standardOutput) }

    /// A value as a line of JSON, its keys in order.
    static func jsonLine(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value) + [0x0a]
    }

    private static func write(_ data: Data, to handle: FileHandle) {
        do {
            try handle.write(contentsOf: data)
        } catch {
            // A reader that went away (`| head`) is no error of ours; a disk that is full is.
            exit(errno == EPIPE ? 0 : Failure.Status.internalError.rawValue)
        }
    }
}
