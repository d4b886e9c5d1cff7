import FoundationEssentials

/// What a WAV file says of its sound, before the sound.
struct WAVHeader: Sendable, Hashable {
    /// How a sample is written.
    enum Encoding: Sendable, Hashable {
        /// Whole numbers of 1 to 4 bytes; one byte is unsigned, more are signed.
        case integer(bytes: Int)
        /// IEEE numbers of 4 or 8 bytes, from -1 to 1.
        case float(bytes: Int)

        var bytes: Int {
            switch self {
            case .integer(let bytes), .float(let bytes): bytes
            }
        }
    }

    /// Rates that a microphone may have, and some beyond.
    static let rates = 4_000...192_000
    /// More channels than any recorder of a town hall.
    static let mostChannels = 32
    /// Chunks before the sound that are passed over.
    private static let mostChunks = 64

    var rate: Int
    var channels: Int
    var encoding: Encoding
    /// Where the sound begins, in bytes.
    var start: Int
    /// How many bytes of sound the file promises; nil when it does not know, as a recorder that was switched off.
    var promised: Int?

    /// Bytes of one moment on all channels.
    var frameBytes: Int { encoding.bytes * channels }
}

/// Reads the chunks at the head of a WAV file (RIFF, Microsoft 1991; WAVE_FORMAT_EXTENSIBLE, 2001).
struct WAVHeaderReader {
    let path: String
    /// Gives up to so many bytes from the file, fewer at its end.
    let read: (Int) -> [UInt8]
    private var offset = 0

    init(path: String, read: @escaping (Int) -> [UInt8]) { (self.path, self.read) = (path, read) }

    mutating func header() throws(SpeechError) -> WAVHeader {
        let riff = try bytes(12, "speech.wav-empty")
        guard riff[0..<4].elementsEqual("RIFF".utf8) || riff[0..<4].elementsEqual("RF64".utf8),
            riff[8..<12].elementsEqual("WAVE".utf8)
        else { throw problem("speech.wav-no-riff", at: 0) }
        var format: WAVHeader?
        for _ in 0..<64 {
            let place = offset
            let head = try bytes(8, format == nil ? "speech.wav-no-format" : "speech.wav-no-data")
            let size = Self.number(head[4..<8])
            switch String(decoding: head[0..<4], as: UTF8.self) {
            case "fmt ": format = try self.format(size, at: place)
            case "data":
                guard var header = format else { throw problem("speech.wav-no-format", at: place) }
                header.start = offset
                // A recorder that could not go back writes 0 or all ones.
                header.promised = size == 0 || size == 0xffff_ffff ? nil : size
                return header
            default: try skip(size + size % 2)
            }
        }
        throw problem("speech.wav-no-data", at: offset)
    }

    private mutating func format(_ size: Int, at place: Int) throws(SpeechError) -> WAVHeader {
        guard (16...4096).contains(size) else { throw problem("speech.wav-no-format", at: place) }
        let body = try bytes(size + size % 2, "speech.wav-no-format")
        var kind = Self.number(body[0..<2])
        let (channels, rate) = (Self.number(body[2..<4]), Self.number(body[4..<8]))
        let bits = Self.number(body[14..<16])
        // The extensible form has the kind in the first two bytes of its identifier.
        if kind == 0xfffe, size >= 40 { kind = Self.number(body[24..<26]) }
        guard (1...WAVHeader.mostChannels).contains(channels) else {
            throw problem("speech.wav-channels", at: place + 10)
        }
        guard WAVHeader.rates.contains(rate) else { throw problem("speech.wav-rate", at: place + 12) }
        let encoding: WAVHeader.Encoding
        switch (kind, bits) {
        case (1, 8), (1, 16), (1, 24), (1, 32): encoding = .integer(bytes: bits / 8)
        case (3, 32), (3, 64): encoding = .float(bytes: bits / 8)
        default: throw problem("speech.wav-encoding", at: place + 8)
        }
        return WAVHeader(rate: rate, channels: channels, encoding: encoding, start: 0, promised: nil)
    }

    private mutating func bytes(_ count: Int, _ name: String) throws(SpeechError) -> [UInt8] {
        let bytes = read(count)
        guard bytes.count == count else { throw problem(name, at: offset + bytes.count) }
        offset += count
        return bytes
    }

    private mutating func skip(_ count: Int) throws(SpeechError) {
        var left = count
        while left > 0 { left -= try bytes(min(left, 1 << 16), "speech.wav-no-data").count }
    }

    private func problem(_ name: String, at offset: Int) -> SpeechError {
        .file(path: path, offset: offset, problem: name)
    }

    /// A number written with its low byte first.
    private static func number(_ bytes: some BidirectionalCollection<UInt8>) -> Int {
        bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
