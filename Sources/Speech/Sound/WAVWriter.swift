internal import Wyoming

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes sound to a WAV file of one channel and 16 bits, as it comes.
public final class WAVWriter {
    /// Samples a second.
    public let rate: Int
    /// How many samples were written.
    public private(set) var count = 0

    private var file: UnsafeMutablePointer<FILE>?
    private let path: String

    /// Makes a file, in place of one that is there.
    ///
    /// - Parameters:
    ///   - path: where it is to be.
    ///   - rate: samples a second.
    ///   - isPrivate: whether only its owner may read it.
    /// - Throws: ``SpeechError/file(path:offset:problem:)`` when it cannot be made.
    public init(_ path: String, rate: Int, isPrivate: Bool = false) throws(SpeechError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, isPrivate ? 0o600 : 0o644)
        guard descriptor >= 0, let file = fdopen(descriptor, "wb") else {
            throw .file(path: path, offset: nil, problem: "speech.wav-unwritable")
        }
        (self.file, self.path, self.rate) = (file, path, rate)
        write(Self.head(rate: rate, count: 0))
    }

    deinit { close() }

    /// Adds samples.
    ///
    /// - Throws: ``SpeechError/file(path:offset:problem:)`` when the disk is full.
    public func write(_ samples: [Int16]) throws(SpeechError) {
        guard write(PCM.bytes(samples)) else {
            throw .file(path: path, offset: 44 + 2 * count, problem: "speech.wav-unwritable")
        }
        count += samples.count
    }

    /// Writes the length into the head, and closes the file.
    public func close() {
        guard let file else { return }
        rewind(file)
        write(Self.head(rate: rate, count: count))
        fclose(file)
        self.file = nil
    }

    @discardableResult private func write(_ bytes: [UInt8]) -> Bool {
        file.map { fwrite(bytes, 1, bytes.count, $0) == bytes.count } ?? false
    }

    /// The head of a file of so many samples.
    static func head(rate: Int, count: Int) -> [UInt8] {
        func number(_ value: Int, _ width: Int) -> [UInt8] {
            (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        return Array("RIFF".utf8) + number(36 + 2 * count, 4) + Array("WAVEfmt ".utf8) + number(16, 4) + number(1, 2)
            + number(1, 2) + number(rate, 4) + number(2 * rate, 4) + number(2, 2) + number(16, 2)
            + Array("data".utf8) + number(2 * count, 4)
    }
}
