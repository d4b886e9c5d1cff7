internal import CSpeexDSP

/// Converts mono sound of one rate into another, a stretch at a time, by speexdsp's resampler.
public final class RateConverter {
    /// The quality that the library's manual gives for voice over the network, of 0 to 10: -60 dB of aliasing and less.
    private static let quality: Int32 = 5
    /// The rates that are taken, samples a second.
    public static let rates = 4_000...192_000

    /// Samples a second of what goes in and of what comes out.
    public let input: Int, output: Int
    private let state: OpaquePointer?

    /// A converter at the start of a sound; nil where a rate is not one of ``rates``.
    ///
    /// - Parameters:
    ///   - input: samples a second of what goes in.
    ///   - output: samples a second of what comes out.
    public init?(from input: Int, to output: Int) {
        guard Self.rates.contains(input), Self.rates.contains(output) else { return nil }
        (self.input, self.output) = (input, output)
        guard input != output else {
            state = nil
            return
        }
        var failure: Int32 = 0
        guard let made = speex_resampler_init(1, UInt32(input), UInt32(output), Self.quality, &failure) else {
            return nil
        }
        // The first samples out are then the first samples in, not the filter's run-up.
        speex_resampler_skip_zeros(made)
        state = made
    }

    deinit { if let state { speex_resampler_destroy(state) } }

    /// What the next samples become.
    ///
    /// - Parameter samples: the samples after those before.
    /// - Returns: the samples that are ready; the last few are kept for the next call.
    public func convert(_ samples: [Int16]) -> [Int16] {
        guard let state, !samples.isEmpty else { return samples }
        var converted: [Int16] = []
        var start = 0
        // The library takes 32-bit counts and may take less than it is offered.
        while start < samples.count {
            var taken = UInt32(min(samples.count - start, 1 << 16))
            let room = Int(taken) * output / input + 64
            var made = UInt32(room)
            let piece = [Int16](unsafeUninitializedCapacity: room) { buffer, count in
                samples.withUnsafeBufferPointer { source in
                    guard let input = source.baseAddress, let output = buffer.baseAddress else { return }
                    speex_resampler_process_int(state, 0, input + start, &taken, output, &made)
                }
                count = Int(made)
            }
            guard taken > 0 || made > 0 else { break }
            converted += piece
            start += Int(taken)
        }
        return converted
    }

    /// What is still kept, at the end of the sound.
    public func finish() -> [Int16] {
        guard let state else { return [] }
        return convert([Int16](repeating: 0, count: Int(speex_resampler_get_input_latency(state))))
    }
}
