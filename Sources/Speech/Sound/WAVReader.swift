import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads the sound of a WAV file a stretch at a time, as one channel of 16 bits: a file of two hours takes no more memory
/// than one of two seconds.
///
/// Any rate from 4 000 to 192 000 samples a second; 8, 16, 24 or 32 bits, or IEEE numbers; channels are averaged. A file that
/// ends before it promised is read as far as it goes.
public final class WAVReader {
    /// Samples a second.
    public let rate: Int
    /// Whether the file was cut: it promised more sound than it has.
    ///
    /// Known once the end was read.
    public private(set) var isTruncated = false

    private let header: WAVHeader
    private let file: UnsafeMutablePointer<FILE>
    private var left: Int?
    private let path: String

    /// Opens a file and reads its head.
    ///
    /// - Parameter path: where it is.
    /// - Throws: ``SpeechError/file(path:offset:problem:)`` when it is not there or no WAV file.
    public init(_ path: String) throws(SpeechError) {
        guard let file = fopen(path, "rb") else { throw .file(path: path, offset: nil, problem: "speech.wav-missing") }
        var reader = WAVHeaderReader(path: path) { Self.bytes(file, $0) }
        do throws(SpeechError) {
            header = try reader.header()
        } catch {
            fclose(file)
            throw error
        }
        (self.file, self.path, rate, left) = (file, path, header.rate, header.promised)
    }

    deinit { fclose(file) }

    /// How long the sound is, as the head of the file promises, in seconds; nil when it does not say.
    public var promisedSeconds: Double? {
        header.promised.map { Double($0 / max(header.frameBytes, 1)) / Double(rate) }
    }

    /// The next stretch of sound.
    ///
    /// - Parameter count: how many samples at most, up to 65 536.
    /// - Returns: the samples, nil after the last.
    public func read(_ count: Int = 1_600) -> AudioChunk? {
        let wanted = min(max(count, 1), 1 << 16) * header.frameBytes
        let bytes = Self.bytes(file, min(wanted, left ?? wanted))
        if let left {
            self.left = left - bytes.count
            if bytes.count < min(wanted, left) { isTruncated = true }
        }
        let samples = WAVSamples(header).mono(bytes)
        return samples.isEmpty ? nil : AudioChunk(samples: samples, rate: rate)
    }

    /// The whole sound, as long as it is no longer than a limit.
    ///
    /// - Parameter seconds: the longest that is taken; what comes after is not read.
    /// - Returns: the sound.
    public func all(seconds: Double = 60) -> AudioChunk {
        var samples: [Int16] = []
        let most = Int(seconds * Double(rate))
        while samples.count < most, let chunk = read(min(most - samples.count, 1 << 14)) { samples += chunk.samples }
        return AudioChunk(samples: samples, rate: rate)
    }

    private static func bytes(_ file: UnsafeMutablePointer<FILE>, _ count: Int) -> [UInt8] {
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
            length = fread(buffer.baseAddress, 1, count, file)
        }
    }
}

/// Makes samples of bytes.
struct WAVSamples {
    let header: WAVHeader

    init(_ header: WAVHeader) { self.header = header }

    /// One channel, the average of all; bytes that make no whole moment are left out.
    func mono(_ bytes: [UInt8]) -> [Int16] {
        let count = bytes.count / max(header.frameBytes, 1)
        return (0..<count).map { frame in
            var sum = 0
            for channel in 0..<header.channels {
                sum += sample(bytes, at: frame * header.frameBytes + channel * header.encoding.bytes)
            }
            return Int16(clamping: sum / header.channels)
        }
    }

    private func sample(_ bytes: [UInt8], at place: Int) -> Int {
        switch header.encoding {
        case .integer(1): return (Int(bytes[place]) - 128) << 8
        case .integer(let width):
            // The two highest bytes are the 16 bits that are kept.
            return Int(Int16(bitPattern: UInt16(bytes[place + width - 2]) | UInt16(bytes[place + width - 1]) << 8))
        case .float(let width):
            var bits: UInt64 = 0
            for index in (0..<width).reversed() { bits = bits << 8 | UInt64(bytes[place + index]) }
            let value =
                width == 4 ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))) : Double(bitPattern: bits)
            return value.isFinite ? Int(max(-1, min(1, value)) * 32_767) : 0
        }
    }
}
