/// 16-bit signed little-endian samples and their bytes.
public enum PCM {
    /// The bytes of samples.
    public static func bytes(_ samples: some Collection<Int16>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: samples.count * 2) { buffer, count in
            for sample in samples {
                let bits = UInt16(bitPattern: sample)
                buffer[count] = UInt8(truncatingIfNeeded: bits)
                buffer[count + 1] = UInt8(truncatingIfNeeded: bits >> 8)
                count += 2
            }
        }
    }

    /// The samples in bytes; half a sample at the end is dropped.
    public static func samples(_ bytes: some Collection<UInt8>) -> [Int16] {
        var samples: [Int16] = []
        samples.reserveCapacity(bytes.count / 2)
        var low: UInt8?
        for byte in bytes {
            if let first = low {
                samples.append(Int16(bitPattern: UInt16(first) | UInt16(byte) << 8))
                low = nil
            } else {
                low = byte
            }
        }
        return samples
    }

    /// The mean of the channels, sample by sample.
    ///
    /// - Parameters:
    ///   - samples: the channels' samples in turn.
    ///   - channels: how many channels there are; 0 and less are taken for 1.
    /// - Returns: as many samples as each channel has.
    public static func mono(_ samples: [Int16], channels: Int) -> [Int16] {
        guard channels > 1 else { return samples }
        return stride(from: 0, to: samples.count - channels + 1, by: channels).map { start in
            let sum = samples[start..<start + channels].reduce(0) { $0 + Int($1) }
            return Int16(clamping: sum / channels)
        }
    }
}
