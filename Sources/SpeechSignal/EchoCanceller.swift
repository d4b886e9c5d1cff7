internal import CSpeexDSP

/// Takes the sound that Parvis plays out of the sound that its microphone hears, by speexdsp's adaptive filter, so that a person
/// can speak while Parvis does.
///
/// The filter (MDF, J.-M. Valin, "On adjusting the learning rate in frequency domain echo cancellation with double-talk", IEEE
/// 2007) learns the room within some seconds of speech; what is left of the echo is then lowered by the preprocessor.
public final class EchoCanceller {
    /// Samples a second that it works at.
    public let rate: Int
    /// Samples of one step: 10 ms, both of what is heard and of what is played.
    public let frame: Int
    private let echo: OpaquePointer
    private let preprocessor: OpaquePointer

    /// A canceller that knows nothing of the room yet; nil where a figure is out of its range.
    ///
    /// - Parameters:
    ///   - rate: samples a second: 8 000 to 48 000.
    ///   - tail: how long the room answers, in seconds, the delay of the devices included: 0.02 to 1.
    ///   - residual: how far what is left of the echo is lowered, in decibels, negative.
    public init?(rate: Int, tail: Double = 0.25, residual: Int32 = -40) {
        guard (8_000...48_000).contains(rate), (0.02...1).contains(tail) else { return nil }
        (self.rate, frame) = (rate, rate / 100)
        guard let echo = speex_echo_state_init(Int32(frame), Int32(Double(rate) * tail)),
            let preprocessor = speex_preprocess_state_init(Int32(frame), Int32(rate))
        else { return nil }
        (self.echo, self.preprocessor) = (echo, preprocessor)
        var rateValue = Int32(rate)
        speex_echo_ctl(echo, SPEEX_ECHO_SET_SAMPLING_RATE, &rateValue)
        speex_preprocess_ctl(preprocessor, SPEEX_PREPROCESS_SET_ECHO_STATE, UnsafeMutableRawPointer(echo))
        var (suppression, active) = (residual, residual / 2)
        speex_preprocess_ctl(preprocessor, SPEEX_PREPROCESS_SET_ECHO_SUPPRESS, &suppression)
        speex_preprocess_ctl(preprocessor, SPEEX_PREPROCESS_SET_ECHO_SUPPRESS_ACTIVE, &active)
        // A recogniser hears noise better than what a noise suppressor makes of it.
        var off: Int32 = 0
        speex_preprocess_ctl(preprocessor, SPEEX_PREPROCESS_SET_DENOISE, &off)
    }

    deinit {
        speex_preprocess_state_destroy(preprocessor)
        speex_echo_state_destroy(echo)
    }

    /// One step: what is heard, without what is played.
    ///
    /// - Parameters:
    ///   - heard: ``frame`` samples of the microphone.
    ///   - played: ``frame`` samples of what the loudspeaker is playing meanwhile, zeros where nothing is.
    /// - Returns: ``frame`` samples; `heard` itself where a count differs.
    public func cancel(heard: [Int16], played: [Int16]) -> [Int16] {
        guard heard.count == frame, played.count == frame else { return heard }
        return [Int16](unsafeUninitializedCapacity: frame) { buffer, count in
            guard let output = buffer.baseAddress else { return }
            speex_echo_cancellation(echo, heard, played, output)
            speex_preprocess_run(preprocessor, output)
            count = frame
        }
    }
}
