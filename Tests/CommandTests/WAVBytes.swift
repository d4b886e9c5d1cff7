/// The bytes of WAV files, right or wrong.
enum WAVBytes {
    /// Samples a second.
    static let rate = 16_000

    /// A file's head and its sound.
    static func file(
        _ data: [UInt8], rate: Int = rate, bits: Int = 16, channels: Int = 1, kind: Int = 1, promised: Int? = nil
    ) -> [UInt8] {
        func number(_ value: Int, _ width: Int) -> [UInt8] {
            (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        let frame = bits / 8 * channels
        let format =
            number(kind, 2) + number(channels, 2) + number(rate, 4) + number(rate * frame, 4) + number(frame, 2)
            + number(bits, 2)
        return Array("RIFF".utf8) + number(36 + data.count, 4) + Array("WAVEfmt ".utf8) + number(16, 4) + format
            + Array("data".utf8) + number(promised ?? data.count, 4) + data
    }
}
